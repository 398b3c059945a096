import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { listDocuments } from "../../src/delivery/list-documents.ts";
import { readLedgerText, startPublication } from "./publication.ts";
import { type Outcome, runCli, temporaryFolder } from "./run-cli.ts";

/** The smallest GIF: one pixel. */
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

class Publication {
  readonly data = temporaryFolder();
  readonly out = temporaryFolder();

  write(file: string, content: string | Buffer): void {
    mkdirSync(dirname(join(this.data, file)), { recursive: true });
    writeFileSync(join(this.data, file), content);
  }

  run(command: string, ...args: string[]): Promise<Outcome> {
    return runCli([command, ...args, "--data", this.data]);
  }

  /** Builds and gives every document that is served, by its path. */
  async build(
    ...args: string[]
  ): Promise<ReadonlyMap<string, { readonly status: number; readonly text: string }>> {
    const { status, stderr } = await this.run("build", "--out", this.out, ...args);
    if (status !== 0) throw new Error(stderr);
    const packed = new Uint8Array(readFileSync(join(this.out, "representations.bin"))).buffer;
    return new Map(
      [...listDocuments(packed)].map(({ path, status: code, parts }) => [
        path,
        { status: code, text: parts.join("") },
      ]),
    );
  }

  /** The whole built edition as bytes that can be searched. */
  async bundle(...args: string[]): Promise<string> {
    return [...(await this.build(...args))].map(([path, { text }]) => `${path}\n${text}`).join("\n");
  }
}

async function publication(files: Readonly<Record<string, string | Buffer>>): Promise<Publication> {
  const made = new Publication();
  await startPublication(made.data);
  for (const [file, content] of Object.entries(files)) made.write(file, content);
  return made;
}

const article = (title: string, more = "", body = `The text of ${title}.`) =>
  `---\ntitle: ${title}\n${more}---\n${body}\n`;

describe("articles in data/articles/", () => {
  test("are published with their pictures under addresses of their own, and all three feeds say how large", async () => {
    const { data, ...at } = await publication({
      "articles/harbour/crane.md": article(
        "The crane",
        "section: Harbour\nimage: { src: crane.gif, alt: A crane, credit: Ana }\n",
        "![It fell](crane.gif) and [the vote](../vote.md#who).",
      ),
      "articles/harbour/crane.gif": GIF,
      "articles/vote.md": article("The vote", "", "# Who\n\nEverybody."),
    }).then((made) => ({ data: made.data, made }));
    expect((await at.made.run("ingest")).status).toBe(0);
    const documents = await at.made.build();
    const rss = documents.get("/sections/harbour/rss.xml")?.text ?? "";
    expect(rss).toMatch(
      /<media:content url="https:\/\/wire\.harbour\.net\/media\/[0-9a-f]{16}\.gif" (?=[^>]*fileSize="42")(?=[^>]*type="image\/gif")(?=[^>]*width="1")(?=[^>]*height="1")/,
    );
    const json = JSON.parse(documents.get("/articles/feed.json")?.text ?? "");
    const [crane] = json.items.filter(({ title }: { title: string }) => title === "The crane");
    expect(crane.content_html).toContain('href="https://wire.harbour.net/articles/the-vote#vote--who"');
    expect(crane.image).toMatch(/^https:\/\/wire\.harbour\.net\/media\/[0-9a-f]{16}\.gif$/);
    expect(data).toBeTruthy();
  });

  test("with a mistake are held: it is named, hurts no other, takes back nothing, and stops the build", async () => {
    const made = await publication({
      "articles/good.md": article("A good one"),
      "articles/bad.md": article("A bad one"),
    });
    await made.run("ingest");
    made.write("articles/bad.md", article("A bad one", "date: tomorrow\n"));
    made.write("articles/better.md", article("A better one"));
    const ingest = await made.run("ingest");
    expect(ingest.status).toBe(1);
    expect(ingest.stderr).toMatch(/^articles\/bad\.md:3 .*date: found "tomorrow", expected /m);
    expect(ingest.stdout).toContain('new: "A better one"');
    expect(ingest.stdout).not.toContain("removed");
    const build = await made.run("build", "--out", made.out);
    expect(build.status).toBe(1);
    expect(build.stderr).toContain("articles/bad.md");
    made.write("articles/bad.md", article("A bad one"));
    expect((await made.run("ingest")).status).toBe(0);
    expect((await made.build()).get("/articles/a-bad-one")?.status).toBe(200);
  });

  test("that are drafts are nowhere, not even with mistakes", async () => {
    const made = await publication({
      "articles/a.md": article("Published"),
      "articles/draft.md": article("Nobody reads this", "draft: true\ndate: some day\n"),
    });
    const ingest = await made.run("ingest");
    expect(ingest).toMatchObject({ status: 0, stderr: "" });
    expect(readLedgerText(made.data)).not.toContain("Nobody");
    expect(await made.bundle()).not.toMatch(/nobody/i);
  });

  test("whose picture is missing are held", async () => {
    const made = await publication({ "articles/a.md": article("Crane", "", "![x](gone.png)") });
    const { status, stderr } = await made.run("ingest");
    expect(status).toBe(1);
    expect(stderr).toContain("articles/a.md:4 missing-file: articles/gone.png");
  });
});

describe("time", () => {
  test("an embargoed article is in no document until its time, and then without another ingest", async () => {
    const made = await publication({
      "articles/a.md": article("The weather"),
      "articles/secret.md": article(
        "Zanzibar budget",
        "date: 2099-05-01T06:00:00Z\ntags: [Quixotic]\n",
        "Xylophones rise.",
      ),
    });
    await made.run("ingest");
    expect(readLedgerText(made.data)).toContain("Zanzibar");
    expect(await made.bundle()).not.toMatch(/zanzibar|quixotic|xylophone/i);
    expect(await made.bundle("--now", "2099-05-01T05:59:59Z")).not.toMatch(/zanzibar|quixotic|xylophone/i);
    const documents = await made.build("--now", "2099-05-01T06:00:00Z");
    for (const path of [
      "/rss.xml",
      "/atom.xml",
      "/feed.json",
      "/tags/quixotic/rss.xml",
      "/sitemap.xml",
      "/news-sitemap.xml",
    ])
      expect(documents.get(path)?.text).toContain(
        path.includes("sitemap") ? "zanzibar-budget" : "Zanzibar budget",
      );
    expect((await made.run("ingest", "--check")).status).toBe(0);
  });

  test("--now that is no instant is refused", async () => {
    const made = await publication({ "articles/a.md": article("The weather") });
    await made.run("ingest");
    const { status, stderr } = await made.run("build", "--now", "soon");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Cannot build for --now "soon"; expected an instant such as 2026-01-16T09:30:00Z\n',
    });
  });
});

describe("taking back", () => {
  test("a folder that vanished empties no feed unless that is asked for", async () => {
    const names = ["Ferry", "Bridge", "Museum", "Orchestra", "Harvest", "Railway"];
    const made = await publication(
      Object.fromEntries(
        names.map((name) => [`articles/${name}.md`, article(`${name} news`, "", `${name} is on.`)]),
      ),
    );
    await made.run("ingest");
    const before = readLedgerText(made.data);
    for (const name of names) rmSync(join(made.data, `articles/${name}.md`));
    const refused = await made.run("ingest");
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("6 items would vanish");
    expect(refused.stderr).toContain("npm run ingest -- --remove");
    expect(readLedgerText(made.data)).toBe(before);
    expect((await made.run("ingest", "--remove")).status).toBe(0);
    const documents = await made.build();
    expect(documents.get("/articles/ferry-news")?.status).toBe(410);
    expect(documents.get("/atom.xml")?.text).toContain("<at:deleted-entry ");
  });

  test("withdraw puts the reason in the item's place for seven days, then takes it away", async () => {
    const made = await publication({
      "articles/a.md": article("Lorem libel", "", "Unprintable."),
      "articles/b.md": article("Fine"),
    });
    await made.run("ingest");
    const nobody = await made.run("withdraw", "no-such-item", "--reason", "x");
    expect(nobody.status).toBe(2);
    expect(nobody.stderr).toContain('Cannot find "no-such-item"');
    expect((await made.run("withdraw", "lorem-libel")).stderr).toContain("give a reason");
    const { status, stdout } = await made.run("withdraw", "lorem-libel", "--reason", "It was not true");
    expect({ status, said: stdout.includes('Withdrawn: "Lorem libel"') }).toEqual({ status: 0, said: true });
    const now = await made.build();
    for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/articles/lorem-libel"])
      expect(now.get(path)?.text).toContain("It was not true");
    expect([...now.values()].map(({ text }) => text).join("\n")).not.toMatch(/Lorem libel|Unprintable/);
    const week = new Date(Date.now() + 8 * 24 * 3_600_000).toISOString();
    const then = await made.build("--now", week);
    expect(then.get("/articles/lorem-libel")?.status).toBe(410);
    expect(then.get("/articles/lorem-libel")?.text).toContain("It was not true");
    expect(then.get("/feed.json")?.text).not.toContain("It was not true");
    expect((await made.run("withdraw", "lorem-libel", "--undo")).status).toBe(0);
    expect((await made.build()).get("/rss.xml")?.text).toContain("Lorem libel");
  });
});
