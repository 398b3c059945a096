import { escapeAttribute, escapeMarkup } from "../articles/escape-markup.ts";
import { makeSummary } from "../articles/make-summary.ts";
import type { Channel, CorrectionItem, Item } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import { articleHtml } from "./article-html.ts";

/** What readers are shown of an item below its title. */
export type ItemText = {
  /** The whole text as HTML; null if there is none or only a summary is wanted. */
  readonly html: string | null;
  /** Plain text; null if there is none beside the whole text. */
  readonly summary: string | null;
};

/** Longest summary that is made from an article, in UTF-16 code units. */
const SUMMARY_CHARS_MAX = 300;

/** The text of an item. A headline has none: its title says all, and so does that of an item whose summary is its title. */
export function itemText(item: Item, content: Channel["content"], site: Site): ItemText {
  const html = content === "full" ? wholeText(item, site) : "";
  const summary = content === "full" ? ownSummary(item) : shortText(item);
  return { html: html || null, summary: summary === item.title ? null : summary || null };
}

function wholeText(item: Item, site: Site): string {
  switch (item.kind) {
    case "article":
      return articleHtml(item, site);
    case "headline":
      return "";
    case "notice":
      return paragraph(item.reason);
    case "correction":
      return correctionHtml(item);
  }
}

function ownSummary(item: Item): string | null {
  return item.kind === "article" ? item.summary : null;
}

function shortText(item: Item): string {
  switch (item.kind) {
    case "article":
      return item.summary ?? makeSummary(item.paragraphs, SUMMARY_CHARS_MAX);
    case "headline":
      return "";
    case "notice":
      return item.reason;
    case "correction":
      return item.note;
  }
}

function correctionHtml({ note, url, corrected }: CorrectionItem): string {
  const link = `<a href="${escapeAttribute(url)}">${escapeMarkup(corrected)}</a>`;
  return `${paragraph(note)}\n<p>${link}</p>`;
}

function paragraph(text: string): string {
  return `<p>${escapeMarkup(text)}</p>`;
}
