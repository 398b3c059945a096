import { html, raw } from "hono/html";
import { correctionFragment } from "../../edition/correction-fragment.ts";
import type { ArticleItem, Correction, Edition } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import { enclosureFigure } from "./enclosure-figure.ts";
import type { Guide } from "./guide.ts";
import { itemByline, itemFiling, itemKicker } from "./item-facts.ts";
import { directionOf, isRightToLeft } from "./language.ts";
import type { Html, Page } from "./layout.ts";
import { licenceLink } from "./licence-link.ts";
import { pageOfItem } from "./page-of-item.ts";
import { pictureFigure } from "./picture-figure.ts";
import { scrollingTables } from "./scrolling-tables.ts";
import { sizedPictures } from "./sized-pictures.ts";
import { storyLink } from "./story-link.ts";
import { longTime } from "./time.ts";
import { type Words, wordsOf } from "./words.ts";

/** An article's own page. A derived title is marked by a class: its words come again in the first sentence. */
export function articlePage(article: ArticleItem, { site }: Edition, guide: Guide): Page {
  const { language, link, image, enclosures, summary } = article;
  const words = wordsOf(language, site);
  const licence = article.licence ?? site.licence;
  const main = html`${itemKicker(article)}${heading(article)}
${summary !== null && html`<p class="p-summary" dir="${directionOf(summary, language)}">${summary}</p>\n`}${itemByline(article, site, guide)}${corrected(article, words, site)}${
  link !== null && storyLink(link, words)
}${image !== null && pictureFigure(image)}${body(article)}${enclosures.map((enclosure) =>
  enclosureFigure(enclosure, words),
)}${corrections(article, words, site)}${footer(html`${itemFiling(article, site)}${licence !== null && licenceLink(licence, words)}`)}`;
  return pageOfItem(article, main, site, guide);
}

/** Without a line above nothing. */
function footer(text: Html): Html | false {
  return String(text) !== "" && html`<footer>\n${text}</footer>\n`;
}

function heading({ title, titleDerived, language }: ArticleItem): Html {
  return html`<h1 class="${titleDerived ? "p-name title-derived" : "p-name"}" dir="${directionOf(title, language)}">${title}</h1>`;
}

function body(article: ArticleItem): Html {
  if (article.html === null) {
    const paragraphs = article.paragraphs.map((text, i) =>
      paragraph(i === 0 ? article.dateline : null, text, article.language),
    );
    return html`<section class="e-content">\n${paragraphs}</section>\n`;
  }
  // An article may be in another language than it says. Where it says one that runs from right to left, a Latin word
  // at its start must not turn it round.
  const direction = !isRightToLeft(article.language) && html` dir="auto"`;
  // The one text that is markup already: it was sanitised when the article was read.
  return html`<div class="e-content"${direction}>
${raw(scrollingTables(sizedPictures(article.html, article.pictures)))}
</div>
`;
}

function paragraph(dateline: string | null, text: string, language: string): Html {
  return html`<p dir="${directionOf(text, language)}">${dateline !== null && html`<b>${dateline}</b> — `}${text}</p>\n`;
}

/** Above the text, so that nobody has to come to its end to know. */
function corrected({ corrections }: ArticleItem, words: Words, site: Site): Html | null {
  const newest = corrections.at(-1);
  if (newest === undefined) return null;
  const link = html`<a href="#corrections"${words.lang("corrected")}>${words.text("corrected")}</a>`;
  return html`<p class="muted">${link} · ${longTime(newest.date, null, words, site)}</p>\n`;
}

function corrections({ corrections }: ArticleItem, words: Words, site: Site): Html | null {
  if (corrections.length === 0) return null;
  return html`<section class="corrections" aria-labelledby="corrections">
<h2 id="corrections"${words.lang("corrections")}>${words.text("corrections")}</h2>
${corrections.map((correction) => correctionNote(correction, words, site))}</section>
`;
}

function correctionNote({ id, date, note }: Correction, words: Words, site: Site): Html {
  return html`<p id="${correctionFragment(id)}">${longTime(date, null, words, site)} <span dir="${directionOf(note, words.page)}">${note}</span></p>\n`;
}
