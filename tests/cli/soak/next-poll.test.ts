import { expect, test } from "vitest";
import { nextPoll } from "../../../src/cli/soak/next-poll.ts";
import type { Target } from "../../../src/cli/soak/publication.ts";
import type { Site } from "../../../src/cli/soak/read-site.ts";
import { SeededRandom } from "../../edition/seeded-random.ts";

const POLLS = 20_000;

const feed = target("/rss.xml");
const others = Array.from({ length: 20 }, (_, i) => target(`/tags/t${i}/rss.xml`));
const page = { ...target("/all"), address: feed.address };
const site: Site = {
  feeds: [feed, ...others],
  opened: [page],
  pages: [target("/")],
  gone: [],
  media: [],
  missing: target("/404"),
  has: () => false,
};

function target(path: string): Target {
  return {
    path,
    address: path,
    status: 200,
    etag: `W/"${path}"`,
    lastModified: "Fri, 16 Jan 2026 09:30:00 GMT",
    headers: {},
    bytes: Buffer.alloc(100),
    isMedia: false,
    deltas: new Map([['W/"before"', Buffer.alloc(10)]]),
  };
}

const random = new SeededRandom(1);
const polls = Array.from({ length: POLLS }, () => nextPoll(site, () => random.next()));
const shareOf = (isIn: (poll: (typeof polls)[number]) => boolean) => polls.filter(isIn).length / POLLS;

test.each([
  ["conditional", 0.85],
  ["unconditional", 0.1],
  ["other", 0.05],
])("Of all requests the share of %s ones is %f", (share, expected) => {
  expect(shareOf((poll) => poll.share === share)).toBeCloseTo(expected, 2);
});

test("Most conditional requests find nothing new, some come after long, some ask for a delta", () => {
  const kinds = new Set(
    polls.filter(({ share }) => share === "conditional").map(({ expected }) => expected.is),
  );
  expect(kinds).toEqual(new Set(["not-modified", "whole", "delta"]));
  expect(shareOf(({ expected }) => expected.is === "not-modified")).toBeGreaterThan(0.7);
});

test("Readers ask by tag, by date and by both", () => {
  for (const [tag, date] of [
    [true, false],
    [false, true],
    [true, true],
  ]) {
    const asks = ({ headers }: (typeof polls)[number]) =>
      "If-None-Match" in headers === tag && "If-Modified-Since" in headers === date;
    expect(shareOf(asks)).toBeGreaterThan(0.1);
  }
});

test("The most popular feed is asked for most, and every feed by somebody", () => {
  expect(shareOf(({ address }) => address === feed.address)).toBeGreaterThan(0.2);
  for (const { address } of others) expect(polls.some((poll) => poll.address === address)).toBe(true);
});

test("Who opens a feed in a browser is to be shown its page, and says in a later visit which one", () => {
  const opening = polls.filter(({ headers }) => headers["Sec-Fetch-Dest"] === "document");
  const expected = opening.map(({ address, headers, expected }) => [
    address,
    headers["If-None-Match"],
    expected.is,
    "target" in expected ? expected.target.path : null,
  ]);
  expect(new Set(expected.map((one) => JSON.stringify(one)))).toEqual(
    new Set([
      JSON.stringify([feed.address, undefined, "whole", page.path]),
      JSON.stringify([feed.address, page.etag, "not-modified", page.path]),
    ]),
  );
});
