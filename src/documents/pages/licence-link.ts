import { html } from "hono/html";
import type { Html } from "./layout.ts";
import type { Words } from "./words.ts";

const CREATIVE_COMMONS =
  /^https?:\/\/creativecommons\.org\/(?:licenses\/(by(?:-nc)?(?:-nd|-sa)?)|publicdomain\/(zero))\/(\d\.\d)(?:\/|$)/;

/** What an item may be used for, under the licence's name. */
export function licenceLink(licence: string, words: Words): Html {
  return html`<p class="muted">${words.html("licence", html`<a rel="license" href="${licence}">${nameOf(licence)}</a>`)}</p>\n`;
}

function nameOf(licence: string): string {
  const [found, terms, , version] = CREATIVE_COMMONS.exec(licence) ?? [];
  if (found === undefined) return new URL(licence).host;
  return terms === undefined ? `CC0 ${version}` : `CC ${terms.toUpperCase()} ${version}`;
}
