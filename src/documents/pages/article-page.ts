import { html } from "hono/html";
import type { ArticleItem, Edition } from "../../edition/edition.ts";
import { itemFacts } from "./item-facts.ts";
import { type Html, layout } from "./layout.ts";

/** An article's own page. A derived title is marked by a class: its words come again in the first sentence. */
export function articlePage(article: ArticleItem, edition: Edition): string {
  const main = html`<article>
${heading(article)}
${itemFacts(article)}
${article.paragraphs.map((text, index) => paragraph(index === 0 ? article.dateline : null, text))}</article>
`;
  const title = `${article.title} – ${edition.site.title}`;
  return layout({ title, url: article.url, channels: edition.channels.slice(0, 1), main }, edition);
}

function heading({ title, titleDerived }: ArticleItem): Html {
  if (titleDerived) return html`<h1 class="title-derived" dir="auto">${title}</h1>`;
  return html`<h1 dir="auto">${title}</h1>`;
}

function paragraph(dateline: string | null, text: string): Html {
  return html`<p dir="auto">${dateline !== null && html`<b>${dateline}</b> — `}${text}</p>\n`;
}
