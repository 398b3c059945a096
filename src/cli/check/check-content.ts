import { parseFragment } from "parse5";
import { elementsOf, type HtmlElement, objectingToMarkup } from "./html-tree.ts";
import type { Objector } from "./objection.ts";

/** What the HTML of an item leads to and is led to. */
export type ContentReading = {
  /** Absolute URLs, as they stand there. */
  readonly links: readonly string[];
  readonly ids: readonly string[];
};

/** What readers show: text, lists, tables, pictures, sound and film. No form, frame, style, script or foreign markup. */
const ELEMENTS = new Set(
  `a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
  figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp small source span strong sub
  summary sup table tbody td tfoot th thead time tr track u ul var video wbr`.split(/\s+/),
);

/** Attributes that hold one URL. */
const URL_ATTRIBUTES = new Set(["href", "src", "poster", "cite", "longdesc", "data", "action", "background"]);

/** The HTML of an item, as it stands in a reader: well-formed, without scripts, with absolute URLs. */
export function checkContent(html: string, object: Objector): ContentReading {
  const fragment = parseFragment(html, objectingToMarkup("The content", object));
  const links: string[] = [];
  const ids: string[] = [];
  for (const element of elementsOf(fragment)) {
    if (!ELEMENTS.has(element.tagName))
      object("The content holds only text and pictures", `<${element.tagName}>`, "none");
    checkAttributes(element, links, object);
    for (const { name, value } of element.attrs) if (name === "id") ids.push(value);
  }
  return { links, ids };
}

function checkAttributes({ attrs }: HtmlElement, links: string[], object: Objector): void {
  for (const { name, value } of attrs) {
    if (name === "style" || name.startsWith("on"))
      object("The content has no styles and scripts", name, "none");
    const urls = name === "srcset" ? urlsOfSrcset(value) : URL_ATTRIBUTES.has(name) ? [value] : [];
    for (const url of urls) {
      checkContentUrl(name, url, object);
      links.push(url);
    }
  }
}

/** The addresses of a `srcset`. With anything else than an address and a size a candidate is taken whole, which is no address. */
function urlsOfSrcset(value: string): readonly string[] {
  return value.split(/,\s+/).map((candidate) => candidate.replace(/ \d[\d.]*[wx]$/, ""));
}

// Browsers and readers take more characters in a URL of HTML than RFC 3986 has.
function checkContentUrl(name: string, url: string, object: Objector): void {
  const isAbsolute = /^https?:\/\/[^\s/]\S*$/.test(url) || (name === "href" && /^mailto:\S+$/.test(url));
  if (isAbsolute && URL.canParse(url)) return;
  object(`${name} in the content is an absolute URL`, url, "http:// or https://");
}
