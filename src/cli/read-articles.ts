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
    const missing = await library.load(mediaFilesOf(article));
    for (const value of missing) problems.push({ file, kind: "missing-file", value });
    if (missing.length > 0) held.add(file);
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

/** Files below `data/articles/` that articles show or link to. */
class MediaLibrary {
  readonly media = new Map<string, Media>();
  readonly #folder: string;
  readonly #files: ReadonlySet<string>;

  constructor(folder: string, files: readonly string[]) {
    this.#folder = folder;
    this.#files = new Set(files);
  }

  /** Returns those that are not there. */
  async load(files: readonly string[]): Promise<readonly string[]> {
    for (const file of files) {
      if (this.media.has(file) || !this.#files.has(file)) continue;
      this.media.set(file, readMedia(file, await openBytes(this.#folder, file)));
    }
    return files.filter((file) => !this.#files.has(file));
  }

  digestsOf(files: readonly string[]): Readonly<Record<string, string>> {
    return Object.fromEntries(files.map((file) => [file, this.media.get(file)?.path ?? ""]));
  }
}
