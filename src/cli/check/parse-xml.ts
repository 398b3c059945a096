import { SaxesParser, type SaxesTagNS } from "saxes";
import type { ParsedPieces } from "./feed-reading.ts";
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

export type ParsedXml = { readonly root: XmlElement; readonly pieces: ParsedPieces | null };

type OpenElement = XmlElement & { readonly children: XmlElement[]; text: string };

/**
 * Reads a document that is sent as UTF-8, as namespaces in XML demand it. Null if it is not well-formed, which has then
 * been objected to.
 */
export function parseXml(text: string, object: Objector): XmlElement | null {
  return parseXmlParts([text], object)?.root ?? null;
}

/**
 * The same of a document in parts. If it has pieces between the first part and the last, and each of them is one element
 * that could as well stand elsewhere, the result says which namespaces they need.
 */
export function parseXmlParts(parts: readonly string[], object: Objector): ParsedXml | null {
  const reader = new XmlReader(object);
  const pieces = reader.readParts(parts);
  const root = reader.close();
  return root === null ? null : { root, pieces };
}

/** Stands between the parts: it is read as an element only where a part leaves neither a tag nor a comment open. */
const PROBE = "<probe/>";

class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #object: Objector;
  readonly #root: OpenElement = newElement("", "", {});
  readonly #open = [this.#root];
  readonly #prefixes = new Set([""]);
  #needed = new Set<string>();
  #mistake: string | null = null;

  constructor(object: Objector) {
    this.#object = object;
    this.#parser.on("error", ({ message }) => {
      this.#mistake ??= message;
    });
    this.#parser.on("xmldecl", ({ encoding = "utf-8" }) => {
      if (encoding.toLowerCase() !== "utf-8")
        object("The document says of itself that it is UTF-8", encoding, "utf-8, as it is sent");
    });
    this.#parser.on("doctype", () => object("A feed has no document type", "<!DOCTYPE", "none"));
    this.#parser.on("text", (text) => this.#addText(text));
    this.#parser.on("cdata", (text) => this.#addText(text));
    this.#parser.on("opentag", (tag) => this.#openElement(tag));
    this.#parser.on("closetag", () => this.#open.pop());
  }

  readParts(parts: readonly string[]): ParsedPieces | null {
    const [head = "", ...others] = parts;
    const tail = others.pop() ?? "";
    this.#parser.write(head);
    const parent = this.#open.at(-1);
    const hasPlace = parent !== undefined && parent !== this.#root && others.length > 0;
    const pieces = hasPlace ? this.#readPieces(others, parent) : null;
    if (!hasPlace) for (const text of others) this.#parser.write(text);
    this.#parser.write(tail);
    return pieces;
  }

  #readPieces(texts: readonly string[], parent: OpenElement): ParsedPieces | null {
    const declared = new Set(
      [...this.#prefixes].map((prefix) => `${prefix}=${this.#parser.resolve(prefix) ?? ""}`),
    );
    const depth = this.#open.length;
    let areElements = this.#takeProbe(parent);
    const needed = texts.map((text) => {
      const count = parent.children.length;
      this.#needed = new Set();
      this.#parser.write(text);
      const names = [...this.#needed];
      const isElement = this.#takeProbe(parent) && parent.children.length === count + 1;
      areElements &&= isElement && this.#open.length === depth;
      return names;
    });
    return areElements ? { declared, needed } : null;
  }

  /** Whether the parser stands in the content of the element. */
  #takeProbe(parent: OpenElement): boolean {
    this.#parser.write(PROBE);
    if (this.#open.at(-1) !== parent || parent.children.at(-1)?.name !== "probe") return false;
    parent.children.pop();
    return true;
  }

  close(): XmlElement | null {
    this.#parser.close();
    if (this.#mistake === null) return this.#root.children[0] ?? null;
    this.#object(
      "XML is well-formed and its namespaces are declared",
      this.#mistake,
      "a document that XML parsers accept",
    );
    return null;
  }

  #addText(text: string): void {
    const element = this.#open.at(-1);
    if (element !== undefined) element.text += text;
  }

  #openElement({ local, uri, prefix, ns, attributes }: SaxesTagNS): void {
    for (const declared of Object.keys(ns)) this.#prefixes.add(declared);
    this.#needed.add(`${prefix}=${uri}`);
    const values: Record<string, string> = {};
    for (const attribute of Object.values(attributes)) {
      values[attribute.name] = attribute.value;
      const { prefix } = attribute;
      if (prefix !== "" && !FIXED_PREFIXES.has(prefix)) this.#needed.add(`${prefix}=${attribute.uri}`);
    }
    const element = newElement(local, uri, values);
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }
}

const FIXED_PREFIXES = new Set(["xml", "xmlns"]);

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
