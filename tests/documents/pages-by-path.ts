import { parse } from "parse5";
import { elementsOf, type HtmlElement } from "../../src/cli/check/html-tree.ts";
import { cleanEdition } from "../../src/documents/clean-edition.ts";
import type { Document } from "../../src/documents/document.ts";
import { renderPages } from "../../src/documents/render-pages.ts";
import { textOf } from "../../src/documents/text-of.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { sampleScripts } from "./sample-scripts.ts";

/** What renderPages() makes of an edition, by path. */
export function pagesByPath(edition: Edition): ReadonlyMap<string, Document> {
  const documents = [...renderPages(cleanEdition(edition), sampleScripts)];
  const byPath = new Map(documents.map((document) => [document.path, document]));
  if (byPath.size !== documents.length) throw new Error("Two documents have one path");
  return byPath;
}

/** The text of the document at a path. */
export function textAt(path: string, edition: Edition): string {
  const document = pagesByPath(edition).get(path);
  if (document === undefined) throw new Error(`There is no document at ${path}`);
  return textOf(document);
}

/** The elements of the page at a path, in their order, but for those without which `wanted` does. */
export function elementsAt(
  path: string,
  edition: Edition,
  wanted: (element: HtmlElement) => boolean,
): readonly HtmlElement[] {
  return elementsOf(parse(textAt(path, edition))).filter(wanted);
}
