import { createApp } from "../../src/delivery/create-app.ts";
import { packEdition } from "../../src/delivery/pack-edition.ts";
import { unpackEdition } from "../../src/delivery/unpack-edition.ts";
import type { Document } from "../../src/documents/document.ts";
import { textOf } from "../../src/documents/text-of.ts";
import type { Move } from "../../src/edition/edition.ts";
import type { Media } from "../../src/edition/media.ts";
import { joinPieces } from "./join-pieces.ts";

export const ORIGIN = "https://wire.example";
export const LAST_MODIFIED = new Date("2026-01-16T09:30:00Z");
export const NOW = new Date("2026-10-23T12:00:00Z");

/** A page whose path is not ASCII. */
export const PAGE_PATH = "/articles/größe";
/** Text too short for any encoding to be smaller. */
export const TINY_PATH = "/assets/tiny.txt";
/** Its text was changed an hour after `NOW`. */
export const FUTURE_PATH = "/sections/future/rss.xml";
export const ARCHIVE_PATH = "/sections/sport/archive/1/rss.xml";
export const GONE_PATH = "/articles/withdrawn";
export const PICTURE_PATH = "/media/3f2a9c1b5d6e7f80.jpg";

const FEED_TYPES = {
  "/rss.xml": "application/rss+xml",
  "/atom.xml": "application/atom+xml",
  "/feed.json": "application/feed+json",
};

const SHARED = "Grüße, 世界 & 🌍. ".repeat(60);

/** Found with a 200. Some are stored whole and some composed. */
export const SAMPLES: readonly Document[] = [
  ...["", "/headlines", "/articles", "/sections/sport", "/tags/größe"].flatMap((channel) =>
    Object.entries(FEED_TYPES).map(([name, mediaType]) => sample("feed", channel + name, mediaType)),
  ),
  sample("page", "/", "text/html"),
  sample("page", PAGE_PATH, "text/html"),
  sample("page", "/sections/sport", "text/html"),
  sample("page", "/tags/größe", "text/html"),
  sample("page", "/all", "text/html"),
  sample("page", "/feeds", "text/html"),
  sample("archive", ARCHIVE_PATH, "application/rss+xml"),
  sample("listing", "/feeds.opml", "text/x-opml"),
  sample("listing", "/feeds.json", "application/json"),
  sample("listing", "/sitemap.xml", "application/xml"),
  sample("listing", "/news-sitemap.xml", "application/xml"),
  sample("asset", "/assets/style-0123456789abcdef.css", "text/css"),
  { ...sample("asset", TINY_PATH, "text/plain"), parts: ["tiny"] },
  sample("feed", FUTURE_PATH, "application/rss+xml"),
];

export const MISSING: Document = sample("missing", "/404", "text/html");
const GONE: Document = sample("gone", GONE_PATH, "text/html");

export const PICTURE_BYTES = Uint8Array.from({ length: 1000 }, (_, index) => (index * 7) % 256);
export const MEDIA: readonly Media[] = [
  media(PICTURE_PATH, "image/jpeg"),
  media("/media/1111111111111111.svg", "image/svg+xml"),
  media("/media/2222222222222222.mp3", "audio/mpeg"),
  media("/media/3333333333333333.mp4", "video/mp4"),
  media("/media/4444444444444444.html", "text/html"),
  media("/media/5555555555555555.pdf", "application/pdf"),
  media("/media/6666666666666666.zip", "application/zip"),
  { ...media("/media/7777777777777777.png", "image/png"), byteLength: 0, bytes: new Uint8Array() },
];

export const MOVES: readonly Move[] = [
  { from: "/sections/sports", to: "/sections/sport" },
  { from: "/sections/games", to: "/sections/sports" },
  { from: "/sections/leisure", to: "/sections/games" },
  { from: "/articles/größe-alt", to: PAGE_PATH },
  { from: "/articles/retracted", to: GONE_PATH },
  { from: "/sections/lost", to: "/sections/nowhere" },
  { from: "/sections/here", to: "/sections/there" },
  { from: "/sections/there", to: "/sections/here" },
  { from: "/sections/deep", to: "/sections/deep/deep" },
  { from: "/sections/self", to: "/sections/self" },
  { from: "/sections/sports/old", to: "/headlines" },
  { from: "/wire", to: "" },
  { from: "/missing", to: "/404" },
  { from: "/headlines", to: "/articles" },
  { from: "/blog/sport", to: "/sections/sport" },
];

/** Each text names its path, so that no document can be taken for another; the rest is shared by all. */
function sample(kind: Document["kind"], path: string, mediaType: string): Document {
  const href = `${ORIGIN}${encodeURI(path)}`;
  return {
    kind,
    path,
    mediaType,
    parts: [`<p>This is ${path}. `, "", SHARED, "</p>\n"],
    links: kind === "feed" ? [{ rel: "self", href, type: mediaType }] : [],
  };
}

function media(path: string, mediaType: string): Media {
  return { path, mediaType, byteLength: PICTURE_BYTES.length, bytes: PICTURE_BYTES, size: null };
}

export function lastModifiedOf(path: string): Date | null {
  if (path === FUTURE_PATH) return new Date(NOW.getTime() + 3_600_000);
  const isFeed = SAMPLES.some((document) => document.path === path && document.kind === "feed");
  return isFeed ? LAST_MODIFIED : null;
}

const { pieces } = await packEdition(
  { documents: [...SAMPLES, GONE, MISSING], media: MEDIA, moves: MOVES },
  { lastModifiedOf, brotliQuality: 5 },
);
/** Packed and unpacked, as the Worker has it. */
export const store = unpackEdition(joinPieces(pieces).buffer);
export const app = createApp(store, () => NOW);

/** Sends a request straight to the app: nothing between decodes the body or follows a redirect. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return app.fetch(new Request(`${ORIGIN}${path}`, init));
}

export function etagOfPath(path: string): string {
  return store.find(path)?.etag ?? `no representation at ${path}`;
}

export function textAt(path: string): string | undefined {
  const found = [...SAMPLES, GONE, MISSING].find((document) => document.path === path);
  return found && textOf(found);
}
