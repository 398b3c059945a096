import { escapeAttribute } from "../../articles/escape-markup.ts";
import type { Picture, PictureSize } from "../../edition/media.ts";

/** A start tag, in sanitised HTML: no attribute has an angle bracket in it. */
const IMAGE = /<img [^<>]*>/g;

/**
 * Says the sizes of pictures that are files of ours, so that the text does not jump while they load. Where a size is said, it stays.
 *
 * @param html sanitised
 */
export function sizedPictures(html: string, pictures: readonly Picture[]): string {
  const sizes = new Map<string, PictureSize>();
  for (const { url, file } of pictures) if (file?.size) sizes.set(escapeAttribute(url), file.size);
  if (sizes.size === 0) return html;
  return html.replace(IMAGE, (tag) => {
    const size = sizes.get(/ src="([^"]*)"/.exec(tag)?.[1] ?? "");
    if (size === undefined || / (?:width|height)="/.test(tag)) return tag;
    return `<img width="${size.width}" height="${size.height}"${tag.slice("<img".length)}`;
  });
}
