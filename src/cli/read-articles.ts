import { mediaFilesOf } from "../articles/article-files.ts";
import { isArticleFile } from "../articles/article-name.ts";
import type { Candidate } from "../edition/candidate.ts";
import { articleCandidate } from "./article-candidate.ts";
import type { FileMemory } from "./file-memory.ts";
import type { DataFile } from "./list-files.ts";
import type { MediaLibrary } from "./media-library.ts";
import type { ReadArticle } from "./read-article.ts";
import type { FileProblem } from "./read-data.ts";

/** What the Markdown files of a publication say. */
export type ReadArticles = {
  readonly candidates: readonly Candidate[];
  /** See `Data`. */
  readonly held: ReadonlySet<string>;
  readonly problems: readonly FileProblem[];
};

/**
 * Reads the Markdown files and the files that they show or link to. A draft is as if it weren't there.
 *
 * @param files everything below `articles/`
 * @param library gets what they show or link to
 * @throws {CommandError} for a file that can't be read
 */
export function readArticles(
  files: readonly DataFile[],
  memory: FileMemory<ReadArticle>,
  library: MediaLibrary,
): ReadArticles {
  const candidates: Candidate[] = [];
  const problems: FileProblem[] = [];
  const held = new Set<string>();
  for (const file of files) {
    const { path } = file;
    if (/\.txt$/i.test(path))
      problems.push({ file: path, kind: "unread-file", value: "articles end in .md" });
    if (!isArticleFile(path)) continue;
    const read = memory.read(file);
    const { article, isDraft, lines } = read;
    for (const problem of read.problems) problems.push(problem);
    if (article === null && !isDraft) held.add(path);
    if (article === null) continue;
    const unusable = library.load(article);
    for (const { kind, value } of unusable)
      problems.push({ file: path, lineNumber: lines[value] ?? 1, kind, value });
    const media = mediaFilesOf(article);
    for (const value of library.unreadable(media)) problems.push({ file: path, kind: "no-picture", value });
    if (unusable.length > 0) held.add(path);
    else candidates.push(articleCandidate(path, read, article, library.digestsOf(media)));
  }
  return { candidates, problems, held };
}
