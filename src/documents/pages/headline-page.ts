import { html } from "hono/html";
import type { Edition, HeadlineItem } from "../../edition/edition.ts";
import type { Guide } from "./guide.ts";
import { itemByline, itemFiling, itemKicker } from "./item-facts.ts";
import { directionOf } from "./language.ts";
import type { Page } from "./layout.ts";
import { pageOfItem } from "./page-of-item.ts";
import { storyLink } from "./story-link.ts";
import { wordsOf } from "./words.ts";

/** A headline's own page: the line itself and, if the source gave it, where the story is. */
export function headlinePage(headline: HeadlineItem, { site }: Edition, guide: Guide): Page {
  const { title, address, language } = headline;
  const words = wordsOf(language, site);
  const main = html`${itemKicker(headline)}<h1 class="p-name" dir="${directionOf(title, language)}">${title}</h1>
${itemByline(headline, site, guide)}${address !== null && storyLink(address, words)}${itemFiling(headline, site)}`;
  return pageOfItem(headline, main, site, guide);
}
