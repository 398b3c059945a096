import { html } from "hono/html";
import { directionOf } from "../pages/language.ts";
import type { Html } from "../pages/layout.ts";
import { type FramePage, OUTWARDS } from "./frame-page.ts";
import type { PageFacts } from "./page-facts.ts";

/** An item, for a frame: what it is called and what it is about, whose it is, and its picture. */
export function itemCard(facts: PageFacts): FramePage {
  const { title, url, language, description, image } = facts;
  const main = html`<article class="card">
${image !== null && picture(facts)}<h1><a href="${url}"${OUTWARDS} dir="${directionOf(title, language)}">${title}</a></h1>
${description !== null && html`<p class="summary" dir="${directionOf(description, language)}">${description}</p>\n`}${whose(facts)}</article>
`;
  return { language, title, canonical: url, main };
}

/** Says nothing that the title does not say, and leads where the title leads, so it is passed over by those who can't see it. */
function picture({ image }: PageFacts): Html | null {
  if (image === null) return null;
  const size = image.width !== null && html` width="${image.width}" height="${image.height}"`;
  return html`<img src="${image.url}" alt=""${size}>\n`;
}

function whose({ author, publisher, published }: PageFacts): Html {
  const site = html`<a href="${publisher.url}"${OUTWARDS} dir="auto">${publisher.name}</a>`;
  const when = published !== null && html`, <time datetime="${published.dateTime}">${published.text}</time>`;
  return html`<p class="muted">${author !== null && html`<span dir="auto">${author.name}</span>, `}${site}${when}</p>\n`;
}
