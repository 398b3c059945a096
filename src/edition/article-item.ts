import type { Article } from "../articles/article.ts";
import { articleBody } from "../articles/article-body.ts";
import type { ArticleItem, Enclosure } from "./edition.ts";
import type { Files } from "./files.ts";
import { lazily } from "./lazily.ts";
import type { Picture } from "./media.ts";

type Facts = Omit<ArticleItem, "kind" | keyof ReturnType<typeof mediaOf> | "html" | "paragraphs" | Said>;
type Said = "summary" | "link" | "canonical" | "licence";

/** An item of a Markdown file. Its texts are made when they are first asked for. @param files those it leads to are kept with it */
export function articleItem(article: Article, facts: Facts, files: Files): ArticleItem {
  const { summary, link, canonical, licence } = article;
  const html = bodyOf(article, files);
  const paragraphs = beginningOf(article);
  return {
    kind: "article",
    ...facts,
    get html() {
      return html();
    },
    get paragraphs() {
      return paragraphs();
    },
    summary: summary ?? null,
    ...mediaOf(article, files),
    link: link ?? null,
    canonical: canonical ?? null,
    licence: licence ?? null,
  };
}

// Functions of their own, because a getter holds all that the functions beside it hold.
function bodyOf(article: Article, files: Files): () => string {
  return lazily(() => articleBody(article, (piece) => files.urlOf(piece)));
}

function beginningOf(article: Article): () => readonly string[] {
  return lazily(() => beginning(article.paragraphs));
}

function mediaOf({ image, bodyFiles, enclosures }: Article, files: Files) {
  return {
    image: image === undefined ? null : files.picture(image.src, image.alt, image.credit),
    pictures: distinctByUrl(bodyFiles.flatMap((file) => bodyPicture(file, files))),
    enclosures: distinctByUrl(enclosures.flatMap((enclosure) => enclosureOf(enclosure, files))),
  };
}

function bodyPicture(file: string, files: Files): readonly Picture[] {
  const link = { file, fragment: "" };
  if (files.media(link)?.mediaType.startsWith("image/") !== true) return [];
  const picture = files.picture(link);
  return picture === null ? [] : [picture];
}

function enclosureOf(
  { src, type, length, title, duration }: Article["enclosures"][number],
  files: Files,
): readonly Enclosure[] {
  const url = files.urlOf(src);
  const media = files.media(src);
  const mediaType = media?.mediaType ?? type;
  const bytes = media?.byteLength ?? length;
  if (url === null || mediaType === undefined || bytes === undefined) return [];
  return [{ url, type: mediaType, length: bytes, title: title ?? null, duration: duration ?? null }];
}

/** The last of those with one address. */
function distinctByUrl<T extends { readonly url: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [one.url, one])).values()];
}

/** As many blocks as any summary is made of. The rest of the text is in the HTML. */
function beginning(blocks: readonly string[]): readonly string[] {
  let chars = 0;
  const end = blocks.findIndex((block) => {
    chars += block.length;
    return chars > SUMMARY_SOURCE_CHARS;
  });
  return end === -1 ? blocks : blocks.slice(0, end + 1);
}

const SUMMARY_SOURCE_CHARS = 1000;
