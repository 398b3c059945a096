import { MovedAddresses } from "./moved-addresses.ts";
import type { ColdRepresentation, Representation, Store } from "./representation.ts";

export type Found =
  | { readonly is: "here"; readonly representation: Representation | ColdRepresentation }
  /** `path` is one of the store's, decoded. */
  | { readonly is: "moved"; readonly path: string }
  | { readonly is: "missing" };

/**
 * What people and programs type instead of an address, below a channel's path or at the root. Lower case, without a final slash.
 */
export const GUESSES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "/rss.xml": [
      "/feed",
      "/rss",
      "/rss2",
      "/rss/feed",
      "/rss/index.xml",
      "/feed/rss",
      "/feed/rss2",
      "/feed/rdf",
      "/feed.xml",
      "/feed.rss",
      "/feed/index.xml",
      "/feed/feed.xml",
      "/feed/rss.xml",
      "/feeds/rss",
      "/feeds/rss.xml",
      "/feeds/all.rss.xml",
      "/feeds/feed.xml",
      "/index.xml",
      "/index.rss",
      "/index.rdf",
      "/main.rss",
      "/news.rss",
      "/news.xml",
      "/rdf",
      "/rdf.xml",
      "/rss.php",
      "/rss2.xml",
      "/rssfeed",
      "/rss-feed",
      "/rss-feed.xml",
      "/syndication.xml",
      "/xml",
    ],
    "/atom.xml": [
      "/atom",
      "/atom/index.xml",
      "/atom10.xml",
      "/atom/feed",
      "/feed/atom",
      "/feed/atom.xml",
      "/feed.atom",
      "/feeds/all.atom.xml",
      "/feeds/atom",
      "/feeds/atom.xml",
      "/feeds/posts/default",
      "/feeds/posts/full",
      "/index.atom",
      "/news.atom",
    ],
    "/feed.json": [
      "/feed/json",
      "/feed/feed.json",
      "/feed/index.json",
      "/feeds/feed.json",
      "/feeds/json",
      "/index.json",
      "/json",
      "/jsonfeed",
      "/json-feed",
      "/jsonfeed.json",
      "/rss.json",
    ],
    "/feeds.opml": [
      "/feeds.xml",
      "/feeds/opml",
      "/feeds/index.opml",
      "/opml",
      "/opml.xml",
      "/subscriptions.opml",
    ],
    "/sitemap.xml": [
      "/sitemap",
      "/sitemap-index",
      "/sitemap-index.xml",
      "/sitemap_index.xml",
      "/sitemap/index.xml",
      "/sitemap/sitemap.xml",
      "/sitemaps.xml",
      "/wp-sitemap.xml",
    ],
    "/news-sitemap.xml": ["/news-sitemap", "/news_sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml"],
    "/feeds": ["/.well-known"],
    "/": ["/index.html", "/index.htm", "/index.php", "/index", "/home", "/default.html"],
  }).flatMap(([path, guesses]) => guesses.map((guess) => [guess, path] as const)),
);

/** Below these other publishing systems keep what stands at our root, and we have the page of everything at one. */
const ROOT_ALIAS = /^\/(?:all|blog|news|posts)(?=\/|$)/;

const GUESS_SEGMENTS_MAX = 3;

/**
 * Makes what looks a requested path up: as it is, then tidied (one slash where there are more, none at the end, lower case), then as a
 * guess, then where it has moved to, then as a guess there.
 *
 * @returns takes a path that is percent-decoded but for what is reserved in URLs
 */
export function addressFinder(store: Store): (path: string) => Found {
  // Made by the first request that leads nowhere: polls of what there is never need it.
  let moved: MovedAddresses | undefined;
  const locate = (start: string, missing: string): string | undefined => {
    moved ??= new MovedAddresses(store.moves());
    for (const at of moved.trail(start)) {
      const found = known(store, at, missing);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return (path) => {
    const asked = path.normalize("NFC");
    const representation = store.find(asked);
    if (representation) return { is: "here", representation };
    const tidied = tidy(asked);
    const atRoot = tidied.replace(ROOT_ALIAS, "") || "/";
    const at = locate(tidied, asked) ?? (atRoot === tidied ? undefined : locate(atRoot, asked));
    return at === undefined ? { is: "missing" } : { is: "moved", path: at };
  };
}

function tidy(path: string): string {
  const segments = path.split("/").filter((segment) => segment !== "");
  return `/${segments.join("/")}`.toLowerCase().normalize("NFC");
}

/**
 * The path itself if the store has it, or what it is a guess at.
 *
 * @param missing not there, as has been seen already
 */
function known(store: Store, path: string, missing: string): string | undefined {
  if (path !== missing && store.has(path)) return path;
  let end = path.length;
  for (let segments = 1; segments <= GUESS_SEGMENTS_MAX && end > 0; segments += 1) {
    end = path.lastIndexOf("/", end - 1);
    const target = GUESSES.get(path.slice(end));
    const candidate = target && below(path.slice(0, end), target);
    if (candidate && store.has(candidate)) return candidate;
  }
  return undefined;
}

function below(prefix: string, target: string): string {
  return target === "/" && prefix !== "" ? prefix : prefix + target;
}
