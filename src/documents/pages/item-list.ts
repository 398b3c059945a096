import { html } from "hono/html";
import type { Item } from "../../edition/edition.ts";
import { langIfOther } from "./language.ts";
import type { Html } from "./layout.ts";
import { time } from "./time.ts";

/**
 * Items as a list of links with their dates. A headline leads straight to its story, a link post to its own page, as
 * that says something of its own.
 *
 * @param language of the page around it
 */
export function itemList(items: readonly Item[], language: string): Html {
  return html`<ul>
${items.map((item) => listed(item, language))}</ul>
`;
}

function listed(item: Item, language: string): Html {
  const url = (item.kind === "headline" && item.address) || item.url;
  const lang = langIfOther(item.language, language);
  return html`<li><a href="${url}"${lang} dir="auto">${item.title}</a> ${time(item.published)}${remark(item, lang)}</li>\n`;
}

/** What the title of a correction or a notice keeps to itself: the same words stand above each of them. */
function remark(item: Item, lang: Html | false): Html | null {
  if (item.kind === "correction") return html`<p${lang} dir="auto">${item.note}</p>`;
  return item.kind === "notice" ? html`<p${lang} dir="auto">${item.reason}</p>` : null;
}
