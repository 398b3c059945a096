import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorkerd, type Workerd } from "../../src/cli/start-workerd.ts";
import { type Answer, askExactly } from "./ask-exactly.ts";
import { type CachingProxy, letPass, startCachingProxy } from "./caching-proxy.ts";
import { buildVaried } from "./hostile/build-varied.ts";

const built = mkdtempSync(join(tmpdir(), "teleprinter-caches-"));
let workerd: Workerd;

beforeAll(async () => {
  await buildVaried(built);
  workerd = await startWorkerd(built);
});

afterAll(async () => {
  await workerd.stop();
  rmSync(built, { recursive: true });
});

/** Each has a page, and some lie in packs. */
const FEEDS = ["/rss.xml", "/feed.json", "/tags/t1/rss.xml", "/tags/t25/rss.xml"];

type Who = "reader" | "script" | "person";

const WHO: Readonly<Record<Who, Readonly<Record<string, string>>>> = {
  /** Says nothing of what it is, as feed readers do. */
  reader: {},
  script: { "Sec-Fetch-Dest": "empty", "Sec-Fetch-Mode": "cors", Origin: "https://elsewhere.example" },
  person: { "Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate", Accept: "text/html" },
};

type Step =
  /** Comes back with what the last answer gave, or asks as if for the first time. */
  { readonly who: Who; readonly feed: string; readonly comesBack: boolean } | { readonly seconds: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      who: fc.constantFrom<Who>("reader", "script", "person"),
      feed: fc.constantFrom(...FEEDS),
      comesBack: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom(60, 1_000, 100_000).map((seconds) => ({ seconds })) },
);

/** What somebody saw: the media type, or that what they had is still right. */
type Seen = { readonly who: Who; readonly saw: string };

async function follow(steps: readonly Step[], { port }: CachingProxy): Promise<readonly Seen[]> {
  const had = new Map<string, Answer>();
  const seen: Seen[] = [];
  for (const step of steps) {
    if ("seconds" in step) {
      letPass(step.seconds);
      continue;
    }
    const { who, feed, comesBack } = step;
    const before = comesBack ? had.get(`${who} ${feed}`) : undefined;
    const conditions: Record<string, string> =
      before === undefined ? {} : { "If-None-Match": String(before.headers.etag) };
    const answer = await askExactly(port, feed, { ...WHO[who], ...conditions });
    const shown = answer.status === 304 ? before : answer;
    if (shown === undefined || shown.status !== 200)
      throw new Error(`${who} got ${answer.status} for ${feed}`);
    if (answer.status === 304) expect(answer.headers.etag).toBe(shown.headers.etag);
    had.set(`${who} ${feed}`, shown);
    seen.push({ who, saw: String(shown.headers["content-type"]) });
  }
  return seen;
}

async function sawThrough(knowsVary: boolean): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  let hits = 0;
  for (const steps of fc.sample(fc.array(step, { minLength: 5, maxLength: 25 }), { seed: 6, numRuns: 60 })) {
    const proxy = await startCachingProxy(workerd.port, knowsVary);
    for (const { who, saw } of await follow(steps, proxy)) {
      const key = `${who}: ${saw.includes("html") ? "page" : "feed"}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    hits += proxy.hits();
    proxy.stop();
  }
  // A cache that keeps nothing would prove nothing.
  expect(hits).toBeGreaterThan(50);
  return counts;
}

test("Behind a cache that knows Vary a person sees the page, and everybody else the feed", async () => {
  const saw = await sawThrough(true);
  expect([...saw.keys()].sort()).toEqual(["person: page", "reader: feed", "script: feed"]);
});

test("Behind a cache that ignores Vary a person may see a feed, and nobody else ever sees a page", async () => {
  const saw = await sawThrough(false);
  expect([...saw.keys()].sort()).toEqual(["person: feed", "person: page", "reader: feed", "script: feed"]);
});
