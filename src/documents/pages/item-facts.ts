import { html } from "hono/html";
import type { Item } from "../../edition/edition.ts";
import type { Author } from "../../edition/site.ts";
import type { Html } from "./layout.ts";
import { time } from "./time.ts";

/** Who wrote an item and when, as far as it is known. */
export function itemFacts(item: Item): Html {
  const updated =
    item.updated > item.published && html`, <span lang="en">updated</span> ${time(item.updated)}`;
  return html`<p class="muted">${item.authors.map(byline)}${time(item.published)}${updated}</p>`;
}

function byline({ name, url }: Author): Html {
  const linked =
    url === undefined ? html`<span dir="auto">${name}</span>` : html`<a href="${url}" dir="auto">${name}</a>`;
  return html`${linked}, `;
}
