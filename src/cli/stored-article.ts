import { readSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";
import type { Article } from "../articles/article.ts";
import { lazily } from "../edition/lazily.ts";
import { shownOf } from "./article-candidate.ts";
import type { ReadArticle } from "./read-article.ts";

/** The long part of an article, which few runs ask for. */
type Words = Pick<Article, "body" | "paragraphs"> & Pick<ReadArticle, "text">;
type Facts = Omit<Article, "body" | "paragraphs">;

/** All else, and where its words lie. */
export type StoredArticle = Omit<ReadArticle, "article" | "text"> & {
  readonly facts: Facts | null;
  readonly at: number;
  readonly length: number;
  readonly crc: number;
};

type Parts = { readonly facts: Facts | null; readonly words: Uint8Array };

/** Of articles that come from an earlier run, how they were stored; null if that is damaged. */
const stored = new WeakMap<ReadArticle, () => Parts | null>();

/** An article as it is stored with its words from `at` on. */
export function storeArticle(
  read: ReadArticle,
  at: number,
): { readonly words: Uint8Array; readonly article: StoredArticle } {
  const { facts, words } = stored.get(read)?.() ?? partsOf(read);
  const { isDraft, problems, lines } = read;
  const place = { at, length: words.length, crc: crc32(words) };
  return { words, article: { facts, isDraft, problems, lines, shown: shownOf(read), ...place } };
}

/**
 * An article whose words are read and decoded when they are asked for.
 *
 * @param file open
 * @param reread reads the article's own file again, should they be damaged
 */
export function openArticle(
  { facts, at, length, crc, ...rest }: StoredArticle,
  file: number,
  reread: () => ReadArticle,
): ReadArticle {
  const bytes = () => readWords(file, at, length, crc);
  const words = lazily((): Words => {
    const found = bytes();
    return found === null ? wordsOf(reread()) : deserialize(found);
  });
  const article = facts && {
    ...facts,
    get body() {
      return words().body;
    },
    get paragraphs() {
      return words().paragraphs;
    },
  };
  const read: ReadArticle = {
    ...rest,
    article,
    get text() {
      return words().text;
    },
  };
  stored.set(read, () => {
    const found = bytes();
    return found && { facts, words: found };
  });
  return read;
}

function readWords(file: number, at: number, length: number, crc: number): Uint8Array | null {
  const bytes = Buffer.alloc(length);
  const count = readSync(file, bytes, 0, length, at);
  return count === length && crc32(bytes) === crc ? bytes : null;
}

function partsOf(read: ReadArticle): Parts {
  const words = serialize(wordsOf(read));
  if (read.article === null) return { facts: null, words };
  const { body: _, paragraphs: __, ...facts } = read.article;
  return { facts, words };
}

function wordsOf({ article, text }: ReadArticle): Words {
  return { text, body: article?.body ?? [], paragraphs: article?.paragraphs ?? [] };
}
