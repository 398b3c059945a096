import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileEdition } from "../../src/cli/compile-edition.ts";
import { readData } from "../../src/cli/read-data.ts";
import { etagOf } from "../../src/delivery/etag-of.ts";
import { renderFeeds } from "../../src/documents/render-channel.ts";
import { foundLedger } from "../../src/edition/found-ledger.ts";
import type { Ledger } from "../../src/edition/ledger.ts";
import { temporaryFolder } from "./run-cli.ts";

const NAMESPACE = "2b1f3c58-3a50-4f0e-9c1b-5f3c7a1d9e02";

/** A publication in which "Due" waits until ten o'clock. */
function startPublication() {
  const folder = temporaryFolder();
  const write = (file: string, text: string) => {
    mkdirSync(join(folder, "articles"), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write("site.yaml", "title: The Wire\nurl: https://wire.test\n");
  write("articles/here.md", "---\ntitle: Here\n---\nIt is here.\n");
  write("articles/due.md", "---\ntitle: Due\ndate: 2026-01-16T10:00:00Z\ntags: [Late]\n---\nIt was due.\n");
  let ledger: Ledger = foundLedger(NAMESPACE, new Date("2026-01-16T08:00:00Z"));
  const at = async (time: string, mode: "ingest" | "build") => {
    const compiled = compileEdition(
      { ...(await readData(folder)), ledger },
      new Date(`2026-01-16T${time}Z`),
      mode,
    );
    if (mode === "ingest") ledger = compiled.ledger;
    return new Map(
      renderFeeds(compiled.edition).map((document) => [
        document.path,
        `${etagOf(document)} ${compiled.lastModifiedOf(document.path)?.toISOString().slice(11, 19)}`,
      ]),
    );
  };
  return {
    write,
    remove: (file: string) => rmSync(join(folder, file)),
    ingest: (time: string) => at(time, "ingest"),
    build: (time: string) => at(time, "build"),
  };
}

const timeIn = (validators = "") => validators.split(" ")[1];

describe("What only time changed, and a build has shown,", () => {
  test.each(["/rss.xml", "/atom.xml", "/feed.json"])(
    "is dated before what comes after it, also where %s says again what it said before",
    async (path) => {
      const { ingest, build, remove } = startPublication();
      const waiting = await ingest("09:00:00");
      expect(timeIn(waiting.get(path))).toBe("09:00:00");
      expect(timeIn((await build("10:05:00")).get(path))).toBe("10:00:00");
      remove("articles/due.md");
      expect(timeIn((await ingest("10:30:00")).get(path))).toBe("10:30:00");
      expect(timeIn((await build("10:40:00")).get(path))).toBe("10:30:00");
    },
  );

  test("keeps its date where nothing else has changed, whatever is ingested elsewhere", async () => {
    const { ingest, build, write } = startPublication();
    await ingest("09:00:00");
    const shown = (await build("10:05:00")).get("/tags/late/atom.xml");
    expect(timeIn(shown)).toBe("10:00:00");
    write("articles/more.md", "---\ntitle: More\n---\nThere is more.\n");
    const ingested = await ingest("15:00:00");
    expect(ingested.get("/tags/late/atom.xml")).toBe(shown);
    expect(timeIn(ingested.get("/atom.xml"))).toBe("15:00:00");
    expect((await build("16:00:00")).get("/tags/late/atom.xml")).toBe(shown);
  });

  test("is not taken back by a clock that is a little slow", async () => {
    const { ingest } = startPublication();
    const shown = await ingest("10:00:20");
    expect(await ingest("09:59:50")).toEqual(shown);
  });
});

test("A build of a moment before an edit has feeds as new as the edited text that they show", async () => {
  const folder = temporaryFolder();
  const write = (text: string) => {
    mkdirSync(join(folder, "articles"), { recursive: true });
    writeFileSync(join(folder, "articles/here.md"), `---\ntitle: Here\n---\n${text}\n`);
  };
  writeFileSync(join(folder, "site.yaml"), "title: The Wire\nurl: https://wire.test\n");
  let ledger: Ledger = foundLedger(NAMESPACE, new Date("2026-01-16T08:00:00Z"));
  const compileAt = async (time: string, mode: "ingest" | "build") =>
    compileEdition({ ...(await readData(folder)), ledger }, new Date(`2026-01-16T${time}Z`), mode);
  write("It is here.");
  ({ ledger } = await compileAt("09:00:00", "ingest"));
  write("It was here.");
  ({ ledger } = await compileAt("11:00:00", "ingest"));
  const { channels } = (await compileAt("10:00:00", "build")).edition;
  const said = channels.flatMap(({ updated, items }) => items.map((item) => [updated, item.updated]));
  const edited = new Date("2026-01-16T11:00:00Z");
  expect(said.length).toBeGreaterThan(0);
  expect(said).toEqual(said.map(() => [edited, edited]));
});
