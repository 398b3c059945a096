import { html, raw } from "hono/html";
import { correctionFragment } from "../../edition/correction-fragment.ts";
import type { ArticleItem, Correction, Edition } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import { formatDay } from "../format-day.ts";
import { formatInstant } from "../format-instant.ts";
import { enclosureFigure } from "./enclosure-figure.ts";
import type { Guide } from "./guide.ts";
import { itemFacts } from "./item-facts.ts";
import { isRightToLeft } from "./language.ts";
import type { Html, Page } from "./layout.ts";
import { licenceLink } from "./licence-link.ts";
import { pictureFigure } from "./picture-figure.ts";
import { storyLink } from "./story-link.ts";

/** An article's own page. A derived title is marked by a class: its words come again in the first sentence. */
export function articlePage(article: ArticleItem, { site }: Edition, guide: Guide): Page {
  const { path, title, url, canonical, language, link, image, enclosures } = article;
  const licence = article.licence ?? site.licence;
  const main = html`<article>
${heading(article)}
${link !== null && storyLink(link)}${itemFacts(article, guide)}${image !== null && pictureFigure(image)}${body(article)}${enclosures.map(enclosureFigure)}${corrections(article, site)}${licence !== null && licenceLink(licence)}</article>
`;
  return {
    kind: "page",
    path,
    title: `${title} – ${site.title}`,
    canonical: canonical ?? url,
    language,
    channels: guide.channelsOf(article),
    main,
  };
}

function heading({ title, titleDerived }: ArticleItem): Html {
  if (titleDerived) return html`<h1 class="title-derived" dir="auto">${title}</h1>`;
  return html`<h1 dir="auto">${title}</h1>`;
}

function body(article: ArticleItem): Html {
  if (article.html === null) {
    return html`${article.paragraphs.map((text, index) => paragraph(index === 0 ? article.dateline : null, text))}`;
  }
  // An article may be in another language than it says. Where it says one that runs from right to left, a Latin word
  // at its start must not turn it round.
  const direction = !isRightToLeft(article.language) && html` dir="auto"`;
  // The one text that is markup already: it was sanitised when the article was read.
  return html`<div${direction}>
${raw(article.html)}
</div>
`;
}

function paragraph(dateline: string | null, text: string): Html {
  return html`<p dir="auto">${dateline !== null && html`<b>${dateline}</b> — `}${text}</p>\n`;
}

function corrections({ corrections }: ArticleItem, site: Site): Html | null {
  if (corrections.length === 0) return null;
  return html`<section aria-labelledby="corrections">
<h2 id="corrections" lang="en">Corrections</h2>
${corrections.map((correction) => corrected(correction, site))}</section>
`;
}

/** Dated like the same words in the feeds: by the calendar of the publication. */
function corrected({ id, date, note }: Correction, { timeZone }: Site): Html {
  const day = html`<time datetime="${formatInstant(date)}">${formatDay(date, timeZone)}</time>`;
  return html`<p id="${correctionFragment(id)}">${day}: <span dir="auto">${note}</span></p>\n`;
}
