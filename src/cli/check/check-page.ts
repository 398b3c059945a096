import { parse } from "parse5";
import { checkLabels } from "./check-labels.ts";
import { checkMetadata } from "./check-metadata.ts";
import { checkHttpUrl, checkLanguage, checkNotEmpty } from "./check-values.ts";
import {
  attributeOf,
  elementsOf,
  type HtmlElement,
  objectingToMarkup,
  spokenIn,
  textIn,
} from "./html-tree.ts";
import type { Objector } from "./objection.ts";

export type PageReading = {
  /** Absolute URLs. */
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
};

/**
 * Objects to what keeps a page from being read by everybody or what its Content-Security-Policy would block.
 *
 * @param url absolute URL it is served from
 */
export function checkPage(text: string, url: string, status: number, object: Objector): PageReading {
  const tree = parse(text, objectingToMarkup("The page", object));
  const elements = elementsOf(tree);
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);

  checkLanguage("lang of <html>", attributeOf(named("html")[0], "lang") ?? "", object);
  const written = writtenElements(elements);
  for (const name of ["title", "h1", "main"]) {
    const found = named(name).filter((element) => !written.has(element));
    if (found.length !== 1) object(`<${name}> stands once`, `${found.length}`, "one");
    for (const element of found) checkNotEmpty(`<${name}>`, spokenIn(element), object);
  }
  const viewport = named("meta").some((meta) => attributeOf(meta, "name") === "viewport");
  if (!viewport) object("The page fits small screens", "", '<meta name="viewport">');

  // What is answered with an error is found by nobody.
  const inMetadata = status === 200 ? checkMetadata(elements, object) : [];
  const ids = checkElements(elements, written, object);
  for (const script of named("script")) checkScript(script, url, written.has(script), object);
  const isApp = (element: HtmlElement) => !written.has(element) && leadsToApp(element);
  const links = elements.filter((element) => !isApp(element));
  return { links: [...inMetadata, ...links.flatMap((element) => linksOf(element, url, ids, object))], ids };
}
/** @returns the ids that fragments may point to */
function checkElements(
  elements: readonly HtmlElement[],
  written: ReadonlySet<HtmlElement>,
  object: Objector,
): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const element of elements) {
    const id = attributeOf(element, "id");
    if (id !== null && ids.has(id)) object("Each id stands once", id, "an id that no other element has");
    if (id !== null) ids.add(id);
    if (!written.has(element)) checkLabels(element, object);
    const { tagName } = element;
    if (tagName === "style") object("The page has no inline styles and scripts", `<${tagName}>`, "none");
    for (const { name, value } of element.attrs) {
      const blocked = name === "style" || name.startsWith("on");
      if (blocked) object("The page has no inline styles and scripts", `${name}="${value}"`, "none");
    }
  }
  return ids;
}

/** A file of ours, or data for search engines, which is no script. */
function checkScript(script: HtmlElement, url: string, isWritten: boolean, object: Objector): void {
  const src = attributeOf(script, "src");
  const isData = attributeOf(script, "type") === "application/ld+json";
  if (isWritten || (src === null ? !isData : textIn(script) !== ""))
    object("The page has no inline styles and scripts", "<script>", "none");
  else if (src !== null && URL.parse(src, url)?.origin !== new URL(url).origin)
    object("A script of the page is the site's own", src, new URL(url).origin);
}

/** `feed:` and the schemes of feed readers. */
function leadsToApp(element: HtmlElement): boolean {
  const href = attributeOf(element, "href") ?? "";
  return (
    element.tagName === "a" && /^(?!https?:|javascript:|vbscript:|data:)[a-z][a-z0-9+.-]*:\S+$/i.test(href)
  );
}

/** What an author wrote stands in a division of the article: a picture without a description there stops nobody. */
function writtenElements(elements: readonly HtmlElement[]): ReadonlySet<HtmlElement> {
  const bodies = elements.filter(
    ({ tagName, parentNode }) => tagName === "div" && parentNode?.nodeName === "article",
  );
  return new Set(bodies.flatMap(elementsOf));
}

/** @returns the absolute URLs the element links to: one or none */
function linksOf(
  element: HtmlElement,
  url: string,
  ids: ReadonlySet<string>,
  object: Objector,
): readonly string[] {
  const link = attributeOf(element, "href") ?? attributeOf(element, "src");
  if (link === null || (element.tagName === "a" && link.startsWith("mailto:"))) return [];
  if (link.startsWith("#")) {
    if (!ids.has(link.slice(1)))
      object("A link within the page leads to an element of it", link, "the id of an element");
    return [];
  }
  if (link.startsWith("/")) return [new URL(link, url).href];
  checkHttpUrl(`The link of <${element.tagName}>`, link, object);
  return [link];
}
