import type { Enclosure, Item } from "../edition/edition.ts";
import type { Picture } from "../edition/media.ts";
import { element, type XmlElement } from "./xml-element.ts";

/**
 * Enclosures and pictures of an item in Media RSS, which RSS and Atom share.
 *
 * @see https://www.rssboard.org/media-rss
 */
export function itemMedia(item: Item): readonly XmlElement[] {
  if (item.kind !== "article") return [];
  const { enclosures, image } = item;
  return [
    ...enclosures.map(enclosureElement),
    ...itemPictures(item).map(pictureElement),
    ...(image === null ? [] : [thumbnail(image)]),
  ];
}

/** Pictures of an item, each once: the one that stands for it, then those in its text. */
export function itemPictures(item: Item): readonly Picture[] {
  if (item.kind !== "article") return [];
  const { image, pictures } = item;
  return image === null ? pictures : [image, ...pictures.filter(({ url }) => url !== image.url)];
}

function enclosureElement({ url, type, length, title, duration }: Enclosure): XmlElement {
  return element("media:content", title === null ? [] : [element("media:title", title, { type: "plain" })], {
    url,
    type,
    fileSize: length,
    medium: mediumOf(type),
    duration,
  });
}

function pictureElement({ url, alt, credit, file }: Picture): XmlElement {
  const { width = null, height = null } = file?.size ?? {};
  return element(
    "media:content",
    [
      ...(alt === "" ? [] : [element("media:description", alt, { type: "plain" })]),
      ...(credit === null ? [] : [element("media:credit", credit)]),
    ],
    { url, type: file?.type ?? null, fileSize: file?.length ?? null, medium: "image", width, height },
  );
}

function thumbnail({ url, file }: Picture): XmlElement {
  const { width = null, height = null } = file?.size ?? {};
  return element("media:thumbnail", "", { url, width, height });
}

function mediumOf(type: string): string {
  const kind = type.slice(0, type.indexOf("/"));
  return ["image", "audio", "video"].includes(kind) ? kind : "document";
}
