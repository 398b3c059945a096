import { checkAgreement } from "./check-agreement.ts";
import { checkAtom } from "./check-atom.ts";
import { checkCharacters } from "./check-characters.ts";
import { checkJsonFeed } from "./check-json-feed.ts";
import { checkPage } from "./check-page.ts";
import { checkReading } from "./check-reading.ts";
import { checkRss } from "./check-rss.ts";
import { checkSecondOpinion } from "./check-second-opinion.ts";
import type { CheckedDocument } from "./checked-document.ts";
import type { FeedAt, FeedReading } from "./feed-reading.ts";
import type { Objection, Objector } from "./objection.ts";

export { describeObjection } from "./objection.ts";

const FEED_CHECKS = new Map([
  ["application/rss+xml", checkRss],
  ["application/atom+xml", checkAtom],
  ["application/feed+json", checkJsonFeed],
]);

/** By the file or its ending; a path with neither is a page. */
const MEDIA_TYPES = new Map([
  ["rss.xml", "application/rss+xml"],
  ["atom.xml", "application/atom+xml"],
  ["feed.json", "application/feed+json"],
  ["css", "text/css"],
]);

/**
 * What a feed validator, a reader or a browser would object to in the documents, by parsers that the rendering does
 * not use. Empty when they may be published.
 *
 * @param siteUrl origin they are served from, without a final slash
 */
export function checkDocuments(documents: readonly CheckedDocument[], siteUrl: string): readonly Objection[] {
  const objections: Objection[] = [];
  const objectorFor =
    (path: string): Objector =>
    (rule, found, expected) =>
      objections.push({ path, rule, found, expected });
  const paths = new Set<string>();
  for (const { path } of documents) {
    if (paths.has(path)) objectorFor(path)("Each document has a path of its own", path, "another path");
    paths.add(path);
  }
  const feeds: FeedAt[] = [];
  for (const document of documents) {
    const object = objectorFor(document.path);
    checkMediaType(document, object);
    checkCharacters(document.text, object);
    const feed = checkFeed(document, siteUrl, object);
    if (feed !== null) feeds.push({ path: document.path, feed });
    const links = feed === null ? checkIfPage(document, siteUrl, object) : linksOf(feed);
    for (const href of links) checkInternalLink(href, siteUrl, paths, object);
  }
  checkChannels(feeds, objectorFor);
  checkFeedIds(feeds, objectorFor);
  return objections;
}

function checkMediaType({ path, mediaType }: CheckedDocument, object: Objector): void {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const ending = file.slice(file.lastIndexOf(".") + 1);
  const expected = MEDIA_TYPES.get(file) ?? MEDIA_TYPES.get(ending) ?? "text/html";
  if (mediaType !== expected) object("The media type is that of the path", mediaType, expected);
}

function checkFeed(document: CheckedDocument, siteUrl: string, object: Objector): FeedReading | null {
  const check = FEED_CHECKS.get(document.mediaType);
  const feed = check?.(document.text, new URL(document.path, siteUrl).href, object) ?? null;
  if (feed === null) return null;
  checkReading(feed, object);
  checkSecondOpinion(document.text, feed, object);
  return feed;
}

function checkIfPage(document: CheckedDocument, siteUrl: string, object: Objector): readonly string[] {
  if (document.mediaType !== "text/html") return [];
  return checkPage(document.text, new URL(document.path, siteUrl).href, object);
}

function linksOf(feed: FeedReading): readonly string[] {
  return feed.items.flatMap(({ link, page }) => (page === null ? [link] : [link, page]));
}

/** A link to the site itself leads to one of the documents. */
function checkInternalLink(
  href: string,
  siteUrl: string,
  paths: ReadonlySet<string>,
  object: Objector,
): void {
  if (!URL.canParse(href)) return; // objected to where it stands
  const { origin, pathname } = new URL(href);
  if (origin !== new URL(siteUrl).origin || paths.has(decodePath(pathname))) return;
  object("A link to the site leads to one of its documents", href, "the URL of a document");
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** Every channel is there in each format, and the formats agree. */
function checkChannels(feeds: readonly FeedAt[], objectorFor: (path: string) => Objector): void {
  const channels = Map.groupBy(feeds, ({ path }) => path.slice(0, path.lastIndexOf("/")));
  for (const channel of channels.values()) {
    const paths = channel.map(({ path }) => path);
    const [first = ""] = paths;
    if (paths.length !== FEED_CHECKS.size) {
      objectorFor(first)("A channel can be read in each format", paths.join(" "), "RSS, Atom and JSON Feed");
    }
    checkAgreement(channel, objectorFor);
  }
}

/** Readers take two feeds with one id for the same feed. */
function checkFeedIds(feeds: readonly FeedAt[], objectorFor: (path: string) => Objector): void {
  const ids = new Set<string>();
  for (const { path, feed } of feeds) {
    if (feed.id === null) continue;
    if (ids.has(feed.id))
      objectorFor(path)("Each channel has an id of its own", feed.id, "an id that no other channel has");
    ids.add(feed.id);
  }
}
