import type { PackSettings } from "../../src/delivery/pack-edition.ts";
import type { Document } from "../../src/documents/document.ts";
import type { Media } from "../../src/edition/media.ts";

export const LAST_MODIFIED = new Date("2026-01-16T09:30:00Z");

/** Small, so that an edition need not be large to lie in packs. */
export const SETTINGS: PackSettings = {
  lastModifiedOf: (path) => (path.endsWith("/rss.xml") ? LAST_MODIFIED : null),
  brotliQuality: 4,
  budget: { everything: 100_000, wholeFeeds: 40_000, composed: 40_000 },
};

const WORDS =
  "harbour council river bridge ferry market school winter budget strike museum tide grain valley rail".split(
    " ",
  );

/** Words that don't repeat, the same ones for the same number. */
function prose(number: number, words: number): string {
  let state = number * 2654435761 + 1;
  return Array.from({ length: words }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return `${WORDS[(state >>> 16) % WORDS.length]}${(state >>> 8) % 1000}`;
  }).join(" ");
}

const HEAD = `<!doctype html><title>The same for all</title>${prose(0, 200)}`;

/** A page of the number. */
export function page(number: number, text = prose(number + 1, 300)): Document {
  return {
    kind: number % 50 === 49 ? "gone" : "page",
    path: `/headlines/größe-${number}`,
    mediaType: "text/html",
    parts: [HEAD, text, "</html>\n"],
    links: [],
  };
}

function feed(channel: number): Document {
  const path = `/tags/t${channel}/rss.xml`;
  const href = `https://wire.example${path}`;
  const items = Array.from({ length: 10 }, (_, item) => `<item>${prose(channel * 100 + item, 60)}</item>`);
  const links = [{ rel: "self", href, type: "application/rss+xml" }];
  return {
    kind: "feed",
    path,
    mediaType: "application/rss+xml",
    parts: [`<rss>${path}`, ...items, "</rss>"],
    links,
  };
}

/** Feeds enough for all three places, then pages. */
export function largeDocuments(pages: readonly Document[]): readonly Document[] {
  const feeds = Array.from({ length: 30 }, (_, channel) => feed(channel));
  const [first] = feeds;
  return [
    ...feeds,
    ...feeds.slice(0, 10).map((one): Document => ({ ...one, kind: "archive", path: `/archive${one.path}` })),
    { ...page(0), kind: "missing", path: "/404" },
    { ...page(0), path: "/" },
    ...pages,
    { ...page(0), kind: "asset", path: "/style.css", mediaType: "text/css", parts: ["p{}"] },
    {
      ...page(0),
      kind: "listing",
      path: "/sitemap.xml",
      mediaType: "application/xml",
      parts: first?.parts ?? [],
    },
  ];
}

export const PAGES: readonly Document[] = Array.from({ length: 900 }, (_, number) => page(number));

/** Small enough for a pack, one file of its own, several. */
export const FILES: readonly Media[] = [
  file("/media/1111111111111111.jpg", "image/jpeg", 1_000),
  file("/media/2222222222222222.png", "image/png", 300_000),
  file("/media/3333333333333333.mp3", "audio/mpeg", 2 * 4 * 1024 * 1024 + 5),
];

function file(path: string, mediaType: string, byteLength: number): Media {
  const bytes = new Uint8Array(byteLength);
  let state = byteLength;
  for (let place = 0; place < byteLength; place += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[place] = state >>> 24;
  }
  return { path, mediaType, byteLength, bytes, size: null };
}
