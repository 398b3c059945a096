import { expect, test } from "vitest";
import { reconcile } from "../../src/edition/reconcile.ts";
import { article, emptyLedger, headline, headlines, later, START } from "./make-candidates.ts";

const WEEK = 7 * 24;
const STANDING = ["Weather", "Sport", "Letters"];
const longHeadlines = (story: string) =>
  Array.from({ length: 12 }, (_, i) => `${story} number ${i} tells of ${i * 7} barges at the lock`);

function kindsOf(before: Parameters<typeof reconcile>[1], after: Parameters<typeof reconcile>[1]) {
  const { ledger } = reconcile(emptyLedger(), before, START, "UTC");
  return reconcile(ledger, after, later(WEEK), "UTC").changes.map(({ kind, title }) => `${kind} ${title}`);
}

test("the next issue's standing heads are other items, however many there are", () => {
  const changes = kindsOf(
    headlines("friday.txt", [...STANDING, ...longHeadlines("Flood")]),
    headlines("saturday.txt", [...STANDING, ...longHeadlines("Regatta")]),
  );
  for (const title of STANDING) {
    expect(changes).toContain(`new ${title}`);
    expect(changes).toContain(`removed ${title}`);
  }
});

test("the standing heads of a page that only got another name stay what they are", () => {
  const texts = [...STANDING, ...longHeadlines("Flood")];
  const changes = kindsOf(headlines("friday.txt", texts), headlines("renamed.txt", texts));
  expect(changes.toSorted()).toEqual(texts.map((title) => `moved ${title}`).sort());
});

test("a page of which nothing stayed is the next issue, though its headlines are alike", () => {
  const changes = kindsOf(
    headlines("today.txt", [
      "Body found in River Lume near Norden",
      "Fire at school in Norden",
      "Rangers beat Norden in cup final",
      "Council minutes of January 9",
      "What to know this Monday in Lumen",
    ]),
    headlines("today.txt", [
      "Body found in River Lume near Harbour",
      "Fire at hospital in Norden",
      "Rangers beat United in cup final",
      "Council minutes of January 16",
      "What to know this Tuesday in Lumen",
    ]),
  );
  expect(changes.filter((change) => change.startsWith("edited"))).toEqual([]);
});

test("a briefing with the same title and greeting, but another story, is another briefing", () => {
  const briefing = (story: string) =>
    article("briefing.txt", "Morning briefing", ["Good morning.", story, "Sign up for this letter."]);
  const changes = kindsOf(
    [
      briefing(
        "The council of Lumen voted late on Monday to close the old lock, which has leaked for years.",
      ),
    ],
    [
      briefing(
        "Rangers won the cup after a penalty in the last minute, their first title since the war ended.",
      ),
    ],
  );
  expect(changes).toEqual(["removed Morning briefing", "new Morning briefing"]);
});

test("a short headline keeps its id when its address only becomes https", () => {
  const changes = kindsOf(
    [headline("a.txt", "Bank holds rates", { address: "http://news.example/1/" })],
    [headline("a.txt", "Bank holds rates", { address: "https://www.news.example/1" })],
  );
  expect(changes).toEqual(["address-changed Bank holds rates"]);
});

test("a page keeps all its ids when only the addresses change, or come", () => {
  const titles = [...STANDING, ...longHeadlines("Flood")];
  const page = (address: (i: number) => string | undefined) =>
    titles.map((title, i) => {
      const to = address(i);
      return headline("a.txt", title, { lineNumber: i + 1, ...(to !== undefined && { address: to }) });
    });
  const expected = titles.map((title) => `address-changed ${title}`).sort();
  const without = page(() => undefined);
  const http = page((i) => `http://news.example/${i}`);
  const https = page((i) => `https://news.example/${i}`);
  expect(kindsOf(without, http).toSorted()).toEqual(expected);
  expect(kindsOf(http, https).toSorted()).toEqual(expected);
});
