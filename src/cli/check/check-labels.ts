import { attributeOf, elementsOf, type HtmlElement, textIn } from "./html-tree.ts";
import type { Objector } from "./objection.ts";

const LABELS = ["aria-label", "aria-labelledby", "title"];

/** Pictures and links say what they are, to those who do not see them. */
export function checkLabels(element: HtmlElement, object: Objector): void {
  if (element.tagName === "img" && attributeOf(element, "alt") === null)
    object("<img> has an alternative text", attributeOf(element, "src") ?? "", "alt, empty for an ornament");
  const href = attributeOf(element, "href");
  if (element.tagName === "a" && href !== null && !isLabelled(element))
    object("A link has a text or a label", href, "text, aria-label or a picture with an alternative text");
}

function isLabelled(link: HtmlElement): boolean {
  const labels = LABELS.map((name) => attributeOf(link, name));
  const pictures = elementsOf(link).map((element) => attributeOf(element, "alt"));
  return [textIn(link), ...labels, ...pictures].some((text) => text !== null && text.trim() !== "");
}
