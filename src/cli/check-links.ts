import { linksOf } from "../articles/article-files.ts";
import type { Edition } from "../edition/edition.ts";
import type { Match } from "../edition/reconcile.ts";
import type { FileProblem } from "./read-data.ts";

/** Links from articles to articles that are not published: only their words stay. */
export function checkLinks(matches: readonly Match[], edition: Edition): readonly FileProblem[] {
  const published = new Set(edition.items.map(({ id }) => id));
  const shown = matches.filter(({ record }) => published.has(record.id));
  const files = new Set(shown.flatMap(({ candidates }) => candidates.map(({ file }) => file)));
  return shown.flatMap(({ candidates: [candidate] }) => {
    if (candidate.kind !== "article" || candidate.markdown === null) return [];
    const dangling = linksOf(candidate.markdown.article).filter((file) => !files.has(file));
    return dangling.map((value) => ({ file: candidate.file, kind: "link-to-nothing", value }));
  });
}
