import { parse } from "parse5";
import { checkLabels } from "./check-labels.ts";
import { checkHttpUrl, checkLanguage, checkNotEmpty } from "./check-values.ts";
import { attributeOf, elementsOf, type HtmlElement, objectingToMarkup, textIn } from "./html-tree.ts";
import type { Objector } from "./objection.ts";

/**
 * Objects to what keeps a page from being read by everybody or what its Content-Security-Policy would block.
 *
 * @param url absolute URL it is served from
 * @returns the absolute URLs it links to
 */
export function checkPage(text: string, url: string, object: Objector): readonly string[] {
  const tree = parse(text, objectingToMarkup("The page", object));
  const elements = elementsOf(tree);
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);

  checkLanguage("lang of <html>", attributeOf(named("html")[0], "lang") ?? "", object);
  for (const name of ["title", "h1", "main"]) {
    const found = named(name);
    if (found.length !== 1) object(`<${name}> stands once`, `${found.length}`, "one");
    for (const element of found) checkNotEmpty(`<${name}>`, textIn(element), object);
  }
  const viewport = named("meta").some((meta) => attributeOf(meta, "name") === "viewport");
  if (!viewport) object("The page fits small screens", "", '<meta name="viewport">');

  const ids = checkElements(elements, object);
  return elements.flatMap((element) => linksOf(element, url, ids, object));
}

/** @returns the ids that fragments may point to */
function checkElements(elements: readonly HtmlElement[], object: Objector): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const element of elements) {
    const id = attributeOf(element, "id");
    if (id !== null && ids.has(id)) object("Each id stands once", id, "an id that no other element has");
    if (id !== null) ids.add(id);
    checkLabels(element, object);
    const { tagName } = element;
    if (tagName === "script" || tagName === "style")
      object("The page has no inline styles and scripts", `<${tagName}>`, "none");
    for (const { name, value } of element.attrs) {
      const blocked = name === "style" || name.startsWith("on");
      if (blocked) object("The page has no inline styles and scripts", `${name}="${value}"`, "none");
    }
  }
  return ids;
}

/** @returns the absolute URLs the element links to: one or none */
function linksOf(
  element: HtmlElement,
  url: string,
  ids: ReadonlySet<string>,
  object: Objector,
): readonly string[] {
  const link = attributeOf(element, "href") ?? attributeOf(element, "src");
  if (link === null) return [];
  if (link.startsWith("#")) {
    if (!ids.has(link.slice(1)))
      object("A link within the page leads to an element of it", link, "the id of an element");
    return [];
  }
  if (link.startsWith("/")) return [new URL(link, url).href];
  checkHttpUrl(`The link of <${element.tagName}>`, link, object);
  return [link];
}
