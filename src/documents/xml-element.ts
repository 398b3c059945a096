import { escapeAttribute, escapeMarkup } from "../articles/escape-markup.ts";

/** An element of an XML document, in the shape of `feed`'s extensions. Texts and values are plain text: who writes it escapes it. */
export type XmlElement = {
  readonly name: string;
  readonly objects: {
    readonly _attributes: XmlAttributes;
    /** Empty for an element without content. A list of elements is our own addition. */
    readonly _text: string | readonly XmlElement[];
  };
};

/** A value that is null is left out. */
export type XmlAttributes = Readonly<Record<string, string | number | null>>;

const NONE: XmlAttributes = {};

export function element(
  name: string,
  content: string | readonly XmlElement[],
  attributes: XmlAttributes = NONE,
): XmlElement {
  return { name, objects: { _attributes: attributes, _text: content } };
}

/** The element as text, without a line end at its end. What it holds stands on lines of its own, but not further in: readers would pay for that. */
export function formatElement({ name, objects: { _attributes, _text: content } }: XmlElement): string {
  const start = `<${name}${formatAttributes(_attributes)}`;
  if (content.length === 0) return `${start}/>`;
  if (typeof content === "string") return `${start}>${escapeMarkup(content)}</${name}>`;
  let inner = "";
  for (const child of content) inner += `${formatElement(child)}\n`;
  return `${start}>\n${inner}</${name}>`;
}

export function formatAttributes(attributes: XmlAttributes): string {
  let text = "";
  for (const name in attributes) {
    const value = attributes[name] ?? null;
    if (value !== null) text += ` ${name}="${escapeAttribute(String(value))}"`;
  }
  return text;
}
