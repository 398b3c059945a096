import { Publication, type Target } from "./publication.ts";

/** What an audience asks for. No list but `opened`, `media` and `gone` is ever empty. */
export type Site = {
  /** The most popular first. */
  readonly feeds: readonly Target[];
  /** What browsers are shown at addresses of feeds. */
  readonly opened: readonly Target[];
  readonly pages: readonly Target[];
  readonly gone: readonly Target[];
  readonly media: readonly Target[];
  /** The page for what is missing. */
  readonly missing: Target;
  readonly has: (path: string) => boolean;
};

const FEEDS_MAX = 200;
const OTHERS_MAX = 800;
const MEDIA_MAX = 20;

/**
 * Reads what a build publishes; of a large one a sample from all over it, so that it fits into memory.
 *
 * @param built folder with what a build left
 * @throws {CommandError} if nothing was built there
 */
export async function readSite(built: string): Promise<Site> {
  const publication = await Publication.read(built);
  const targets = async (paths: readonly string[]) =>
    Promise.all(paths.map((path) => publication.requireTarget(path)));
  const { paths } = publication;
  const feeds = paths.filter((path) => FEED.test(path)).sort(byPopularity);
  const media = spread(
    paths.filter((path) => path.startsWith("/media/")),
    MEDIA_MAX,
  );
  const others = await targets(spread(paths.filter(isOther), OTHERS_MAX));
  const popular = await targets(feeds.slice(0, FEEDS_MAX));
  const opened = await Promise.all(popular.map((feed) => publication.targetInBrowser(feed)));
  return {
    feeds: popular,
    opened: opened.filter((page) => page !== undefined),
    pages: others.filter(({ status }) => status === 200),
    gone: others.filter(({ status }) => status === 410),
    media: (await targets(media)).filter(({ bytes }) => bytes.length > 0),
    missing: await publication.requireTarget("/404"),
    has: (path) => publication.has(path),
  };
}

const FEED = /^(?!.*\/archive\/).*\/(?:rss\.xml|atom\.xml|feed\.json)$/;
const ROOT_FEEDS: readonly string[] = ["/rss.xml", "/atom.xml", "/feed.json"];

function isOther(path: string): boolean {
  return !FEED.test(path) && !path.startsWith("/media/");
}

/** What everything is in comes first, in the order of formats; then channels, the shorter addresses first. */
function byPopularity(a: string, b: string): number {
  const rank = (path: string) => (ROOT_FEEDS.includes(path) ? ROOT_FEEDS.indexOf(path) : path.length + 100);
  return rank(a) - rank(b);
}

/** At most so many, from all over the list. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, list.length / most);
  return list.filter((_, number) => Math.floor(number / step) !== Math.floor((number - 1) / step));
}
