import { html } from "hono/html";
import type { Edition, HeadlineItem } from "../../edition/edition.ts";
import { itemFacts } from "./item-facts.ts";
import { type Html, layout } from "./layout.ts";

/** A headline's own page: the line itself and, if the source gave it, where the story is. */
export function headlinePage(headline: HeadlineItem, edition: Edition): string {
  const main = html`<article>
<h1 dir="auto">${headline.title}</h1>
${headline.address !== null && story(headline.address)}${itemFacts(headline)}
</article>
`;
  const title = `${headline.title} – ${edition.site.title}`;
  return layout({ title, url: headline.url, channels: edition.channels.slice(0, 1), main }, edition);
}

function story(address: string): Html {
  return html`<p><span lang="en">Read the story at</span> <a href="${address}">${new URL(address).host}</a></p>\n`;
}
