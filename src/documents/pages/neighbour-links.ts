import { html } from "hono/html";
import type { ItemWithPage } from "./about.ts";
import { directionOf, langIfOther } from "./language.ts";
import type { Html } from "./layout.ts";
import type { WordKey, Words } from "./words.ts";

/** What was published just before and just after an item. */
export type Neighbours = { readonly earlier: Neighbour | null; readonly later: Neighbour | null };

export type Neighbour = Pick<ItemWithPage, "title" | "url" | "language">;

/** The ways from an item's page to those beside it. */
export function neighbourLinks({ earlier, later }: Neighbours, words: Words): Html | null {
  if (earlier === null && later === null) return null;
  return html`<nav class="pair" aria-label="${words.text("neighbours")}"${words.lang("neighbours")}>
${earlier !== null && link(earlier, "earlier", "prev", words)}${later !== null && link(later, "later", "next", words)}</nav>
`;
}

function link({ title, url, language }: Neighbour, key: WordKey, rel: string, words: Words): Html {
  const lang = langIfOther(language, words.languageOf("neighbours"));
  return html`<p><span>${words.text(key)}</span> <a href="${url}" rel="${rel}"${lang} dir="${directionOf(title, language)}">${title}</a></p>\n`;
}
