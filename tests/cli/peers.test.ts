import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseFragment } from "parse5";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { elementsOf } from "../../src/cli/check/html-tree.ts";
import { createApp } from "../../src/delivery/create-app.ts";
import { unpackEdition } from "../../src/delivery/unpack-edition.ts";
import { readXml } from "../documents/read-xml.ts";
import { HARBOUR_PAGE, startPublication } from "./publication.ts";
import { root, runCli, temporaryFolder } from "./run-cli.ts";

const ORIGIN = "https://wire.harbour.net";
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const ITEM_TITLES = ["/rss/channel/item/title", "//atom:entry/atom:title"] as const;
const TITLE = "Is <b>1 < 2</b> &amp;lt; 3 & ]]> so?";
const NAMES = ["c++", "c#", "Čaj", "çay", "ελλάδα", "日本", "中国", "मौसम", "🚢"];

/** A publication that is ingested, built and asked over HTTP, as its readers do. */
class Publication {
  readonly #data: string;
  readonly #out: string;

  constructor(folder: string) {
    this.#data = join(folder, "data");
    this.#out = join(folder, "dist");
  }

  async publish(files: Readonly<Record<string, string | Buffer>>, ...more: readonly string[]): Promise<void> {
    await this.ingest(files);
    await this.#run("build", "--out", this.#out, ...more);
  }

  async ingest(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.#data, file)), { recursive: true });
      writeFileSync(join(this.#data, file), content);
    }
    await this.#run("ingest");
  }

  async #run(...args: readonly string[]): Promise<void> {
    const { status, stderr } = await runCli([...args, "--data", this.#data]);
    if (status !== 0) throw new Error(stderr);
  }

  start(): Promise<void> {
    return startPublication(this.#data);
  }

  remove(file: string): void {
    rmSync(join(this.#data, file));
  }

  move(from: string, to: string): void {
    renameSync(join(this.#data, from), join(this.#data, to));
  }

  async ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const packed = new Uint8Array(readFileSync(join(this.#out, "representations.bin"))).buffer;
    // Late enough for every date that a document may have.
    const app = createApp(unpackEdition(packed), () => new Date("2100-01-01T00:00:00Z"));
    return app.fetch(new Request(`${ORIGIN}${path}`, { headers }));
  }

  async text(path: string): Promise<string> {
    const response = await this.ask(path);
    expect({ path, status: response.status }).toEqual({ path, status: 200 });
    return response.text();
  }

  /** What an item of a title is in each format, by what an XPath finds in it or a key of JSON Feed. */
  async facts(title: string, paths: readonly [rss: string, atom: string, json: string]): Promise<unknown[]> {
    const [rss, atom] = await Promise.all(["/rss.xml", "/atom.xml"].map((path) => this.text(path)));
    const quoted = title.includes('"') ? `'${title}'` : `"${title}"`;
    const { items } = JSON.parse(await this.text("/feed.json"));
    return [
      ...(readXml(rss ?? "", `//item[title=${quoted}]/${paths[0]}`)[0] ?? []),
      ...(readXml(atom ?? "", `//atom:entry[atom:title=${quoted}]/${paths[1]}`)[0] ?? []),
      ...items.flatMap((item: Record<string, unknown>) => (item.title === title ? [item[paths[2]]] : [])),
    ];
  }

  contents(title: string): Promise<unknown[]> {
    return this.facts(title, ["content:encoded", "atom:content", "content_html"]);
  }
}

async function started(): Promise<Publication> {
  const made = new Publication(temporaryFolder());
  await made.start();
  return made;
}

const article = (title: string, more = "", body = "One paragraph.") =>
  `---\ntitle: ${JSON.stringify(title)}\n${more}---\n${body}\n`;

describe("from data/ to what readers fetch,", () => {
  const folder = mkdtempSync(join(tmpdir(), "teleprinter-test-"));
  const made = new Publication(folder);
  const sentences = Array.from({ length: 400 }, (_, index) => `Sentence ${index} is here.`);

  beforeAll(async () => {
    await made.start();
    await made.publish({
      "articles/title.md": article(TITLE),
      "articles/links.md": article(
        "Links",
        "",
        '[a](other.md#end) [b](/about) [c](#here) ![d](crane.gif)\n\n## Here\n\n<picture><source srcset="crane.gif 1x, /big.gif 2x"><img src="/x.png"></picture>\n\n<video src="/v.mp4" poster="crane.gif"></video>',
      ),
      "articles/crane.gif": GIF,
      "articles/other.md": article("Other", "", "# End\n\nIt ends."),
      "articles/long.md": article("Long", "", sentences.join(" ")),
      "articles/names.md": article(
        "Кран упал",
        `section: Порт\nauthors: [Ана, José Ñandú]\ntags: ${JSON.stringify(NAMES)}\n`,
      ),
      "articles/control.md": article("Bell", "", "Ding\u0007, \u0008dong\uffff."),
      "newswire/2099-05-01-later.txt": `Bells ring\u0008 at\u000b noon\n\n${HARBOUR_PAGE}`,
    });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("a title with `<`, `&` and `]]>` arrives in every format as it was typed", async () => {
    for (const [path, xpath] of [
      ["/rss.xml", ITEM_TITLES[0]],
      ["/atom.xml", ITEM_TITLES[1]],
    ] as const)
      expect(readXml(await made.text(path), xpath)[0]).toContain(TITLE);
    const { items } = JSON.parse(await made.text("/feed.json"));
    expect(items.map(({ title }: { title: string }) => title)).toContain(TITLE);
  });

  test("every address in a text is absolute in every format, and what is ours is there", async () => {
    const contents = await made.contents("Links");
    expect(contents).toHaveLength(3);
    for (const content of contents) {
      const addresses = elementsOf(parseFragment(String(content)))
        .flatMap(({ attrs }) => attrs)
        .filter(({ name }) => ["href", "src", "srcset", "poster"].includes(name))
        .flatMap(({ name, value }) => (name === "srcset" ? value.split(/ \dx(?:, )?/) : [value]))
        .filter((address) => address !== "");
      expect(addresses.length).toBe(9);
      for (const address of addresses) expect(address).toMatch(/^https:\/\/wire\.harbour\.net\//);
      // The other article, the heading, and the picture in three places.
      const ours = addresses.filter((found) => /\/(articles|media)\//.test(found));
      expect(ours).toHaveLength(5);
      for (const address of ours) {
        expect((await made.ask(new URL(address).pathname)).status).toBe(200);
      }
    }
  });

  test("the whole text of an article stands in every format", async () => {
    const contents = await made.contents("Long");
    expect(contents).toHaveLength(3);
    for (const content of contents) expect(content).toBe(`<p>${sentences.join(" ")}</p>\n`);
  });

  test("names in any script have pages and feeds of their own, under addresses that differ", async () => {
    const { feeds } = JSON.parse(await made.text("/feeds.json"));
    for (const [kind, labels] of [
      ["tag", NAMES],
      ["section", ["Порт"]],
      ["author", ["Ана", "José Ñandú"]],
    ] as const) {
      const found = feeds.filter((feed: { kind: string }) => feed.kind === kind);
      expect(found.map(({ label }: { label: string }) => label).sort()).toEqual([...labels].sort());
      expect(new Set(found.map((feed: { page_url: string }) => feed.page_url)).size).toBe(labels.length);
      for (const { page_url, rss, atom, json_feed } of found) {
        for (const url of [page_url, rss, atom, json_feed]) {
          expect(await made.text(new URL(url).pathname)).toContain("Кран упал");
        }
      }
    }
    const urls = await made.facts("Кран упал", ["link", "atom:link[@rel='alternate']/@href", "url"]);
    expect(new Set(urls).size).toBe(1);
    expect(await made.text(new URL(String(urls[0])).pathname)).toContain("Кран упал");
  });

  test("both authors of an article are named in every format", async () => {
    expect(await made.facts("Кран упал", ["dc:creator", "atom:author/atom:name", "authors"])).toEqual([
      ...["Ана", "José Ñandú"],
      ...["Ана", "José Ñandú"],
      [{ name: "Ана" }, { name: "José Ñandú" }],
    ]);
  });

  test("control characters are left out, and everything beside them is there", async () => {
    for (const content of await made.contents("Bell")) expect(content).toBe("<p>Ding, dong.</p>\n");
    const { items } = JSON.parse(await made.text("/feed.json"));
    for (const [path, xpath] of [
      ["/rss.xml", ITEM_TITLES[0]],
      ["/atom.xml", ITEM_TITLES[1]],
    ] as const) {
      const titles = readXml(await made.text(path), xpath)[0];
      expect(titles).toEqual(items.map(({ title }: { title: string }) => title));
      expect(titles).toContain("River towns brace for spring floods");
    }
  });

  test("no item is dated later than it was published, though its file may say so", async () => {
    const { items } = JSON.parse(await made.text("/feed.json"));
    expect(items.length).toBeGreaterThan(8);
    const dates = items.flatMap((item: Record<string, string>) => [item.date_published, item.date_modified]);
    for (const date of dates) expect(Date.parse(date)).toBeLessThanOrEqual(Date.now());
  });

  test("who has the current text hears 304, whatever a proxy made of its tag", async () => {
    for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/feeds.opml"]) {
      const tag = (await made.ask(path)).headers.get("ETag")?.replace(/^W\//, "") ?? "";
      const marked = tag.replace(/"$/, '-gzip"');
      for (const sent of [tag, `W/${tag}`, marked, `W/${marked}`]) {
        const { status } = await made.ask(path, { "If-None-Match": sent, "Accept-Encoding": "gzip" });
        expect({ path, sent, status }).toEqual({ path, sent, status: 304 });
      }
    }
  });
});

describe("over time,", () => {
  test("an item taken from the top of the list is heard of by who asks with the date alone, in every format", async () => {
    const made = await started();
    await made.publish({
      "articles/old.md": article("Old", "date: 2026-01-02\n"),
      "articles/top.md": article("Top", "date: 2026-01-03\n"),
    });
    const paths = ["/rss.xml", "/atom.xml", "/feed.json"];
    const dates = await Promise.all(
      paths.map(async (path) => (await made.ask(path)).headers.get("Last-Modified") ?? ""),
    );
    made.remove("articles/top.md");
    await made.publish({});
    for (const [index, path] of paths.entries()) {
      const response = await made.ask(path, { "If-Modified-Since": dates[index] ?? "" });
      expect({ path, status: response.status }).toEqual({ path, status: 200 });
      const later = Date.parse(response.headers.get("Last-Modified") ?? "");
      expect(later).toBeGreaterThan(Date.parse(dates[index] ?? ""));
      const text = await response.text();
      expect(text).toContain("Old");
      expect(text).not.toContain("Top");
    }
    expect(readXml(await made.text("/atom.xml"), "//at:deleted-entry/@ref")[0]).toHaveLength(1);
    expect((await made.ask("/articles/top")).status).toBe(410);
  });

  test("an article that is renamed, retitled, rewritten and filed elsewhere keeps its id and its date", async () => {
    const made = await started();
    await made.publish({ "articles/a.md": article("First words", "section: Port\n") });
    const paths = ["guid | //item/pubDate", "atom:id | //atom:published", "id"] as const;
    const before = await made.facts("First words", paths);
    made.move("articles/a.md", "articles/b.md");
    await made.ingest({ "articles/b.md": article("First words", "section: Sea\n") });
    await made.publish({ "articles/b.md": article("Quite another", "section: Sea\n", "Nothing is alike.") });
    expect(before).toHaveLength(5);
    expect(await made.facts("Quite another", paths)).toEqual(before);
  });

  test("another day's build and another section's news leave a feed and its validators as they were", async () => {
    const made = await started();
    await made.publish({ "articles/a.md": article("Port news", "section: Port\n") });
    const answer = async () => {
      const response = await made.ask("/sections/port/rss.xml");
      return [
        response.headers.get("ETag"),
        response.headers.get("Last-Modified"),
        await response.text(),
      ] as const;
    };
    const before = await answer();
    const later = new Date(Date.now() + 400 * 24 * 3_600_000).toISOString();
    await made.publish({ "articles/b.md": article("Sea news", "section: Sea\n") }, "--now", later);
    expect(await made.text("/rss.xml")).toContain("Sea news");
    expect(await answer()).toEqual(before);
  });
});

test("every test that docs/peers.md names is there", () => {
  const rows = readFileSync(join(root, "docs/peers.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| ---"))
    .slice(1);
  expect(rows.length).toBeGreaterThan(10);
  const missing = rows.flatMap((row) => {
    const named = [...row.matchAll(/\[([^\]]+)\]\(\.\.\/(tests\/[\w./-]+\.test\.ts)\)/g)];
    if (named.length === 0) return [`no test in ${row}`];
    return named
      .filter(([, name = "", file = ""]) => !readFileSync(join(root, file), "utf8").includes(`"${name}",`))
      .map(([, name, file]) => `${file}: ${name}`);
  });
  expect(missing).toEqual([]);
});
