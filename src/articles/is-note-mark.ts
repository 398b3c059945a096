import type { DefaultTreeAdapterTypes } from "parse5";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** What stands between two marks, or around one. */
const AROUND_MARKS = /^[\s,;[\]()]*$/;
const BACK_ARROW = /^\s*[↩⤴↑⏎]/u;

/** Whether an element is a footnote's mark in the text, or the arrow that leads back to it: no words of the text. */
export function isNoteMark(element: Element): boolean {
  if (element.tagName === "sup") return holdsOnly(element, isNoteLink);
  if (!isNoteLink(element)) return false;
  const first = element.childNodes[0];
  if (first !== undefined && "value" in first) return BACK_ARROW.test(first.value);
  return holdsOnly(element, ({ tagName }) => tagName === "sup");
}

function isNoteLink({ tagName, attrs }: Element): boolean {
  return tagName === "a" && attrs.some(({ name, value }) => name === "href" && value.startsWith("#"));
}

function holdsOnly({ childNodes }: Element, isWanted: (element: Element) => boolean): boolean {
  const isFit = (node: Node): boolean =>
    "tagName" in node ? isWanted(node) : !("value" in node) || AROUND_MARKS.test(node.value);
  return childNodes.some((node) => "tagName" in node) && childNodes.every(isFit);
}
