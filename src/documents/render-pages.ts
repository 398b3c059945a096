import type { Edition } from "../edition/edition.ts";
import type { Document } from "./document.ts";
import { builderPage } from "./embed/builder-page.ts";
import { renderEmbeds } from "./embed/render-embeds.ts";
import { renderFeedsJson } from "./feeds-json.ts";
import { drawnIcon } from "./icon.ts";
import { renderNewsSitemap } from "./news-sitemap.ts";
import { renderOpml } from "./opml.ts";
import { channelDocument } from "./pages/channel-page.ts";
import { feedsPage } from "./pages/feeds-page.ts";
import { frontPage } from "./pages/front-page.ts";
import { gonePage } from "./pages/gone-page.ts";
import { type Guide, makeGuide } from "./pages/guide.ts";
import { itemPage } from "./pages/item-page.ts";
import { Layout, type Page } from "./pages/layout.ts";
import { missingPage } from "./pages/missing-page.ts";
import { monthDocuments } from "./pages/month-pages.ts";
import { type Month, monthsOf } from "./pages/months.ts";
import { monthsPage } from "./pages/months-page.ts";
import { stylesheetOf } from "./pages/stylesheet.ts";
import { renderRobots } from "./robots.ts";
import { type Scripts, scriptAsset } from "./scripts.ts";
import { renderSitemaps } from "./sitemap.ts";

/**
 * Everything of an edition that people and crawlers read and nobody subscribes to: pages, what pages need, and lists of
 * what there is. One after the other, as there may be too many pages to hold them all. Pure: the same edition gives the
 * same documents, in the same order.
 *
 * @param edition clean: text without characters that XML forbids, every URL absolute http(s)
 */
export function* renderPages(edition: Edition, scripts: Scripts): Iterable<Document> {
  const layout = new Layout(edition, scripts);
  const guide = makeGuide(edition);
  const months = monthsOf(edition.items, edition.site.timeZone);
  for (const channel of edition.channels) yield channelDocument(channel, edition, guide, layout);
  for (const page of pagesOf(edition, guide, months)) yield layout.documentOf(page);
  yield layout.documentOf(builderPage(edition, guide, scripts));
  yield* monthDocuments(months, edition, guide, layout);
  for (const item of edition.items) {
    if (item.kind !== "correction") yield itemPage(item, edition, guide, layout);
  }
  yield stylesheetOf(edition.site.theme);
  yield scriptAsset("subscribe", scripts);
  yield drawnIcon(edition);
  yield scriptAsset("builder", scripts);
  yield* renderEmbeds(edition, scripts);
  yield renderFeedsJson(edition);
  yield renderOpml(edition);
  yield* renderSitemaps(edition);
  yield renderNewsSitemap(edition);
  yield renderRobots(edition.site);
}

function* pagesOf(edition: Edition, guide: Guide, months: readonly Month[]): Iterable<Page> {
  yield frontPage(edition, guide);
  yield feedsPage(edition, guide);
  yield monthsPage(months, edition, guide);
  yield missingPage(edition, guide);
  for (const gone of edition.gone) yield gonePage(gone, edition, guide);
}
