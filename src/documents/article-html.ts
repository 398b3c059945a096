import type { ArticleItem } from "../edition/edition.ts";
import { escapeXml } from "./escape-xml.ts";

/** The whole text of an article as HTML; the dateline stands where it stood on the page, before the first sentence. */
export function articleHtml(article: ArticleItem): string {
  return article.paragraphs
    .map((text, index) => paragraph(index === 0 ? article.dateline : null, text))
    .join("\n");
}

function paragraph(dateline: string | null, text: string): string {
  const start = dateline === null ? "" : `<b>${escapeXml(dateline)}</b> — `;
  return `<p>${start}${escapeXml(text)}</p>`;
}
