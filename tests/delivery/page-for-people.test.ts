import { describe, expect, test, vi } from "vitest";
import { createApp } from "../../src/delivery/create-app.ts";
import type { Representation, Store } from "../../src/delivery/representation.ts";
import { hotAt } from "./hot-at.ts";
import {
  ARCHIVE_PATH,
  ask,
  etagOfPath,
  FUTURE_PATH,
  LAST_MODIFIED,
  NOW,
  ORIGIN,
  SAMPLES,
  store,
  textAt,
} from "./sample-app.ts";

const OPENED = { "Sec-Fetch-Dest": "document" };
const VARY = "Accept-Encoding, Sec-Fetch-Dest";
const FEED = "/sections/sport/atom.xml";
const PAGE = "/sections/sport";

const feeds = SAMPLES.filter(({ kind }) => kind === "feed" || kind === "archive");

describe("A person who opens", () => {
  test.each([
    ["/rss.xml", "/all"],
    ["/atom.xml", "/all"],
    ["/feed.json", "/all"],
    [FEED, PAGE],
    ["/sections/sport/feed.json", PAGE],
    [ARCHIVE_PATH, PAGE],
    ["/tags/gr%C3%B6%C3%9Fe/rss.xml", "/tags/größe"],
    ["/rss.xml?utm_source=mail", "/all"],
    ["/rss.xml?rawhide=1&draw&x=raw", "/all"],
  ])("%s is shown the page at %s, which no cache may keep for others", async (path, page) => {
    const response = await ask(path, { headers: OPENED });
    expect(response.status).toBe(200);
    expect(await response.clone().text()).toBe(textAt(page));
    const own = await ask(encodeURI(page));
    expect([...response.headers]).toEqual(
      [...own.headers].map(([name, value]) => {
        if (name === "cache-control") return [name, "private, no-cache"];
        return [name, name === "vary" ? VARY : value];
      }),
    );
  });

  test.each(["raw", "raw=", "raw=1", "a=b&raw", "raw&a=b"])(
    "a feed with ?%s sees the feed",
    async (query) => {
      const response = await ask(`${FEED}?${query}`, { headers: OPENED });
      expect(await response.clone().text()).toBe(textAt(FEED));
      expect([...response.headers]).toEqual([...(await ask(FEED)).headers]);
    },
  );

  test("a feed whose channel has no page sees the feed", async () => {
    const response = await ask(FUTURE_PATH, { headers: OPENED });
    expect([response.status, await response.text()]).toEqual([200, textAt(FUTURE_PATH)]);
  });

  test.each(["/", "/sections/sport", "/feeds.opml", "/sitemap.xml", "/404"])(
    "%s gets what everybody gets",
    async (path) => {
      const [opened, asked] = [await ask(path, { headers: OPENED }), await ask(path)];
      expect([...opened.headers]).toEqual([...asked.headers]);
      expect(await opened.text()).toBe(await asked.text());
      expect(opened.headers.get("Vary")).toBe("Accept-Encoding");
    },
  );
});

describe.each(feeds)("$path", ({ path }) => {
  test.each([
    undefined,
    "empty",
    "script",
    "iframe",
    "embed",
    "report",
    "Document",
    "document, document",
    "document;a",
    "documents",
    "",
  ])("is the feed for one whose Sec-Fetch-Dest is %s, in whatever it accepts", async (dest) => {
    const headers: Record<string, string> = { Accept: "text/html, */*;q=0.9" };
    if (dest !== undefined) headers["Sec-Fetch-Dest"] = dest;
    const response = await ask(path, { headers });
    expect([response.status, await response.text()]).toEqual([200, textAt(path)]);
  });

  test("says in each answer that it depends on who asks", async () => {
    const answers = [
      await ask(path),
      await ask(path, { method: "HEAD" }),
      await ask(path, { headers: { "If-None-Match": etagOfPath(path) } }),
      await ask(path, { headers: OPENED }),
      await ask(path, { headers: { ...OPENED, "If-None-Match": "*" } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 304, 200, 304]);
    for (const { headers } of answers) expect(headers.get("Vary")).toBe(VARY);
  });
});

describe("Each of the two at one address has its own ETag", () => {
  const pageTag = etagOfPath(PAGE);
  const feedTag = etagOfPath(FEED);
  const date = LAST_MODIFIED.toUTCString();
  type Row = { sends: Record<string, string>; answers: number; text: string | undefined; because: string };
  const rows: Row[] = [
    { sends: { ...OPENED, "If-None-Match": pageTag }, answers: 304, text: "", because: "the page's" },
    { sends: { ...OPENED, "If-None-Match": "*" }, answers: 304, text: "", because: "any" },
    {
      sends: { ...OPENED, "If-None-Match": feedTag },
      answers: 200,
      text: textAt(PAGE),
      because: "Chrome sends the tag of what a script has fetched there",
    },
    {
      sends: { "Sec-Fetch-Dest": "empty", "If-None-Match": pageTag },
      answers: 200,
      text: textAt(FEED),
      because: "and a script that of what a person has opened",
    },
    {
      sends: { "If-None-Match": pageTag },
      answers: 200,
      text: textAt(FEED),
      because: "a cache that ignores Vary",
    },
    {
      sends: { ...OPENED, "If-None-Match": `${feedTag}, ${pageTag}` },
      answers: 304,
      text: "",
      because: "RFC 9111 §4.3.1: a cache lists all that it has",
    },
    {
      sends: { ...OPENED, "If-Modified-Since": date },
      answers: 200,
      text: textAt(PAGE),
      because: "the date is the feed's, a page has none",
    },
    {
      sends: { ...OPENED, "If-Match": '"0"' },
      answers: 412,
      text: "Precondition failed\n",
      because: "If-Match comes first",
    },
    {
      sends: { ...OPENED, "A-IM": "feed", "If-None-Match": 'W/"0000"' },
      answers: 200,
      text: textAt(PAGE),
      because: "there are no deltas of pages",
    },
  ];
  test.each(rows)("$sends is answered with $answers ($because)", async ({ sends, answers, text }) => {
    const response = await ask(FEED, { headers: sends });
    expect([response.status, await response.text()]).toEqual([answers, text]);
    const head = await ask(FEED, { method: "HEAD", headers: sends });
    expect([head.status, [...head.headers]]).toEqual([response.status, [...response.headers]]);
  });

  test("a 304 for the page says how it may be kept", async () => {
    const { headers } = await ask(FEED, { headers: { ...OPENED, "If-None-Match": pageTag } });
    expect([...headers]).toEqual([
      ["access-control-allow-origin", "*"],
      ["cache-control", "private, no-cache"],
      ["etag", pageTag],
      ["vary", VARY],
    ]);
  });
});

describe("Where the page lies in a pack", () => {
  /** The sample with a feed and its page in packs. */
  function withCold(load: (hot: Representation) => Promise<Representation>) {
    const cold = [FEED, PAGE].map((path) => {
      const hot = hotAt(store, path);
      if (!hot) throw new Error(`nothing at ${path}`);
      const { status, etag, lastModified, headers } = hot;
      return { is: "cold", path, status, etag, lastModified, headers, load: () => load(hot) } as const;
    });
    const find: Store["find"] = (path) => cold.find((one) => one.path === path) ?? store.find(path);
    return createApp({ ...store, find }, () => NOW);
  }
  const open = async (app: ReturnType<typeof createApp>, headers: Record<string, string> = {}) =>
    app.fetch(new Request(`${ORIGIN}${FEED}`, { headers: { ...OPENED, ...headers } }));

  test("it is loaded, and says the same", async () => {
    const response = await open(withCold(async (hot) => hot));
    expect(await response.clone().text()).toBe(textAt(PAGE));
    expect([...response.headers]).toEqual([...(await ask(FEED, { headers: OPENED })).headers]);
  });

  test("it need not be loaded to say that nothing is new", async () => {
    const app = withCold(() => Promise.reject(new Error("no route to the pack")));
    const response = await open(app, { "If-None-Match": etagOfPath(PAGE) });
    expect([response.status, response.headers.get("Cache-Control")]).toEqual([304, "private, no-cache"]);
  });

  test("and cannot be had, the answer is 503 and the feed goes on", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const app = withCold((hot) =>
      hot.path === PAGE ? Promise.reject(new Error("no")) : Promise.resolve(hot),
    );
    expect((await open(app)).status).toBe(503);
    expect((await open(app, { "Sec-Fetch-Dest": "empty" })).status).toBe(200);
    log.mockRestore();
  });
});
