import { CACHE_POLICY } from "./cache-policy.ts";
import type { ColdRepresentation, Representation, Store } from "./representation.ts";

type Found = Representation | ColdRepresentation;

/** What a subscription document is sent with: to somebody who opens its address in a browser it is answered with a page. */
export const FEED_VARY = "Accept-Encoding, Sec-Fetch-Dest";

/**
 * What a request asks for at an address where something was found: that itself or, if it is a feed and a person is about to look at the
 * answer, the page of its channel. `?raw` shows a person the feed. To be asked before all preconditions: each of the two has its own ETag.
 *
 * @param headers the request's
 */
export function pageForPeople(request: Request, headers: Headers, found: Found, store: Store): Found {
  // First what costs nothing: only of a feed the runtime is asked for one header more.
  if (found.headers.Vary !== FEED_VARY || headers.get("Sec-Fetch-Dest") !== "document") return found;
  if (asksForRaw(request)) return found;
  const page = store.find(pagePathOf(found.path));
  return page === undefined ? found : asAnswerOfFeed(page);
}

/** Whether a person wants to see a feed as readers do. */
export function asksForRaw({ url }: Request): boolean {
  return /[?&]raw(?:[=&#]|$)/.test(url);
}

/** The page of the channel that a feed, or a closed part of it, belongs to. Both paths are decoded. */
export function pagePathOf(feedPath: string): string {
  const folder = feedPath.slice(0, feedPath.lastIndexOf("/")).replace(/\/archive\/\d+$/, "");
  return folder || "/all";
}

/** A cache that does not know Vary must not keep it: then it never gives a page to a feed reader. */
function asAnswerOfFeed<F extends Found>(page: F): F {
  const headers = { ...page.headers, "Cache-Control": CACHE_POLICY.pageAtFeed, Vary: FEED_VARY };
  if (page.is === "hot") return { ...page, headers };
  return { ...page, headers, load: async () => asAnswerOfFeed(await page.load()) };
}
