import { type DefaultTreeAdapterTypes, parse, parseFragment, serialize } from "parse5";
import sanitizeHtml from "sanitize-html";
import { SaxesParser } from "saxes";
import { expect } from "vitest";
import { cleanHtml } from "../../src/articles/clean-html.ts";
import { joinHtml } from "../../src/articles/join-html.ts";
import { COMMON_ATTRIBUTES, KEPT_ELEMENTS } from "../../src/articles/kept-elements.ts";

type Node = DefaultTreeAdapterTypes.Node;

export const BASE = "https://paper.example/articles/flood";

/** What readers get of foreign HTML without files. */
export function clean(html: string, idPrefix?: string): string {
  const options = idPrefix === undefined ? { base: BASE } : { base: BASE, idPrefix };
  return joinHtml(cleanHtml(html, options).html, () => "");
}

/** Cleaned once and twice it is this, and nothing is wrong with it. */
export function expectCleaned(html: string, cleaned: string, idPrefix?: string): void {
  expect(clean(html, idPrefix)).toBe(cleaned);
  expect(clean(cleaned, idPrefix)).toBe(cleaned);
  expect(faultsIn(cleaned)).toEqual([]);
}

/** Everything that is wrong with HTML that was cleaned. */
export function faultsIn(html: string): readonly string[] {
  return [...dangersIn(html), ...strangersIn(html), ...syntaxFaultsIn(html)];
}

const ACTIVE = new Set(
  `applet base button canvas dialog embed form frame frameset iframe input isindex link math meta noembed noframes
  noscript object option param plaintext portal script select slot style svg template textarea title xmp`.split(
    /\s+/,
  ),
);
const ADDRESS_ATTRIBUTES = new Set(
  `action background cite codebase data formaction href icon longdesc manifest ping poster profile src usemap
  xlink:href`.split(/\s+/),
);
/** With `mailto:` in links, the only beginnings of an address; nothing is relative. */
const ABSOLUTE = /^https?:\/\/[^\s\p{Cc}"<>\\^`{|}]+$/u;

/** Whatever could act, load or lead astray, in any way that a browser may come to read the HTML. */
export function dangersIn(html: string): readonly string[] {
  const readings = [
    parseFragment(html),
    parseFragment(html, { scriptingEnabled: false }),
    parse(`<!doctype html><body>${html}`),
    parse(html),
  ];
  return readings.flatMap((reading) => [...nodesOf(reading)].flatMap(dangersOf));
}

function dangersOf(node: Node): readonly string[] {
  if (!("tagName" in node)) return [];
  const isActive = ACTIVE.has(node.tagName) || node.namespaceURI !== "http://www.w3.org/1999/xhtml";
  // A whole document has these, though nobody wrote them.
  const attributes = node.attrs.filter(({ name, value }) => isDangerous(node.tagName, name, value));
  return [
    ...(isActive ? [`<${node.tagName}>`] : []),
    ...attributes.map(({ name, value }) => `${node.tagName} ${name}=${value}`),
  ];
}

function isDangerous(tagName: string, name: string, value: string): boolean {
  if (name.startsWith("on") || name.includes(":") || ["style", "srcdoc", "name", "is", "slot"].includes(name))
    return true;
  if (name === "id") return !value.startsWith("p-");
  if (name === "srcset") return !value.split(", ").every((one) => ABSOLUTE.test(one.split(" ")[0] ?? ""));
  if (!ADDRESS_ATTRIBUTES.has(name)) return false;
  return !(ABSOLUTE.test(value) || (tagName === "a" && /^mailto:[!-~]*$/.test(value)));
}

function* nodesOf(root: Node): Generator<Node> {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    if ("childNodes" in node) open.push(...node.childNodes);
    if ("content" in node) open.push(node.content);
  }
}

/** What another sanitiser takes away, given the same list of what may stay. */
export function strangersIn(html: string): readonly string[] {
  const kept = sanitizeHtml(html, {
    allowedTags: [...KEPT_ELEMENTS.keys()],
    allowedAttributes: {
      "*": [...COMMON_ATTRIBUTES.keys(), "id"],
      ...Object.fromEntries([...KEPT_ELEMENTS].map(([name, attributes]) => [name, [...attributes.keys()]])),
    },
    allowedSchemes: ["http", "https", "mailto"],
    allowedSchemesByTag: Object.fromEntries(
      ["img", "audio", "video", "source", "track", "q", "del", "ins", "blockquote"].map((name) => [
        name,
        ["http", "https"],
      ]),
    ),
    allowedSchemesAppliedToAttributes: ["href", "src", "cite", "poster"],
    allowProtocolRelative: false,
    nonBooleanAttributes: [],
  });
  const [ours, theirs] = [html, kept].map((text) => serialize(parseFragment(text)));
  return ours === theirs ? [] : [`sanitize-html keeps ${kept}`];
}

/** What parsers of HTML and of XML complain of, and what no feed may hold. */
export function syntaxFaultsIn(html: string): readonly string[] {
  const faults: string[] = [];
  parseFragment(html, { onParseError: ({ code }) => faults.push(`HTML: ${code}`) });
  const xml = new SaxesParser();
  xml.on("error", ({ message }) => faults.push(`XML: ${message}`));
  xml.write(`<div>${html}</div>`).close();
  if (html.includes("]]>")) faults.push("]]>");
  return faults;
}
