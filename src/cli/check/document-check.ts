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
import {
  type DocumentReading,
  type Learned,
  type LearnedDocument,
  NOTHING_LEARNED,
} from "./document-reading.ts";
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
  [".js", "text/javascript"],
  [".json", "application/json"],
  [".svg", "image/svg+xml"],
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
  readonly #before: Learned["documents"];
  readonly #learned = new Map<string, LearnedDocument>();
  readonly #feedCheck: FeedCheck;
  readonly #links: LinkCheck;
  /** Items whose links are noted. */
  readonly #linked = new WeakSet<ItemReading>();

  /**
   * @param siteUrl origin the documents are served from, without a final slash
   * @param now after which nothing may be dated; null if that is not known
   * @param before what an earlier check of the same site learned: documents that it knows are not read again
   */
  constructor(siteUrl: string, now: Date | null = null, before: Learned = NOTHING_LEARNED) {
    this.#siteUrl = siteUrl;
    this.#now = now === null ? Number.POSITIVE_INFINITY : now.getTime() / 1000;
    this.#before = before.documents;
    this.#feedCheck = new FeedCheck(before.contents);
    this.#links = new LinkCheck(siteUrl);
  }

  /** Versions of the documents that need not be read, by path. */
  get known(): ReadonlyMap<string, string> {
    const documents = [...this.#before].filter(([, { reading }]) => !this.#isEarly(reading));
    return new Map(documents.map(([path, { version }]) => [path, version]));
  }

  /** For a later check. */
  get learned(): Learned {
    return { documents: this.#learned, contents: this.#feedCheck.contents };
  }

  /** Whether all that is learned was known before. */
  get learnedNothing(): boolean {
    return (
      this.#learned.size === this.#before.size &&
      [...this.#learned].every(([path, { reading }]) => this.#before.get(path)?.reading === reading)
    );
  }

  add(document: CheckedDocument): void {
    const { path } = document;
    const object = this.#objectorFor(path);
    if (this.#paths.has(path)) object("Each document has a path of its own", path, "another path");
    this.#paths.add(path);
    if (this.#isFull()) return;
    const said = this.#objections.length;
    checkMediaType(document, object);
    checkStatus(document, object);
    const reading = this.#recall(document) ?? this.#read(document, object);
    this.#addPlace(document, reading);
    if (reading === null) return;
    this.#addLinks(path, reading);
    if (reading.is === "feed") this.#feeds.push({ path, feed: reading.feed });
    // Lists are few, and what they say of the time is judged where they are read.
    if (document.version === undefined || reading.is === "listing") return;
    if (this.#objections.length === said) this.#learned.set(path, { version: document.version, reading });
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

  /** Null if it is not known as it is. */
  #recall({ path, version }: CheckedDocument): DocumentReading | null {
    const known = this.#before.get(path);
    return known === undefined || known.version !== version || this.#isEarly(known.reading)
      ? null
      : known.reading;
  }

  /** Whether something is dated in the future, which it was not when it was read. */
  #isEarly(reading: DocumentReading): boolean {
    return reading.is === "feed" && newestOf(reading.feed) > this.#now;
  }

  /** Null if it is not what its media type says. */
  #read(document: CheckedDocument, object: Objector): DocumentReading | null {
    const { path, mediaType, parts } = document;
    if (FEED_CHECKS.has(mediaType)) {
      const feed = this.#feedCheck.check(document, this.#urlOf(path), object);
      if (feed === null) return null;
      checkReading(feed, this.#feedCheck.contents, this.#now, object);
      return { is: "feed", feed };
    }
    const text = parts.join("");
    checkCharacters(text, object);
    if (mediaType === "text/html")
      return { is: "page", ...checkPage(text, this.#urlOf(path), statusOf(document), object) };
    return { is: "listing", listing: this.#readListing(mediaType, text, object) };
  }

  #addPlace(document: CheckedDocument, reading: DocumentReading | null): void {
    const { path, mediaType } = document;
    this.#links.addPlace(
      path,
      mediaType,
      statusOf(document),
      reading?.is === "page" ? reading.ids : undefined,
    );
  }

  #addLinks(path: string, reading: DocumentReading): void {
    if (reading.is === "feed") this.#addFeedLinks(path, reading.feed);
    if (reading.is === "page") for (const href of reading.links) this.#links.addLink(href, path, "document");
    if (reading.is === "listing") this.#addListingLinks(path, reading.listing);
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

  #addListingLinks(path: string, { feeds, pages, documents = [] }: ListingReading): void {
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

/** Seconds since 1970. */
function newestOf({ updated, items }: FeedReading): number {
  return items.reduce((newest, item) => Math.max(newest, item.updated), updated ?? 0);
}
