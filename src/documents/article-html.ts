import type { ArticleItem } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import { escapeXml } from "./escape-xml.ts";
import { formatDay } from "./format-day.ts";

/**
 * The whole text of an article as HTML, with what was corrected in it at its end. On a newswire page's the dateline stands
 * where it stood on the page, before the first sentence.
 */
export function articleHtml(article: ArticleItem, { timeZone }: Site): string {
  const body =
    article.html ??
    article.paragraphs
      .map((text, index) => paragraph(index === 0 ? article.dateline : null, text))
      .join("\n");
  if (article.corrections.length === 0) return body;
  const corrections = article.corrections.map(
    ({ date, note }) => `<p><b>Correction, ${formatDay(date, timeZone)}:</b> ${escapeXml(note)}</p>`,
  );
  return [...(body === "" ? [] : [body, "<hr>"]), ...corrections].join("\n");
}

function paragraph(dateline: string | null, text: string): string {
  const start = dateline === null ? "" : `<b>${escapeXml(dateline)}</b> — `;
  return `<p>${start}${escapeXml(text)}</p>`;
}
