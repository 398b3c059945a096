import type { Edition } from "../edition/edition.ts";
import type { Document } from "./document.ts";
import { renderFeedsJson } from "./feeds-json.ts";
import { renderNewsSitemap } from "./news-sitemap.ts";
import { renderOpml } from "./opml.ts";
import { channelPage } from "./pages/channel-page.ts";
import { feedsPage } from "./pages/feeds-page.ts";
import { frontPage } from "./pages/front-page.ts";
import { gonePage } from "./pages/gone-page.ts";
import { type Guide, makeGuide } from "./pages/guide.ts";
import { itemPage } from "./pages/item-page.ts";
import { Layout, type Page } from "./pages/layout.ts";
import { missingPage } from "./pages/missing-page.ts";
import { STYLESHEET } from "./pages/stylesheet.ts";
import { renderRobots } from "./robots.ts";
import { renderSitemaps } from "./sitemap.ts";

/**
 * Everything of an edition that people and crawlers read and nobody subscribes to: pages, what pages need, and lists of
 * what there is. One after the other, as there may be too many pages to hold them all. Pure: the same edition gives the
 * same documents, in the same order.
 *
 * @param edition clean: text without characters that XML forbids, every URL absolute http(s)
 */
export function* renderPages(edition: Edition): Iterable<Document> {
  const layout = new Layout(edition);
  const guide = makeGuide(edition);
  for (const page of pagesOf(edition, guide)) yield layout.documentOf(page);
  for (const item of edition.items) {
    if (item.kind !== "correction") yield itemPage(item, { edition, guide, layout });
  }
  yield STYLESHEET;
  yield renderFeedsJson(edition);
  yield renderOpml(edition);
  yield* renderSitemaps(edition);
  yield renderNewsSitemap(edition);
  yield renderRobots(edition.site);
}

function* pagesOf(edition: Edition, guide: Guide): Iterable<Page> {
  yield frontPage(edition, guide);
  for (const channel of edition.channels) {
    if (channel.kind !== "all") yield channelPage(channel, edition, guide);
  }
  yield feedsPage(edition, guide);
  yield missingPage(edition, guide);
  for (const gone of edition.gone) yield gonePage(gone, edition, guide);
}
