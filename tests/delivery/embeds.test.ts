import { describe, expect, test } from "vitest";
import { createApp } from "../../src/delivery/create-app.ts";
import { packEdition } from "../../src/delivery/pack-edition.ts";
import { ONLY_WITH_BODY, omitHeaders } from "../../src/delivery/prepared-answers.ts";
import type { Store } from "../../src/delivery/representation.ts";
import { unpackEdition } from "../../src/delivery/unpack-edition.ts";
import { renderDocuments } from "../../src/documents/render-documents.ts";
import type { Media } from "../../src/edition/media.ts";
import { article, category, channelOf, editionOf, headline, notice } from "../documents/sample-edition.ts";
import { sampleScripts } from "../documents/sample-scripts.ts";
import { joinPieces } from "./join-pieces.ts";

const ORIGIN = "https://wire.example";
const NOW = new Date("2026-10-23T12:00:00Z");
const HOSTILE = `</h1><script>alert(1)</script> "quoted" & 'more'`;

const harbour = category("section", "größe", "Größe");
const items = [
  article({
    slug: "größe",
    title: HOSTILE,
    summary: HOSTILE,
    categories: [harbour],
    authors: [{ name: HOSTILE }],
  }),
  article({
    slug: "elsewhere",
    id: "urn:uuid:8d1f0c1a-0000-5000-8000-000000000011",
    canonical: "https://first.example/story",
  }),
  headline({ address: "https://story.example/1" }),
  notice(),
];
const ICON: Media = {
  path: "/media/1111111111111111.png",
  mediaType: "image/png",
  byteLength: 4,
  bytes: new Uint8Array(4),
  size: null,
};
const edition = editionOf(
  items,
  {},
  {
    gone: [
      { path: "/articles/removed", reason: null },
      { path: "/articles/withdrawn", reason: HOSTILE },
    ],
  },
);
const everything = {
  ...edition,
  channels: [...edition.channels, channelOf("section", "sections/größe", items.slice(0, 1))],
};
const moves = [
  { from: "/articles/old", to: "/articles/größe" },
  { from: "/articles/older", to: "/articles/removed" },
  { from: "/sections/old", to: "/sections/größe" },
  { from: "/favicon.ico", to: ICON.path },
];
const { pieces } = await packEdition(
  { documents: renderDocuments(everything, sampleScripts), media: [ICON], moves },
  { lastModifiedOf: () => null, brotliQuality: 1 },
);
const store = unpackEdition(joinPieces(pieces).buffer);

/** The same with everything in packs. */
const inPacks: Store = {
  ...store,
  find: (path) => {
    const found = store.find(path);
    if (found?.is !== "hot") return found;
    const { status, etag, lastModified, headers } = found;
    return {
      is: "cold",
      path: found.path,
      status,
      etag,
      lastModified,
      headers: omitHeaders(headers, ONLY_WITH_BODY),
      load: async () => found,
    };
  },
};

async function gunzipped(response: Response): Promise<string> {
  const { body } = response;
  if (body === null) throw new Error("There is no body");
  return new Response(body.pipeThrough(new DecompressionStream("gzip"))).text();
}

describe.each([
  ["in the Worker", store],
  ["in packs", inPacks],
])("what lies %s", (_, kept) => {
  const app = createApp(kept, () => NOW);

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    return app.fetch(new Request(`${ORIGIN}${path}`, init));
  }

  async function askOembed(url: string, rest = ""): Promise<Response> {
    return ask(`/oembed?url=${encodeURIComponent(url)}${rest}`);
  }

  test.each([
    ["/articles/größe", "/embed/articles/gr%C3%B6%C3%9Fe"],
    ["/articles/gr%C3%B6%C3%9Fe?utm_source=x&y#part", "/embed/articles/gr%C3%B6%C3%9Fe"],
    ["/articles/größe/", "/embed/articles/gr%C3%B6%C3%9Fe"],
    ["/articles/old", "/embed/articles/gr%C3%B6%C3%9Fe"],
    ["/articles/elsewhere", "/embed/articles/elsewhere"],
    ["/articles/withdrawn-article", "/embed/articles/withdrawn-article"],
    ["/embed/articles/elsewhere?theme=dark", "/embed/articles/elsewhere"],
    ["/headlines/plain-headline", "/embed/headlines/plain-headline"],
    ["/headlines", "/embed/headlines"],
    ["/sections/old/rss.xml", "/embed/sections/gr%C3%B6%C3%9Fe"],
    ["/sections/größe/feed.json", "/embed/sections/gr%C3%B6%C3%9Fe"],
    ["/embed/headlines?items=3", "/embed/headlines"],
    ["/", "/embed/all"],
    ["", "/embed/all"],
    ["/all", "/embed/all"],
    ["/atom.xml?raw", "/embed/all"],
    ["/feed", "/embed/all"],
    ["/index.html", "/embed/all"],
  ])("oEmbed of %s shows %s", async (path, frame) => {
    for (const origin of [ORIGIN, "http://wire.example", "https://WIRE.example:443"]) {
      const response = await askOembed(origin + path);
      expect(response.status).toBe(200);
      const answer = await response.json<{ html: string }>();
      expect(answer).toMatchObject({
        version: "1.0",
        type: "rich",
        provider_name: "The Lumen Wire",
        provider_url: `${ORIGIN}/`,
      });
      expect(answer.html).toContain(`<iframe src="${ORIGIN}${frame}"`);
      expect((await ask(frame)).status).toBe(200);
    }
  });

  test.each([
    "https://other.example/articles/größe",
    "https://wire.example.other.example/",
    "https://wire.example:8443/",
    "https://wire.example@other.example/",
    "ftp://wire.example/",
    "/articles/größe",
    "nonsense",
    `${ORIGIN}/articles/removed`,
    `${ORIGIN}/articles/nothing`,
    `${ORIGIN}/feeds`,
    `${ORIGIN}/archive`,
    `${ORIGIN}/archive/2026-01`,
    `${ORIGIN}/embed`,
    `${ORIGIN}/embed/card`,
    `${ORIGIN}/embed.js`,
    `${ORIGIN}/oembed`,
    `${ORIGIN}/feeds.opml`,
    `${ORIGIN}/404`,
    `${ORIGIN}/%FF`,
    `${ORIGIN}/articles/gr%2525`,
  ])("oEmbed knows nothing of %s", async (url) => {
    expect((await askOembed(url)).status).toBe(404);
  });

  test.each([
    ["/oembed", 400],
    ["/oembed?url=", 400],
    [`/oembed?url=${ORIGIN}/&format=yaml`, 501],
    [`/oembed?url=${ORIGIN}/&format=`, 501],
    ["/oembed?format=JSON", 501],
  ])("%s is answered with %i", async (path, status) => {
    const response = await ask(path);
    expect([response.status, response.headers.get("Access-Control-Allow-Origin")]).toEqual([status, "*"]);
  });

  test("answers of oEmbed may be kept for a while and read by scripts, and each format has its type", async () => {
    for (const [format, type] of [
      ["", "application/json"],
      ["&format=json", "application/json"],
      ["&format=xml", "text/xml"],
    ] as const) {
      const { headers } = await askOembed(`${ORIGIN}/headlines`, format);
      expect(headers.get("Content-Type")).toBe(`${type}; charset=utf-8`);
      expect(headers.get("Cache-Control")).toMatch(/^public, max-age=600/);
      expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    }
    expect((await ask("/oembed", { method: "POST" })).status).toBe(405);
    const head = await ask(`/oembed?url=${ORIGIN}/`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test.each(["maxwidth=320&maxheight=150", "maxwidth=0&maxheight=-1", "maxwidth=x", "maxwidth=99999999999"])(
    "of a size (%s) only what is one counts",
    async (size) => {
      const response = await askOembed(`${ORIGIN}/articles/elsewhere`, `&${size}`);
      const isOne = size.startsWith("maxwidth=320");
      expect(await response.json()).toMatchObject(
        isOne ? { width: 320, height: 150 } : { width: 600, height: 200 },
      );
    },
  );

  test.each(["", "?items=3&theme=dark&summary=yes", "?items=30", "?theme=light"])(
    "a channel's frame with the options '%s' is the same text with another first line, in each encoding",
    async (query) => {
      const plain = await (await ask("/embed/headlines")).text();
      const identity = await ask(`/embed/headlines${query}`);
      const text = await identity.text();
      expect(text.slice(text.indexOf(" lang="))).toBe(plain.slice(plain.indexOf(" lang=")));
      expect(text.startsWith(`<!doctype html>\n<html class="items-`)).toBe(true);
      expect(text === plain).toBe(query === "");
      expect(identity.headers.get("Content-Length")).toBe(String(new TextEncoder().encode(text).length));

      const gzip = await ask(`/embed/headlines${query}`, { headers: { "Accept-Encoding": "gzip" } });
      expect(gzip.headers.get("Content-Encoding")).toBe("gzip");
      const bytes = await gzip.clone().arrayBuffer();
      expect(gzip.headers.get("Content-Length")).toBe(String(bytes.byteLength));
      expect(await gunzipped(gzip)).toBe(text);
    },
  );

  test.each(["?items=3", "?theme=dark&channel=headlines", "?summary=yes"])(
    "the page that makes the line is the same with '%s' behind it, in each encoding",
    async (query) => {
      const plain = await (await ask("/embed")).text();
      const asked = await ask(`/embed${query}`);
      expect([asked.status, await asked.text()]).toEqual([200, plain]);
      const gzip = await ask(`/embed${query}`, { headers: { "Accept-Encoding": "gzip" } });
      expect(await gunzipped(gzip)).toBe(plain);
    },
  );

  test("a frame has not been modified as long as its channel has not", async () => {
    const etag = (await ask("/embed/headlines?items=3")).headers.get("ETag") ?? "";
    const again = await ask("/embed/headlines?items=3", { headers: { "If-None-Match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test("frames may be shown by all, and nothing else may", async () => {
    for (const path of [
      "/embed/headlines",
      "/embed/headlines?items=2",
      "/embed/articles/elsewhere",
      "/embed/nothing",
    ]) {
      const { headers } = await ask(path);
      const policy = headers.get("Content-Security-Policy") ?? "";
      expect(policy).toContain("frame-ancestors *");
      expect(policy).toContain(`script-src 'self' ${ORIGIN};`);
      expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
      expect(headers.get("Cross-Origin-Embedder-Policy")).toBe("credentialless");
    }
    for (const path of ["/", "/headlines", "/embed", "/articles/elsewhere"]) {
      const { headers } = await ask(path);
      expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("Cross-Origin-Embedder-Policy")).toBe(null);
    }
  });

  test("the card of an item says what its page says, as text", async () => {
    const response = await ask("/embed/articles/größe?theme=dark");
    const text = await response.text();
    expect(text).toMatch(/^<!doctype html>\n<html class="items-10 theme-dark summary-no" lang="en-GB">/);
    expect(text).toContain("&lt;/h1&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(text).not.toContain("<script>");
    expect(text).toContain('<time datetime="2026-01-16T09:30:00Z">');
    expect(response.headers.get("Link")).toBe(`<${ORIGIN}/articles/gr%C3%B6%C3%9Fe>; rel="canonical"`);
    expect(response.headers.get("ETag")).toBe(null);
  });

  test("the card of what was withdrawn says that it was", async () => {
    expect(await (await ask("/embed/articles/withdrawn-article")).text()).toContain("Withdrawn");
  });

  test("the card of what is gone says what its page says, and why", async () => {
    const [removed, withdrawn] = await Promise.all(
      ["/embed/articles/removed", "/embed/articles/withdrawn"].map(async (path) => (await ask(path)).text()),
    );
    expect(removed).toContain("<title>Removed</title>");
    expect(removed).toContain("<h1>Removed</h1>\n<p>");
    expect(withdrawn).toContain("<h1>Withdrawn</h1>");
    expect(withdrawn).toContain("&lt;/h1&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(withdrawn).not.toContain("<script>");
    for (const text of [removed, withdrawn]) expect(text).toContain(`<a href="${ORIGIN}/" target="_parent"`);
  });

  test.each([
    ["/embed/articles/removed", 410],
    ["/embed/articles/nothing", 404],
    ["/embed/feeds", 404],
    ["/embed/favicon.ico", 404],
    [`/embed${ICON.path}`, 404],
    ["/embed/feeds.xml", 404],
    ["/embed/sitemap", 404],
    ["/embed/embed/headlines", 404],
    ["/embed/404", 404],
  ])("%s is answered with %i and a page that a frame can show", async (path, status) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Security-Policy")).toContain("frame-ancestors *");
    expect(await response.text()).toContain("The Lumen Wire");
  });

  test.each([
    ["/embed/sections/old?items=3", "/embed/sections/gr%C3%B6%C3%9Fe?items=3"],
    ["/embed/articles/old", "/embed/articles/gr%C3%B6%C3%9Fe"],
    ["/embed/headlines/", "/embed/headlines"],
    ["/embed/Headlines?theme=dark", "/embed/headlines?theme=dark"],
    ["/embed/", "/embed"],
    ["/embed/?channel=headlines", "/embed?channel=headlines"],
    ["/embed/feed", "/embed/all"],
    ["/embed/rss.xml?items=3", "/embed/all?items=3"],
    ["/embed/headlines/feed/json?theme=dark", "/embed/headlines?theme=dark"],
    ["/embed/headlines/atom.xml", "/embed/headlines"],
    ["/embed/sections/old/rss", "/embed/sections/gr%C3%B6%C3%9Fe"],
    ["/embed/blog", "/embed/all"],
    ["/embed/articles/older", "/embed/articles/removed"],
    ["/EMBED/all?items=3", "/embed/all?items=3"],
    ["//embed/Headlines/?summary=yes&raw", "/embed/headlines?summary=yes&raw"],
    ["/feed?items=3", "/rss.xml"],
  ])("%s leads to %s", async (path, location) => {
    const response = await ask(path);
    expect([response.status, response.headers.get("Location")]).toEqual([301, location]);
  });

  test("releases of the script are kept for ever, the newest one under its short name for an hour", async () => {
    const [release, newest] = await Promise.all(["/embed-1.0.0.js", "/embed.js"].map((path) => ask(path)));
    expect(release?.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(newest?.headers.get("Cache-Control")).toMatch(/^public, max-age=3600/);
    expect(await newest?.text()).toBe(await release?.text());
    expect(newest?.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(newest?.headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  });
});
