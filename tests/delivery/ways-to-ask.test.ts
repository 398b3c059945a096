import fc from "fast-check";
import { expect, test } from "vitest";
import { ask, etagOfPath, GONE_PATH, LAST_MODIFIED, SAMPLES } from "./sample-app.ts";

const PATHS = [
  ...SAMPLES.map(({ path }) => path),
  GONE_PATH,
  "/404",
  "/nothing",
  "/feed",
  "/headlines/feed",
  "//RSS.xml/",
];

const headers = fc.record(
  {
    "Accept-Encoding": fc.constantFrom("gzip", "br", "gzip, br", "*;q=0"),
    "If-None-Match": fc.constantFrom("*", '"0000"', ...PATHS.slice(0, 9).map(etagOfPath)),
    "If-Modified-Since": fc.constantFrom(LAST_MODIFIED.toUTCString(), "Thu, 01 Jan 1970 00:00:00 GMT"),
    "If-Match": fc.constantFrom("*", '"0000"'),
    "Sec-Fetch-Dest": fc.constantFrom("document", "empty"),
  },
  { requiredKeys: [] },
);

/** One of its letters as no browser would write it. */
function escaped(path: string, place: number): string {
  const letters = [...encodeURI(path)];
  const found = letters.findIndex(
    (letter, index) => index >= place % letters.length && /[a-z]/i.test(letter),
  );
  const isInEscape = encodeURI(path)
    .slice(Math.max(found - 2, 0), found)
    .includes("%");
  if (found === -1 || isInEscape) return encodeURI(path);
  const code = letters[found]?.charCodeAt(0).toString(16);
  return letters.with(found, `%${code}`).join("");
}

test("The answer is the same, however the path is written, with a query or without, once and again", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...PATHS),
      fc.constantFrom("GET", "HEAD"),
      headers,
      fc.nat(40),
      async (path, method, sent, place) => {
        const ways = [
          encodeURI(path),
          encodeURI(path),
          escaped(path, place),
          `${encodeURI(path)}?a=/rss.xml`,
        ];
        const answers = await Promise.all(
          ways.map(async (way) => {
            const response = await ask(way, { method, headers: sent, redirect: "manual" });
            return [response.status, [...response.headers], await response.arrayBuffer()];
          }),
        );
        for (const answer of answers) expect(answer).toEqual(answers[0]);
      },
    ),
    { numRuns: 500, seed: 20261123 },
  );
});
