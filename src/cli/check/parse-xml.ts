import { SaxesParser } from "saxes";
import type { Objector } from "./objection.ts";

export type XmlElement = {
  /** Without prefix. */
  readonly name: string;
  /** Namespace; empty for none. */
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text that stands directly in it. */
  readonly text: string;
};

type OpenElement = XmlElement & { readonly children: XmlElement[]; text: string };

/**
 * Reads a document that is sent as UTF-8, as namespaces in XML demand it. Null if it is not well-formed, which has then
 * been objected to.
 */
export function parseXml(text: string, object: Objector): XmlElement | null {
  const root: OpenElement = newElement("", "", {});
  const open = [root];
  const mistakes: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const addText = (more: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += more;
  };
  parser.on("error", (error) => mistakes.push(error.message));
  parser.on("xmldecl", ({ encoding = "utf-8" }) => {
    if (encoding.toLowerCase() !== "utf-8")
      object("The document says of itself that it is UTF-8", encoding, "utf-8, as it is sent");
  });
  parser.on("doctype", () => object("A feed has no document type", "<!DOCTYPE", "none"));
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("opentag", ({ local, uri, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
    const element = newElement(local, uri, Object.fromEntries(values));
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();

  const [first] = mistakes;
  if (first === undefined) return root.children[0] ?? null;
  object("XML is well-formed and its namespaces are declared", first, "a document that XML parsers accept");
  return null;
}

/** The children of that name. */
export function childrenOf(parent: XmlElement, namespace: string, name: string): readonly XmlElement[] {
  return parent.children.filter((child) => child.name === name && child.namespace === namespace);
}

/** The text of the first child of that name; empty if there is none. */
export function textOf(parent: XmlElement, namespace: string, name: string): string {
  return childrenOf(parent, namespace, name)[0]?.text ?? "";
}

function newElement(
  name: string,
  namespace: string,
  attributes: Readonly<Record<string, string>>,
): OpenElement {
  return { name, namespace, attributes, children: [], text: "" };
}
