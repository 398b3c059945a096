import type { Article } from "../articles/article.ts";
import { mediaFilesOf } from "../articles/article-files.ts";
import { isArticleFile } from "../articles/article-name.ts";
import { parseArticle } from "../articles/parse-article.ts";
import type { Candidate } from "../edition/candidate.ts";
import { markdownCandidate } from "../edition/candidates-of.ts";
import type { Media } from "../edition/media.ts";
import { decodeText } from "../newswire/decode-text.ts";
import { splitFrontMatter } from "../newswire/read-front-matter.ts";
import { openBytes } from "./open-file.ts";
import type { FileProblem } from "./read-data.ts";
import { readMedia } from "./read-media.ts";

/** What the Markdown files of a publication say. */
export type ReadArticles = {
  readonly candidates: readonly Candidate[];
  /** See `Data`. */
  readonly media: ReadonlyMap<string, Media>;
  readonly held: ReadonlySet<string>;
  readonly problems: readonly FileProblem[];
};

/**
 * Reads the Markdown files and the files that they show or link to. A draft is as if it weren't there.
 *
 * @param folder the publication's
 * @param files everything below its `articles/`, as paths below `folder`
 * @param url origin that everything is served from
 * @throws {CommandError} for a file that can't be read
 */
export async function readArticles(
  folder: string,
  files: readonly string[],
  url: string,
): Promise<ReadArticles> {
  const library = new MediaLibrary(folder, files);
  const candidates: Candidate[] = [];
  const problems: FileProblem[] = [];
  const held = new Set<string>();
  for (const file of files) {
    if (/\.txt$/i.test(file)) problems.push({ file, kind: "unread-file", value: "articles end in .md" });
    if (!isArticleFile(file)) continue;
    const { text, problems: decoding } = decodeText(await openBytes(folder, file));
    const { article, isDraft, problems: found } = parseArticle(text, file, url);
    for (const problem of [...decoding, ...found]) problems.push({ file, ...problem });
    if (article === null && !isDraft) held.add(file);
    if (article === null) continue;
    const unusable = await library.load(article);
    for (const problem of unusable) {
      const name = problem.value.slice(problem.value.lastIndexOf("/") + 1);
      problems.push({ file, lineNumber: lineOf(text, name), ...problem });
    }
    for (const value of library.unreadable(mediaFilesOf(article)))
      problems.push({ file, kind: "no-picture", value });
    if (unusable.length > 0) held.add(file);
    else
      candidates.push(
        markdownCandidate(file, article, bodyOf(text), library.digestsOf(mediaFilesOf(article))),
      );
  }
  return { candidates, problems, held, media: library.media };
}

/** What stands below the front matter; without the white space around it, which no reader sees. */
function bodyOf(text: string): string {
  return (splitFrontMatter(text)?.rest ?? text).replaceAll("\r\n", "\n").trim();
}

function saidType({ enclosures }: Article, file: string): string | undefined {
  return enclosures.find(({ src }) => typeof src !== "string" && src.file === file)?.type;
}

/** 1-based line on which a file is named first; that of the whole file if it is written otherwise there. */
function lineOf(text: string, name: string): number {
  const at = text.indexOf(name);
  return at === -1 ? 1 : text.slice(0, at).split("\n").length;
}

/** Files below `data/articles/` that articles show or link to. */
class MediaLibrary {
  readonly media = new Map<string, Media>();
  readonly #folder: string;
  readonly #files: ReadonlySet<string>;

  constructor(folder: string, files: readonly string[]) {
    this.#folder = folder;
    this.#files = new Set(files);
  }

  /** Returns what keeps the article from being published: files that are not there, or empty. */
  async load(article: Article): Promise<readonly { readonly kind: string; readonly value: string }[]> {
    const files = mediaFilesOf(article);
    for (const file of files) {
      if (this.media.has(file) || !this.#files.has(file)) continue;
      this.media.set(file, readMedia(file, await openBytes(this.#folder, file), saidType(article, file)));
    }
    return files.flatMap((value) => {
      const media = this.media.get(value);
      if (media === undefined) return [{ kind: "missing-file", value }];
      return media.bytes.length === 0 ? [{ kind: "empty-file", value }] : [];
    });
  }

  /** Files that are called pictures, but can't be measured as such. */
  unreadable(files: readonly string[]): readonly string[] {
    return files.filter((file) => {
      const media = this.media.get(file);
      return media?.mediaType.startsWith("image/") && media.size === null && media.bytes.length > 0;
    });
  }

  digestsOf(files: readonly string[]): Readonly<Record<string, string>> {
    return Object.fromEntries(files.map((file) => [file, this.media.get(file)?.path ?? ""]));
  }
}
