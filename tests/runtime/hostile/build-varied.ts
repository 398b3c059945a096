import { PackFolder } from "../../../src/cli/pack-folder.ts";
import { bundleWorker, writeWorker } from "../../../src/cli/write-worker.ts";
import { packEdition } from "../../../src/delivery/pack-edition.ts";
import type { Document } from "../../../src/documents/document.ts";
import { FILES, largeDocuments, PAGES, page, SETTINGS } from "../large-edition.ts";

const FEEDS = [
  ["/rss.xml", "application/rss+xml"],
  ["/atom.xml", "application/atom+xml"],
  ["/feed.json", "application/feed+json"],
] as const;

/** Not every channel has one. */
const CHANNEL_PAGES = ["/all", "/tags/t1", "/tags/t2", "/tags/t3", "/tags/t25"].map((path, number) => ({
  ...page(number),
  path,
}));

/**
 * Builds a small edition that has everything: texts stored whole, composed and in packs, files in one piece and in several, pages
 * that are gone, moves, deltas.
 *
 * @param out folder, made if needed
 */
export async function buildVaried(out: string): Promise<void> {
  const folder = new PackFolder(out);
  const packed = await packEdition(
    {
      documents: [
        ...FEEDS.map(([path, mediaType]) => rootFeed(path, mediaType)),
        ...largeDocuments([...CHANNEL_PAGES, ...PAGES]),
      ],
      media: FILES,
      moves: [
        { from: "/old", to: "/headlines/größe-1" },
        { from: "/tags/was", to: "/tags/t1" },
      ],
    },
    {
      ...SETTINGS,
      lastModifiedOf: (path) =>
        SETTINGS.lastModifiedOf(FEEDS.some(([feed]) => feed === path) ? "/rss.xml" : path),
      deltasOf: ({ path, kind }) =>
        kind === "feed"
          ? [1, 2].map((state) => ({
              base: `W/"000000000000000${state}"`,
              parts: [`<new to="${state}">${path}</new>`],
            }))
          : [],
      packs: folder,
    },
  );
  await writeWorker(out, await bundleWorker(), packed.pieces);
  await folder.finish(1_000);
}

function rootFeed(path: string, mediaType: string): Document {
  const links = [{ rel: "self", href: `https://wire.example${path}`, type: mediaType }];
  return {
    kind: "feed",
    path,
    mediaType,
    parts: [`<p>This is ${path}</p>`, "Grüße, 世界 & 🌍. ".repeat(60)],
    links,
  };
}
