import { PackFolder } from "../../../src/cli/pack-folder.ts";
import { bundleWorker, writeWorker } from "../../../src/cli/write-worker.ts";
import { packEdition } from "../../../src/delivery/pack-edition.ts";
import type { Document } from "../../../src/documents/document.ts";
import { renderDocuments } from "../../../src/documents/render-documents.ts";
import { article, editionOf, headline, manyHeadlines } from "../../documents/sample-edition.ts";
import { sampleScripts } from "../../documents/sample-scripts.ts";
import { FILES, largeDocuments, PAGES, page, SETTINGS } from "../large-edition.ts";

const FEEDS = [
  ["/rss.xml", "application/rss+xml"],
  ["/atom.xml", "application/atom+xml"],
  ["/feed.json", "application/feed+json"],
] as const;

/** Not every channel has one. */
const CHANNEL_PAGES = ["/tags/t1", "/tags/t2", "/tags/t3", "/tags/t25"].map((path, number) => ({
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
        ...embeddable(),
      ],
      media: FILES,
      moves: [
        { from: "/old", to: "/headlines/größe-1" },
        { from: "/tags/was", to: "/tags/t1" },
        { from: "/articles/was", to: "/articles/größe" },
        { from: "/favicon.ico", to: "/media/2222222222222222.png" },
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

/** What other sites show: items with all that cards say, their channels, the frames of these. */
function embeddable(): readonly Document[] {
  const title = `</h1></title><script>alert(1)</script> "quoted" & 'more'`;
  const items = [
    ...["größe", "a", "b", "c"].map((slug) =>
      article({ slug, title: `${slug}${title}`, summary: title, authors: [{ name: title }] }),
    ),
    headline({ address: "https://story.example/1" }),
    ...manyHeadlines(40),
  ];
  const gone = [
    { path: "/articles/removed", reason: null },
    { path: "/articles/withdrawn", reason: title },
  ];
  const documents = [...renderDocuments(editionOf(items, {}, { gone }), sampleScripts)];
  return documents.filter(({ path }) => EMBEDDABLE.test(path));
}

const EMBEDDABLE = /^\/(?:embed|articles\/|headlines\/plain|all$|headlines$|feeds$)/;

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
