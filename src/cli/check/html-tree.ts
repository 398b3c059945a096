import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, ParserOptions } from "parse5";
import type { Objector } from "./objection.ts";

export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Every element below a node, in document order. */
export function elementsOf(root: DefaultTreeAdapterTypes.ParentNode): readonly HtmlElement[] {
  return [...nodesOf(root)].filter((node) => "tagName" in node);
}

/** The value of an attribute, null if there is none (or no such element). */
export function attributeOf(element: HtmlElement | undefined, name: string): string | null {
  return element?.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** The text in an element, that of its descendants included. */
export function textIn(element: DefaultTreeAdapterTypes.ParentNode): string {
  return [...nodesOf(element)].map((node) => ("value" in node ? node.value : "")).join("");
}

/** What those hear who do not see the page: its text, and that of its pictures. */
export function spokenIn(element: DefaultTreeAdapterTypes.ParentNode): string {
  const pictures = elementsOf(element).filter(({ tagName }) => tagName === "img");
  return [textIn(element), ...pictures.map((picture) => attributeOf(picture, "alt") ?? "")].join(" ");
}

// Parsers keep these characters and XML 1.0 allows them: text is not to lose them.
const HARMLESS = new Set(["noncharacter-in-input-stream", "control-character-in-input-stream"]);

/** Options for parse5 that object to everything in the markup that a browser would have to mend. */
export function objectingToMarkup(what: string, object: Objector): ParserOptions<DefaultTreeAdapterMap> {
  return {
    onParseError: ({ code }) => {
      if (!HARMLESS.has(code)) object(`${what} is valid HTML`, code, "HTML without parse errors");
    },
  };
}

// No recursion: a page may nest as deep as it likes.
function* nodesOf(root: DefaultTreeAdapterTypes.ParentNode): Generator<DefaultTreeAdapterTypes.ChildNode> {
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = root.childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (!("childNodes" in node)) continue;
    for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
}
