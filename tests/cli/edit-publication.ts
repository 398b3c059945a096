import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SeededRandom } from "../edition/seeded-random.ts";

const WORDS = "harbour council river bridge ferry market school winter budget strike museum tide".split(" ");
const TAGS = ["Economy", "economy", "Sport", "C++", "Zürich"];
const NAMES = ["crane", "ferry", "vote", "weir", "bell", "storm", "tide", "mill"];

/** A newsroom that edits a folder of files at random, in every way that changes what is published. */
export class Publication {
  readonly #folder: string;
  readonly #random: SeededRandom;
  readonly #articles = new Map<string, string>();
  #lines: string[] = [];

  constructor(folder: string, random: SeededRandom) {
    this.#folder = folder;
    this.#random = random;
    this.#lines = Array.from({ length: 9 }, () => this.#headline());
    this.#writeSite();
    for (const name of ["a", "b"]) this.#write(`articles/${name}.gif`, picture(random.between(1, 3)));
    for (let i = 0; i < 6; i += 1) this.#writeArticle();
    this.#writePage();
  }

  /** Does one thing, or a few. */
  edit(nowMs: number): void {
    const random = this.#random;
    const edits = [
      () => this.#writeArticle(),
      () => this.#writeArticle(random.pick([...this.#articles.keys()])),
      () =>
        this.#writeArticle(
          undefined,
          `date: ${new Date(nowMs + 36e5 * random.between(-9, 9)).toISOString().slice(0, 19)}Z\n`,
        ),
      () => this.#addCorrection(nowMs),
      () => this.#editFrontMatter(nowMs),
      () => this.#editFrontMatter(nowMs),
      () => this.#move(),
      () => this.#remove(),
      () => this.#write(`articles/${random.pick(["a", "b"])}.gif`, picture(random.between(1, 3))),
      () => this.#editPage(),
      () => this.#editPage(),
      () => this.#writeSite(),
    ];
    for (let i = random.between(0, 2); i >= 0; i -= 1) random.pick(edits)();
  }

  #writeArticle(
    file = `articles/${this.#random.pick(["", "2026/"])}${this.#random.pick(NAMES)}.md`,
    more = "",
  ): void {
    const random = this.#random;
    const tags = random.shuffle(TAGS).slice(0, random.between(0, 2));
    const links = random.shuffle(NAMES).slice(0, random.between(0, 2));
    const up = file.startsWith("articles/2026/") ? "../" : "";
    const text = [
      "---",
      `title: ${this.#headline()}`,
      `tags: [${tags.join(", ")}]`,
      ...(random.chance(0.5) ? [`section: ${random.pick(["Port", "City"])}`] : []),
      ...(random.chance(0.5) ? [`author: ${random.pick(["Ana", "ana", "Bo"])}`] : []),
      ...(random.chance(0.2) ? ["language: pt"] : []),
      ...(random.chance(0.3) ? [`image: ${up}${random.pick(["a", "b"])}.gif`] : []),
      `${more}---`,
      this.#words(random.between(5, 40)),
      ...links.map((name) => `\n[${name}](${up}${name}.md#top)`),
      ...(random.chance(0.4) ? [`\n![](${up}${random.pick(["a", "b"])}.gif)`] : []),
      "",
    ].join("\n");
    this.#articles.set(file, text);
    this.#write(file, text);
  }

  /** One key, which may be there already. */
  #editFrontMatter(nowMs: number): void {
    const random = this.#random;
    const [file, text] = random.pick([...this.#articles]);
    const hours = random.between(-9, 9);
    const [key, value] = random.pick([
      ["tags", `[${random.shuffle(TAGS).slice(0, 2).join(", ")}]`],
      ["section", random.pick(["Port", "City", "Harbour"])],
      ["licence", `https://licences.test/${random.between(1, 3)}`],
      ["slug", random.pick(NAMES)],
      ["date", new Date(nowMs + hours * 3_600_000).toISOString().slice(0, 19)],
    ] as const);
    const rest = text.replace(new RegExp(`^${key}: .*\n`, "m"), "");
    const edited = rest.replace("---\n", `---\n${key}: ${value}\n`);
    this.#articles.set(file, edited);
    this.#write(file, edited);
  }

  #addCorrection(nowMs: number): void {
    const [file, text] = this.#random.pick([...this.#articles]);
    if (text.includes("corrections:")) return;
    const correction = `corrections: [{ date: "${new Date(nowMs).toISOString()}", note: ${this.#words(4)} }]\n---\n`;
    const corrected = text.replace(/\n---\n/, `\n${correction}`);
    this.#articles.set(file, corrected);
    this.#write(file, corrected);
  }

  #move(): void {
    const [file, text] = this.#random.pick([...this.#articles]);
    this.#delete(file);
    const to = `articles/${this.#random.pick(NAMES)}.md`;
    this.#articles.set(to, text);
    this.#write(to, text);
  }

  #remove(): void {
    if (this.#articles.size > 3) this.#delete(this.#random.pick([...this.#articles.keys()]));
  }

  #delete(file: string): void {
    this.#articles.delete(file);
    rmSync(join(this.#folder, file), { force: true });
  }

  #editPage(): void {
    const random = this.#random;
    const at = random.between(0, this.#lines.length - 1);
    if (random.chance(0.3)) this.#lines.splice(at, 1);
    else if (random.chance(0.5)) this.#lines.unshift(this.#headline());
    else this.#lines[at] = `${this.#lines[at]} again`;
    this.#writePage();
  }

  #writePage(): void {
    this.#write("newswire/page.txt", `${this.#words(30)}.\n\n\n${this.#lines.join("\n")}\n`);
    const copies = this.#lines.filter(() => this.#random.chance(0.3));
    this.#write("newswire/copy.txt", `${this.#words(30)}.\n\n\n${copies.join("\n")}\n`);
  }

  /** Small limits, so that archives are closed. */
  #writeSite(): void {
    const random = this.#random;
    this.#writeLook();
    this.#write(
      "site.yaml",
      `title: The Wire\nurl: https://wire.test\ntimeZone: ${random.pick(["UTC", "Asia/Tokyo"])}\nfeed: { itemsMax: ${random.pick([4, 4, 5])}, itemsMin: 1 }\n${
        random.chance(0.5) ? "sections: [{ name: Harbour, aliases: [Port] }]\n" : ""
      }${random.chance(0.5) ? "icon: articles/a.gif\n" : ""}${random.chance(0.5) ? "logo: articles/b.gif\n" : ""}${
        random.chance(0.5)
          ? 'theme: { logo: articles/a.gif, footer: One, colours: { link: "#800000" } }\n'
          : ""
      }`,
    );
  }

  /** The publisher's own layout and style, which may be there or not. */
  #writeLook(): void {
    const random = this.#random;
    const files = {
      "layout.html": layout(random.between(1, 2)),
      "style.css": `.own { order: ${random.between(1, 2)} }\n`,
    };
    for (const [file, text] of Object.entries(files)) {
      const chosen = random.pick(["write", "remove", "leave"]);
      if (chosen === "write") this.#write(file, text);
      if (chosen === "remove") rmSync(join(this.#folder, file), { force: true });
    }
  }

  #headline(): string {
    const words = this.#words(this.#random.between(4, 7));
    return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${this.#random.between(1, 999)}`;
  }

  #words(count: number): string {
    return Array.from({ length: count }, () => this.#random.pick(WORDS)).join(" ");
  }

  #write(file: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.#folder, file)), { recursive: true });
    writeFileSync(join(this.#folder, file), content);
  }
}

function layout(number: number): string {
  return `<!doctype html>
<html lang="{{language}}" dir="{{direction}}" class="own">
<head>
{{head}}
</head>
<body>
{{header}}
{{main}}
{{footer}}
<p>Layout ${number}</p>
</body>
</html>
`;
}

/** The smallest GIF, of that width. */
function picture(width: number): Uint8Array {
  const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
  gif.writeUInt16LE(width, 6);
  return gif;
}
