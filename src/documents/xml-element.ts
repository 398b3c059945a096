import { escapeAttribute, escapeMarkup } from "../articles/escape-markup.ts";

/** An element of an XML document. Texts and values are plain text: who writes it escapes it. */
export type XmlElement = {
  readonly name: string;
  /** A value that is null is left out. */
  readonly attributes: Readonly<Record<string, string | number | null>>;
  /** Empty for an element without content. */
  readonly content: string | readonly XmlElement[];
};

export function element(
  name: string,
  content: XmlElement["content"],
  attributes: XmlElement["attributes"] = {},
): XmlElement {
  return { name, attributes, content };
}

/** The element as text, without a line end at its end; what it holds stands four spaces further in. */
export function formatElement({ name, attributes, content }: XmlElement, indentation: string): string {
  const start = `${indentation}<${name}${formatAttributes(attributes)}`;
  if (content.length === 0) return `${start}/>`;
  if (typeof content === "string") return `${start}>${escapeMarkup(content)}</${name}>`;
  const inner = content.map((child) => formatElement(child, `${indentation}    `));
  return `${start}>\n${inner.join("\n")}\n${indentation}</${name}>`;
}

export function formatAttributes(attributes: XmlElement["attributes"]): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? "" : ` ${name}="${escapeAttribute(String(value))}"`))
    .join("");
}
