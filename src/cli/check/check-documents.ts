import type { CheckedDocument } from "./checked-document.ts";
import { DocumentCheck } from "./document-check.ts";
import type { Objection } from "./objection.ts";

export { describeObjection } from "./objection.ts";

/**
 * What a feed validator, a reader or a browser would object to in the documents. Empty when they may be published.
 *
 * @param siteUrl origin they are served from, without a final slash
 * @param otherPaths of what is no document but answers: media, and addresses that changed, with all that is below them
 * @param now after which nothing may be dated; null if that is not known
 */
export function checkDocuments(
  documents: Iterable<CheckedDocument>,
  siteUrl: string,
  otherPaths: Iterable<string> = [],
  now: Date | null = null,
): readonly Objection[] {
  const check = new DocumentCheck(siteUrl, now);
  for (const document of documents) check.add(document);
  return check.finish(otherPaths);
}
