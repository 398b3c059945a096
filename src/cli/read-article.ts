import type { Article } from "../articles/article.ts";
import { mediaFilesOf } from "../articles/article-files.ts";
import { parseArticle } from "../articles/parse-article.ts";
import { decodeText } from "../newswire/decode-text.ts";
import { splitFrontMatter } from "../newswire/read-front-matter.ts";
import type { FileProblem } from "./read-data.ts";

/** What a Markdown file says by itself, whatever stands beside it. */
export type ReadArticle = {
  /** Null for a draft, and for a file with a mistake, which is among the problems. */
  readonly article: Article | null;
  readonly isDraft: boolean;
  readonly problems: readonly FileProblem[];
  /** The body as typed, without the white space around it, which no reader sees. */
  readonly text: string;
  /** 1-based lines on which the files that it shows are named first, by their paths; 1 where they are written otherwise. */
  readonly lines: Readonly<Record<string, number>>;
  /** What an earlier run found; null if there was none. */
  readonly shown: Shown | null;
};

/** Digest of all that readers are shown of an article, with these files beside it. */
export type Shown = { readonly media: Readonly<Record<string, string>>; readonly digest: string };

/** @param file path below `data/`; @param url origin that everything is served from */
export function readArticle(bytes: Uint8Array, file: string, url: string): ReadArticle {
  const { text, problems: decoding } = decodeText(bytes);
  const { article, isDraft, problems } = parseArticle(text, file, url);
  return {
    article,
    isDraft,
    problems: [...decoding, ...problems].map((problem) => ({ file, ...problem })),
    text: (splitFrontMatter(text)?.rest ?? text).replaceAll("\r\n", "\n").trim(),
    lines: Object.fromEntries(
      (article === null ? [] : mediaFilesOf(article)).map((media) => [media, lineOf(text, nameOf(media))]),
    ),
    shown: null,
  };
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

function lineOf(text: string, name: string): number {
  const at = text.indexOf(name);
  return at === -1 ? 1 : text.slice(0, at).split("\n").length;
}
