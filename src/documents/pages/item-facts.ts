import { html } from "hono/html";
import type { Author } from "../../articles/author.ts";
import type { Category, Item } from "../../edition/edition.ts";
import type { Guide } from "./guide.ts";
import type { Html } from "./layout.ts";
import { time } from "./time.ts";

/** Who wrote an item, when, under what it is filed and who delivered it, as far as it is known. */
export function itemFacts(item: Item, guide: Guide): Html {
  const updated =
    item.updated > item.published && html`, <span lang="en">updated</span> ${time(item.updated)}`;
  return html`<p class="muted">${item.authors.map((author) => byline(author, guide))}${time(item.published)}${updated}</p>
${filedUnder("Section", "section", item)}${filedUnder("Tags", "tag", item)}${source(item)}`;
}

/** A person's page here comes before one elsewhere, as it leads to more of theirs. */
function byline(author: Author, guide: Guide): Html {
  const url = guide.pageOf(author) ?? author.url;
  const linked =
    url === undefined
      ? html`<span dir="auto">${author.name}</span>`
      : html`<a href="${url}" rel="author" dir="auto">${author.name}</a>`;
  return html`${linked}, `;
}

function filedUnder(name: string, kind: Category["kind"], { categories }: Item): Html | null {
  const links = categories
    .filter((category) => category.kind === kind)
    .map(
      ({ scheme, label }, index) =>
        html`${index > 0 && ", "}<a href="${scheme}" rel="tag" dir="auto">${label}</a>`,
    );
  return links.length === 0 ? null : html`<p class="muted"><span lang="en">${name}:</span> ${links}</p>\n`;
}

function source({ source }: Item): Html | null {
  if (source === null) return null;
  const { name, url } = source;
  const linked =
    url === undefined ? html`<span dir="auto">${name}</span>` : html`<a href="${url}" dir="auto">${name}</a>`;
  return html`<p class="muted"><span lang="en">Source:</span> ${linked}</p>\n`;
}
