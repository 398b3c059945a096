import type { Edition, Item } from "../edition/edition.ts";
import type { Document } from "./document.ts";
import { formatInstant } from "./format-instant.ts";
import { channelUrl } from "./pages/channel-url.ts";
import { element, formatElement } from "./xml-element.ts";

/** What one file may hold. */
type SitemapLimits = {
  readonly urlsMax: number;
  readonly bytesMax: number;
};

/** An address that a sitemap names. */
type Place = {
  /** Absolute. */
  readonly url: string;
  /** Null if nobody keeps count. */
  readonly updated: Date | null;
};

type RootName = "urlset" | "sitemapindex";
type PlaceName = "url" | "sitemap";

/** The limits of https://www.sitemaps.org/protocol.html, in round numbers for those who count megabytes by thousands. */
const PROTOCOL_LIMITS: SitemapLimits = { urlsMax: 50_000, bytesMax: 50_000_000 };

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/**
 * The pages that search engines are to know, at `/sitemap.xml` or, where one file cannot hold them all, at
 * `/sitemap-1.xml` and so on with an index of them at `/sitemap.xml`.
 */
export function renderSitemaps(edition: Edition, limits = PROTOCOL_LIMITS): readonly Document[] {
  const files = divide(placesIn(edition), limits);
  const [only = []] = files;
  if (files.length <= 1) return [sitemap("/sitemap.xml", "urlset", "url", only)];
  const parts = files.map((places, index) => ({ path: `/sitemap-${index + 1}.xml`, places }));
  const index = parts.map(({ path, places }) => ({
    url: new URL(path, edition.site.url).href,
    updated: newest(places),
  }));
  return [
    sitemap("/sitemap.xml", "sitemapindex", "sitemap", index),
    ...parts.map(({ path, places }) => sitemap(path, "urlset", "url", places)),
  ];
}

/** What changes most comes last, so that of many files only the last one changes when something is published. */
function placesIn({ site, channels, items }: Edition): readonly Place[] {
  return [
    ...items.filter(isWorthFinding).toReversed(),
    { url: new URL("/feeds", site.url).href, updated: null },
    { url: new URL("/", site.url).href, updated: null },
    ...channels.map((channel) => ({ url: channelUrl(channel, site), updated: channel.updated })),
  ];
}

/** Not what is to be found elsewhere: a headline's story, an article that was first published on another site. */
function isWorthFinding(item: Item): boolean {
  if (item.kind === "article") return item.canonical === null || item.canonical === item.url;
  return item.kind === "headline" && item.address === null;
}

function divide(
  places: readonly Place[],
  { urlsMax, bytesMax }: SitemapLimits,
): readonly (readonly Place[])[] {
  const files: Place[][] = [];
  let file: Place[] = [];
  let bytes = 0;
  for (const place of places) {
    // Every character of it is ASCII, as URLs are percent-encoded.
    const more = placeText("url", place).length;
    if (files.length === 0 || file.length === urlsMax || bytes + more > bytesMax) {
      file = [];
      bytes = sitemapText("urlset", "url", []).length;
      files.push(file);
    }
    file.push(place);
    bytes += more;
  }
  return files;
}

function newest(places: readonly Place[]): Date | null {
  let found: Date | null = null;
  for (const { updated } of places) {
    if (updated !== null && (found === null || updated > found)) found = updated;
  }
  return found;
}

function sitemap(path: string, root: RootName, name: PlaceName, places: readonly Place[]): Document {
  const text = sitemapText(root, name, places);
  return { kind: "listing", path, mediaType: "application/xml", parts: [text], links: [] };
}

function sitemapText(root: RootName, name: PlaceName, places: readonly Place[]): string {
  const start = `<?xml version="1.0" encoding="utf-8"?>\n<${root} xmlns="${NAMESPACE}">\n`;
  return `${start}${places.map((place) => placeText(name, place)).join("")}</${root}>\n`;
}

/** Written once of each item, in however many editions it is. */
function placeText(name: PlaceName, place: Place): string {
  const known = written.get(place);
  if (known !== undefined) return known;
  const { url, updated } = place;
  const lastmod = updated === null ? [] : [element("lastmod", formatInstant(updated))];
  const text = `${formatElement(element(name, [element("loc", url), ...lastmod]))}\n`;
  written.set(place, text);
  return text;
}

/** A place is named in one kind of file only. */
const written = new WeakMap<Place, string>();
