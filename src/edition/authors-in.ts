import type { Author } from "../articles/author.ts";
import { authorsOf } from "./authors-of.ts";
import type { Candidate } from "./candidate.ts";
import { foldName } from "./fold-name.ts";
import type { Site } from "./site.ts";

/** Who wrote a text, with what `site.yaml` knows of them; what the text itself says of somebody counts more. */
export function authorsIn(candidate: Candidate, site: Site): readonly Author[] {
  if (candidate.kind === "headline") return [];
  const authors = candidate.markdown?.article.authors ?? authorsOf(candidate.byline);
  return authors.map((author) => ({ ...knownAs(author.name, site), ...author }));
}

function knownAs(name: string, site: Site): Partial<Author> {
  const fold = foldName(name);
  const contributor = site.contributors.find((one) =>
    [one.name, ...one.aliases].map(foldName).includes(fold),
  );
  return contributor?.author ?? site.authors.find((author) => foldName(author.name) === fold) ?? {};
}
