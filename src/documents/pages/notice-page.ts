import { html } from "hono/html";
import type { Edition, NoticeItem } from "../../edition/edition.ts";
import type { Guide } from "./guide.ts";
import { itemByline, itemFiling, itemKicker } from "./item-facts.ts";
import { directionOf } from "./language.ts";
import type { Page } from "./layout.ts";
import { pageOfItem } from "./page-of-item.ts";

/** What stands at a withdrawn item's address while readers' copies are being replaced: why it was withdrawn. */
export function noticePage(notice: NoticeItem, { site }: Edition, guide: Guide): Page {
  const { title, reason, language } = notice;
  const main = html`${itemKicker(notice)}<h1 class="p-name" dir="${directionOf(title, language)}">${title}</h1>
<p class="e-content" dir="${directionOf(reason, language)}">${reason}</p>
${itemByline(notice, site, guide)}${itemFiling(notice, site)}`;
  return pageOfItem(notice, main, site, guide);
}
