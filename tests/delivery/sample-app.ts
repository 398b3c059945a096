import { createApp } from "../../src/delivery/create-app.ts";
import { makeRepresentation } from "../../src/delivery/make-representation.ts";
import { packRepresentations } from "../../src/delivery/pack-representations.ts";
import { unpackRepresentations } from "../../src/delivery/unpack-representations.ts";
import type { Document } from "../../src/documents/document.ts";

export const ORIGIN = "https://wire.example";
export const LAST_MODIFIED = new Date("2026-01-16T09:30:00Z");
export const NOW = new Date("2026-10-23T12:00:00Z");

/** A page whose path is not ASCII. */
export const PAGE_PATH = "/articles/größe";
/** Text too short for any encoding to be smaller. */
export const TINY_PATH = "/assets/tiny.txt";
/** Its text was changed an hour after `NOW`. */
export const FUTURE_PATH = "/sections/future/rss.xml";

const FEED_TYPES = {
  "/rss.xml": "application/rss+xml",
  "/atom.xml": "application/atom+xml",
  "/feed.json": "application/feed+json",
};

export const SAMPLES: readonly Document[] = [
  ...["", "/headlines", "/articles"].flatMap((channel) =>
    Object.entries(FEED_TYPES).map(([name, mediaType]) => sample("feed", channel + name, mediaType)),
  ),
  sample("page", "/", "text/html"),
  sample("page", PAGE_PATH, "text/html"),
  sample("asset", "/assets/style-0123456789abcdef.css", "text/css"),
  { ...sample("asset", TINY_PATH, "text/plain"), text: "tiny" },
  sample("feed", FUTURE_PATH, "application/rss+xml"),
];

/** Each text names its path, so that no document can be taken for another. */
function sample(kind: Document["kind"], path: string, mediaType: string): Document {
  const links = kind === "feed" ? [{ rel: "self", href: `${ORIGIN}${path}`, type: mediaType }] : [];
  return {
    kind,
    path,
    mediaType,
    text: `<p>This is ${path}. ${"Grüße, 世界 & 🌍. ".repeat(60)}</p>\n`,
    links,
  };
}

function lastModifiedOf({ kind, path }: Document): Date | null {
  if (path === FUTURE_PATH) return new Date(NOW.getTime() + 3_600_000);
  return kind === "feed" ? LAST_MODIFIED : null;
}

const representations = await Promise.all(
  SAMPLES.map((document) => makeRepresentation(document, lastModifiedOf(document), 5)),
);
/** Packed and unpacked, as the Worker has it. */
export const store = unpackRepresentations(packRepresentations(representations).buffer);
export const app = createApp(store, () => NOW);

/** Sends a request straight to the app: nothing between decodes the body or follows a redirect. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return app.fetch(new Request(`${ORIGIN}${path}`, init));
}

export function etagOfPath(path: string): string {
  return store(path)?.etag ?? `no representation at ${path}`;
}
