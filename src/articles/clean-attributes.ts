import { cleanLine } from "../newswire/clean-text.ts";
import type { FileLink, OpenHtml } from "./article.ts";
import { cleanCharacters } from "./clean-characters.ts";
import { type AttributeKind, COMMON_ATTRIBUTES } from "./kept-elements.ts";
import { parseSrcset } from "./parse-srcset.ts";

/** An attribute's value before it is escaped; a file's address may stand in it. */
export type CleanAttribute = { readonly name: string; readonly value: OpenHtml };

/** Where an article's addresses and ids lead. */
export type Addresses = {
  /** An absolute address with one of the schemes (`https:`), a file, or null for what must not be linked. */
  readonly resolve: (url: string, schemes: readonly string[]) => string | FileLink | null;
  /** The id as it is written, null to leave it out. */
  readonly idOf: (id: string) => string | null;
};

export const MEDIA_SCHEMES = ["http:", "https:"];
const LINK_SCHEMES = [...MEDIA_SCHEMES, "mailto:"];

const CODE_LANGUAGE = /(?:^|\s)(language-[\w+#.-]+)(?=\s|$)/;
/** No reader's screen or list is larger; browsers clamp them anyway. */
const COUNT = /^\d{1,5}$/;
const INTEGER = /^-?\d{1,9}$/;

/** The attributes that a kept element keeps, in the order they came in. */
export function cleanAttributes(
  attributes: readonly { readonly name: string; readonly value: string }[],
  allowed: ReadonlyMap<string, AttributeKind>,
  addresses: Addresses,
): readonly CleanAttribute[] {
  const clean: CleanAttribute[] = [];
  for (const { name, value } of attributes) {
    const kind = allowed.get(name) ?? COMMON_ATTRIBUTES.get(name);
    const kept = name === "id" ? listed(addresses.idOf(value)) : kind && cleanValue(value, kind, addresses);
    if (kept) clean.push({ name, value: kept });
  }
  return clean;
}

function cleanValue(value: string, kind: AttributeKind, { resolve }: Addresses): OpenHtml | null {
  const text = cleanLine(cleanCharacters(value));
  if (typeof kind !== "string") return listed([text, text.toLowerCase()].find((one) => kind.includes(one)));
  switch (kind) {
    case "text":
      return [text];
    case "flag":
      return [""];
    case "count":
      return COUNT.test(text) ? [text] : null;
    case "integer":
      return INTEGER.test(text) ? [text] : null;
    case "code-language":
      return listed(CODE_LANGUAGE.exec(text)?.[1]);
    case "link":
      return listed(resolve(value, LINK_SCHEMES));
    case "address":
      return listed(resolve(value, MEDIA_SCHEMES));
    case "srcset":
      return cleanSrcset(value, resolve);
  }
}

function cleanSrcset(value: string, resolve: Addresses["resolve"]): OpenHtml | null {
  const pieces: (string | FileLink)[] = [];
  for (const { url, descriptor } of parseSrcset(value)) {
    const address = resolve(url, MEDIA_SCHEMES);
    if (address === null) continue;
    if (pieces.length > 0) pieces.push(", ");
    pieces.push(address);
    if (descriptor !== "") pieces.push(` ${descriptor}`);
  }
  return pieces.length === 0 ? null : pieces;
}

function listed(value: string | FileLink | null | undefined): OpenHtml | null {
  return value === null || value === undefined ? null : [value];
}
