import type { Candidate } from "./candidate.ts";

/** The address the publisher asked for; undefined where the title decides. */
export function wantedSlug(candidate: Candidate): string | undefined {
  return candidate.kind === "article" ? candidate.markdown?.article.slug : undefined;
}
