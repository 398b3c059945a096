import { checkChannels } from "./check-channels.ts";
import { checkCharacters } from "./check-characters.ts";
import { FEED_CHECKS, FeedCheck } from "./check-feed.ts";
import { checkFeedsJson } from "./check-feeds-json.ts";
import { checkOpml } from "./check-opml.ts";
import { checkPage } from "./check-page.ts";
import { checkReading } from "./check-reading.ts";
import { checkRobots } from "./check-robots.ts";
import { checkSitemap } from "./check-sitemap.ts";
import type { CheckedDocument } from "./checked-document.ts";
import type { FeedAt, FeedReading, ItemReading } from "./feed-reading.ts";
import { LinkCheck } from "./link-check.ts";
import type { ListingReading } from "./listing-reading.ts";
import type { Objection, Objector } from "./objection.ts";

/** More of them than this help nobody to mend what is wrong. */
const OBJECTIONS_MAX = 1_000;

/** By the file or its ending; a path with neither is a page. */
const MEDIA_TYPES = new Map([
  ["rss.xml", "application/rss+xml"],
  ["atom.xml", "application/atom+xml"],
  ["feed.json", "application/feed+json"],
  [".css", "text/css"],
  [".json", "application/json"],
  [".opml", "text/x-opml"],
  [".txt", "text/plain"],
  [".xml", "application/xml"],
]);

/**
 * Finds what a feed validator, a reader or a browser would object to in documents, by parsers that the rendering does not
 * use. The documents come one by one, and only what is told of them is kept.
 */
export class DocumentCheck {
  readonly #siteUrl: string;
  readonly #now: number;
  readonly #objections: Objection[] = [];
  readonly #paths = new Set<string>();
  readonly #feeds: FeedAt[] = [];
  readonly #feedCheck = new FeedCheck();
  readonly #links: LinkCheck;
  /** Items whose links are noted. */
  readonly #linked = new WeakSet<ItemReading>();

  /**
   * @param siteUrl origin the documents are served from, without a final slash
   * @param now after which nothing may be dated; null if that is not known
   */
  constructor(siteUrl: string, now: Date | null = null) {
    this.#siteUrl = siteUrl;
    this.#now = now === null ? Number.POSITIVE_INFINITY : now.getTime() / 1000;
    this.#links = new LinkCheck(siteUrl);
  }

  add(document: CheckedDocument): void {
    const { path } = document;
    const object = this.#objectorFor(path);
    if (this.#paths.has(path)) object("Each document has a path of its own", path, "another path");
    this.#paths.add(path);
    if (this.#isFull()) return;
    checkMediaType(document, object);
    checkStatus(document, object);
    if (FEED_CHECKS.has(document.mediaType)) this.#addFeed(document, object);
    else if (document.mediaType === "text/html") this.#addPage(document, object);
    else this.#addListing(document, object);
  }

  /**
   * @param otherPaths of what is no document but answers: media, and addresses that changed, with all that is below them
   * @returns nothing when the documents may be published
   */
  finish(otherPaths: Iterable<string>): readonly Objection[] {
    if (!this.#isFull()) {
      const objectorFor = (path: string) => this.#objectorFor(path);
      checkChannels(this.#feeds, (path) => this.#urlOf(path), objectorFor);
      this.#links.finish(new Set(otherPaths), objectorFor);
    }
    return this.#objections;
  }

  #isFull(): boolean {
    return this.#objections.length >= OBJECTIONS_MAX;
  }

  #urlOf(path: string): string {
    return new URL(path, this.#siteUrl).href;
  }

  #objectorFor(path: string): Objector {
    return (rule, found, expected) => {
      if (!this.#isFull()) this.#objections.push({ path, rule, found, expected });
    };
  }

  #addFeed(document: CheckedDocument, object: Objector): void {
    const { path, mediaType } = document;
    this.#links.addPlace(path, mediaType, statusOf(document));
    const feed = this.#feedCheck.check(document, this.#urlOf(path), object);
    if (feed === null) return;
    checkReading(feed, this.#feedCheck.contents, this.#now, object);
    this.#feeds.push({ path, feed });
    this.#addFeedLinks(path, feed);
  }

  #addFeedLinks(path: string, { items, history, icon }: FeedReading): void {
    for (const item of items) {
      if (this.#linked.has(item)) continue;
      this.#linked.add(item);
      const { link, page, html, related } = item;
      this.#links.addLink(link, path, "page");
      if (page !== null) this.#links.addLink(page, path, "page");
      if (page !== null && link !== page) this.#links.addTyped(link);
      const inContent = this.#feedCheck.contents.get(html)?.links ?? [];
      for (const href of [...related, ...inContent]) this.#links.addLink(href, path, "document");
      for (const href of inContent) this.#links.addTyped(href);
    }
    if (history.previous !== "") this.#links.addLink(history.previous, path, "feed");
    if (icon !== null && icon !== "") this.#links.addLink(icon, path, "document");
  }

  #addPage(document: CheckedDocument, object: Objector): void {
    const { path, mediaType, parts } = document;
    const text = parts.join("");
    checkCharacters(text, object);
    const { links, ids } = checkPage(text, this.#urlOf(path), object);
    this.#links.addPlace(path, mediaType, statusOf(document), ids);
    for (const href of links) this.#links.addLink(href, path, "document");
  }

  #addListing(document: CheckedDocument, object: Objector): void {
    const { path, mediaType, parts } = document;
    const text = parts.join("");
    checkCharacters(text, object);
    this.#links.addPlace(path, mediaType, statusOf(document));
    const { feeds, pages, documents = [] } = this.#readListing(mediaType, text, object);
    for (const href of feeds) this.#links.addLink(href, path, "feed");
    for (const href of pages) this.#links.addLink(href, path, "page");
    for (const href of documents) this.#links.addLink(href, path, "document");
  }

  #readListing(mediaType: string, text: string, object: Objector): ListingReading {
    switch (mediaType) {
      case "text/x-opml":
        return checkOpml(text, object);
      case "application/json":
        return checkFeedsJson(text, object);
      case "application/xml":
        return checkSitemap(text, this.#now, object);
      case "text/plain":
        return checkRobots(text, object);
      default:
        return { feeds: [], pages: [] };
    }
  }
}

function checkMediaType({ path, mediaType }: CheckedDocument, object: Objector): void {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const dot = file.lastIndexOf(".");
  const ending = dot === -1 ? "" : file.slice(dot);
  const expected = MEDIA_TYPES.get(file) ?? MEDIA_TYPES.get(ending) ?? "text/html";
  if (mediaType !== expected) object("The media type is that of the path", mediaType, expected);
}

/** Only a page may be gone or missing: a reader must never be told that of a feed. */
function checkStatus(document: CheckedDocument, object: Objector): void {
  const status = statusOf(document);
  const allowed = document.mediaType === "text/html" ? [200, 404, 410] : [200];
  if (!allowed.includes(status))
    object("The status is one that the document may have", `${status}`, allowed.join(", "));
}

function statusOf({ status = 200 }: CheckedDocument): number {
  return status;
}
