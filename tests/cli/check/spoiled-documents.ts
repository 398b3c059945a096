import { checkDocuments } from "../../../src/cli/check/check-documents.ts";
import type { CheckedDocument } from "../../../src/cli/check/checked-document.ts";
import type { Objection } from "../../../src/cli/check/objection.ts";
import type { Document } from "../../../src/documents/document.ts";
import { renderDocuments } from "../../../src/documents/render-documents.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { goldenEdition } from "../../documents/golden-edition.ts";
import { sampleScripts } from "../../documents/sample-scripts.ts";

const STATUSES: Partial<Record<Document["kind"], number>> = { gone: 410, missing: 404 };

/** All documents of an edition as they will be served. */
export function documentsOf(edition: Edition): readonly CheckedDocument[] {
  return [...renderDocuments(edition, sampleScripts)].map(({ kind, path, mediaType, parts }) => ({
    path,
    mediaType,
    parts,
    status: STATUSES[kind] ?? 200,
  }));
}

/** What is said against documents of that edition. */
export function objectionsTo(
  documents: Iterable<CheckedDocument>,
  { site, media, moves, at }: Edition,
): readonly Objection[] {
  const otherPaths = [...media.map(({ path }) => path), ...moves.map(({ from }) => from)];
  return checkDocuments(documents, site.url, otherPaths, at);
}

export const goldenDocuments = documentsOf(goldenEdition);

/** The rules that the document at `path` breaks, each once, when the first `from` in it is made `to`. */
export function brokenRules(path: string, from: string, to: string): readonly string[] {
  return rulesAt(path, spoil(path, from, to));
}

/** The golden documents with the first `from` at `path` made `to`. */
export function spoil(path: string, from: string, to: string): readonly CheckedDocument[] {
  return goldenDocuments.map((document) => {
    if (document.path !== path) return document;
    const place = document.parts.findIndex((part) => part.includes(from));
    if (place === -1) throw new Error(`${path} does not hold ${from}`);
    const parts = document.parts.map((part, index) =>
      index === place ? part.replace(from, () => to) : part,
    );
    return { ...document, parts };
  });
}

/** The rules that the document at `path` breaks, each once. */
export function rulesAt(path: string, documents: Iterable<CheckedDocument>): readonly string[] {
  const rules = objectionsTo(documents, goldenEdition)
    .filter((objection) => objection.path === path)
    .map(({ rule }) => rule);
  return [...new Set(rules)];
}
