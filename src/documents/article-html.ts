import { escapeAttribute, escapeMarkup } from "../articles/escape-markup.ts";
import type { ArticleItem } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import { formatDay } from "./format-day.ts";

/**
 * The whole text of an article as HTML, with what was corrected in it at its end. On a newswire page's the dateline stands
 * where it stood on the page, before the first sentence.
 */
export function articleHtml(article: ArticleItem, { timeZone }: Site): string {
  const body = bodyHtml(article) || pictureHtml(article);
  if (article.corrections.length === 0) return body;
  const corrections = article.corrections.map(
    ({ date, note }) => `<p><b>Correction, ${formatDay(date, timeZone)}:</b> ${escapeMarkup(note)}</p>`,
  );
  return [...(body === "" ? [] : [body, "<hr>"]), ...corrections].join("\n");
}

function bodyHtml({ html, paragraphs, dateline }: ArticleItem): string {
  return html ?? paragraphs.map((text, index) => paragraph(index === 0 ? dateline : null, text)).join("\n");
}

/** Of an article that is only a picture the picture is the text: not every reader looks for it elsewhere. */
function pictureHtml({ image }: ArticleItem): string {
  if (image === null) return "";
  return `<p><img src="${escapeAttribute(image.url)}" alt="${escapeAttribute(image.alt)}"/></p>`;
}

function paragraph(dateline: string | null, text: string): string {
  const start = dateline === null ? "" : `<b>${escapeMarkup(dateline)}</b> — `;
  return `<p>${start}${escapeMarkup(text)}</p>`;
}
