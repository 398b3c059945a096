import type { Candidate } from "../../src/edition/candidate.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { editTitle, type Style, writeTitle, writeUnspacedTitle } from "./write-titles.ts";

/** What happens how often; shares are of all stories, or of all steps. */
export type Habits = Style & {
  readonly pages: number;
  readonly storiesPerPage: number;
  /** Shares of the stories, at each step. */
  readonly edited: number;
  readonly removed: number;
  readonly added: number;
  readonly movedInPage: number;
  readonly movedToPage: number;
  readonly crossPosted: number;
  /** Of additions, the share that takes the very place of a story removed in the same step. */
  readonly replacing: number;
  /** Shares of the steps. */
  readonly renamed: number;
  readonly split: number;
  readonly restored: number;
  readonly recurring: number;
  /** Shares of the publications. */
  readonly withAddresses: number;
  readonly unspaced: number;
};

export const REALISTIC: Habits = {
  vocabulary: 600,
  templates: 0.05,
  titleCase: 0.5,
  pages: 4,
  storiesPerPage: 14,
  edited: 0.12,
  removed: 0.08,
  added: 0.1,
  movedInPage: 0.05,
  movedToPage: 0.02,
  crossPosted: 0.02,
  replacing: 0.3,
  renamed: 0.15,
  split: 0.1,
  restored: 0.3,
  recurring: 0.2,
  withAddresses: 0.3,
  unspaced: 0.1,
};

/** Few words, many titles of one pattern, and much moving about: made to be confused. */
export const NASTY: Habits = {
  ...REALISTIC,
  vocabulary: 250,
  templates: 0.15,
  movedInPage: 0.15,
  edited: 0.2,
  removed: 0.15,
  added: 0.2,
};

/** One story, whatever its text is today. Paragraphs make it an article. */
type Story = {
  readonly number: number;
  readonly address?: string;
  readonly firstSeenMs: number;
  paragraphs: readonly string[] | null;
};
/** A story on a page; its title there. */
type Line = { readonly story: Story; title: string };
type Gone = { readonly file: string; readonly line: Line; readonly goneMs: number };

const HOUR_MS = 60 * 60 * 1000;

/** A newsroom that edits its pages at random and knows which story is which. */
export class Newsroom {
  /** How many edits were made to stories that stayed. */
  edits = 0;
  readonly #random: SeededRandom;
  readonly #habits: Habits;
  readonly #style: Style;
  readonly #pages = new Map<string, Line[]>();
  readonly #touchedNow = new Set<Story>();
  /** The page that a removed story came back to in this step; it keeps its name for now. */
  #settled = "";
  readonly #used = new Set<string>();
  readonly #gone = new Map<Story, Gone>();
  readonly #addresses: boolean;
  readonly #unspaced: boolean;
  #stories = 0;
  #files = 0;
  #weatherMs = Number.NEGATIVE_INFINITY;
  #nowMs = Date.parse("2026-01-01T08:00:00Z");

  constructor(random: SeededRandom, habits: Habits) {
    this.#random = random;
    this.#habits = habits;
    this.#style = { ...habits, titleCase: random.chance(habits.titleCase) ? 1 : 0 };
    this.#addresses = random.chance(habits.withAddresses);
    this.#unspaced = random.chance(habits.unspaced);
    const count = random.between(1, habits.pages);
    for (let i = 0; i < count; i += 1) this.#pages.set(this.#newFile(), this.#writePage());
  }

  /** All candidates, with the story that each really is. */
  pages(): readonly { readonly candidate: Candidate; readonly story: number }[] {
    return [...this.#pages].flatMap(([file, lines]) =>
      lines.map(({ story, title }, i) => ({
        candidate: toCandidate(file, story, title, i + 1),
        story: story.number,
      })),
    );
  }

  /** One step: what people do between two ingests. */
  work(nowMs: number): void {
    this.#nowMs = nowMs;
    this.#touchedNow.clear();
    this.#settled = "";
    const { renamed, split, restored, recurring } = this.#habits;
    if (this.#random.chance(restored)) this.#restore();
    this.#removeAndAdd();
    this.#editSome();
    this.#moveSome();
    this.#crossPost();
    if (this.#random.chance(renamed)) this.#rename();
    if (this.#random.chance(split)) this.#split();
    if (this.#random.chance(recurring)) this.#recur();
  }

  #writePage(): Line[] {
    const count = this.#random.between(3, 2 * this.#habits.storiesPerPage - 3);
    const lines = Array.from({ length: count }, () => this.#newLine());
    if (this.#random.chance(0.5)) lines.unshift(this.#newArticle());
    return lines;
  }

  #newLine(title = this.#newTitle()): Line {
    const number = this.#stories;
    this.#stories += 1;
    const address =
      this.#addresses && this.#random.chance(0.9) ? `https://news.example/${number}` : undefined;
    const story = { number, firstSeenMs: this.#nowMs, paragraphs: null };
    return { story: address === undefined ? story : { ...story, address }, title };
  }

  #newArticle(): Line {
    const number = this.#stories;
    this.#stories += 1;
    const paragraphs = Array.from({ length: this.#random.between(1, 7) }, () => this.#newParagraph());
    return { story: { number, firstSeenMs: this.#nowMs, paragraphs }, title: this.#newTitle() };
  }

  #newParagraph(): string {
    const sentences = Array.from({ length: this.#random.between(3, 5) }, () =>
      writeTitle(this.#random, this.#style),
    );
    return `${sentences.join(". ")}.`;
  }

  #newTitle(): string {
    for (;;) {
      const title = this.#unspaced ? writeUnspacedTitle(this.#random) : writeTitle(this.#random, this.#style);
      if (this.#claim(title)) return title;
    }
  }

  /** Every text belongs to one story only; what "Weather" is, see recur(). */
  #claim(title: string): boolean {
    const fold = title.toLowerCase();
    if (this.#used.has(fold)) return false;
    this.#used.add(fold);
    return true;
  }

  #newFile(): string {
    this.#files += 1;
    return `newswire/page-${this.#files}.txt`;
  }

  #removeAndAdd(): void {
    for (const [file, lines] of this.#pages) {
      for (let i = lines.length - 1; i >= 0; i -= 1) {
        const line = lines[i];
        if (line === undefined || lines.length < 2 || !this.#random.chance(this.#habits.removed)) continue;
        const article = line.story.paragraphs !== null;
        const instead = this.#random.chance(this.#habits.replacing)
          ? [article ? this.#newArticle() : this.#newLine()]
          : [];
        lines.splice(i, 1, ...instead);
        if (!this.#isAnywhere(line.story)) this.#gone.set(line.story, { file, line, goneMs: this.#nowMs });
      }
      const count = Math.round(this.#random.next() * 2 * this.#habits.added * lines.length);
      for (let i = 0; i < count; i += 1) {
        const at = this.#random.chance(0.5) ? 0 : this.#random.between(0, lines.length);
        lines.splice(at, 0, this.#newLine());
      }
    }
  }

  #editSome(): void {
    for (const lines of this.#pages.values()) {
      for (const line of lines) {
        if (!this.#random.chance(this.#habits.edited)) continue;
        if (line.story.firstSeenMs === this.#nowMs || this.#touchedNow.has(line.story)) continue;
        this.edits += 1;
        this.#touchedNow.add(line.story);
        if (line.story.paragraphs === null) this.#editHeadline(line);
        else this.#editArticle(line);
      }
    }
  }

  #editHeadline(line: Line): void {
    const before = line.title;
    if (before === "Weather") return;
    for (let tries = 0; tries < 20; tries += 1) {
      const title = editTitle(before, this.#random, this.#style);
      if (!this.#claim(title)) continue;
      const everywhere = this.#random.chance(0.5);
      for (const copy of this.#copiesOf(line.story))
        if (copy === line || (everywhere && copy.title === before)) copy.title = title;
      return;
    }
  }

  #editArticle(line: Line): void {
    const { story } = line;
    const paragraphs = [...(story.paragraphs ?? [])];
    const kind = this.#random.next();
    if (kind < 0.3) paragraphs.splice(this.#random.between(0, paragraphs.length), 0, this.#newParagraph());
    else if (kind < 0.6) paragraphs.reverse();
    const at = this.#random.between(0, paragraphs.length - 1);
    paragraphs[at] = editTitle(paragraphs[at] ?? "", this.#random, this.#style).trim();
    story.paragraphs = paragraphs;
    if (!this.#random.chance(0.3)) return;
    const title = editTitle(line.title, this.#random, this.#style);
    if (this.#claim(title)) line.title = title;
  }

  #moveSome(): void {
    const files = [...this.#pages.keys()];
    for (const [file, lines] of this.#pages) {
      for (const line of [...lines]) {
        if (lines.length < 2) break;
        if (line.title === "Weather") continue;
        // Who rewrites a headline and puts it on another page has written another one, as far as anybody can tell.
        const far = !this.#touchedNow.has(line.story) && this.#random.chance(this.#habits.movedToPage);
        if (!far && !this.#random.chance(this.#habits.movedInPage)) continue;
        const target = far ? this.#random.pick(files) : file;
        if (far && (target === file || this.#isOn(line.story, target))) continue;
        lines.splice(lines.indexOf(line), 1);
        const there = this.#pages.get(target) ?? lines;
        there.splice(this.#random.between(0, there.length), 0, line);
      }
    }
  }

  #crossPost(): void {
    const files = [...this.#pages.keys()];
    for (const lines of [...this.#pages.values()]) {
      for (const { story, title } of [...lines]) {
        if (
          story.paragraphs !== null ||
          title === "Weather" ||
          !this.#random.chance(this.#habits.crossPosted)
        )
          continue;
        if (this.#nowMs - story.firstSeenMs > 40 * HOUR_MS) continue;
        const target = this.#random.pick(files);
        if (!this.#isOn(story, target)) this.#pages.get(target)?.push({ story, title });
      }
    }
  }

  #rename(): void {
    const file = this.#random.pick([...this.#pages.keys()]);
    const lines = this.#pages.get(file) ?? [];
    if (file === this.#settled) return;
    this.#pages.delete(file);
    this.#pages.set(this.#newFile(), lines);
    // If little else stays, nobody can tell whether it is last week's "Weather" that moved; so the next one waits.
    if (lines.some(({ title }) => title === "Weather")) this.#weatherMs = this.#nowMs;
  }

  #split(): void {
    const file = this.#random.pick([...this.#pages.keys()]);
    const lines = this.#pages.get(file) ?? [];
    if (lines.length < 6 || file === this.#settled) return;
    this.#pages.delete(file);
    const at = this.#random.between(2, lines.length - 2);
    this.#pages.set(this.#random.chance(0.5) ? file : this.#newFile(), lines.slice(0, at));
    this.#pages.set(this.#newFile(), lines.slice(at));
  }

  /** Brings a story back where it stood; more than two days later, by the rules, it is another. */
  #restore(): void {
    const gone = [...this.#gone.values()].findLast(
      ({ file, line }) => this.#pages.has(file) && line.title !== "Weather",
    );
    if (gone === undefined || this.#isAnywhere(gone.line.story)) return;
    this.#gone.delete(gone.line.story);
    const { title, story } = gone.line;
    const inTime = this.#nowMs - gone.goneMs <= 48 * HOUR_MS;
    const another = { ...story, number: this.#stories, firstSeenMs: this.#nowMs };
    if (!inTime) this.#stories += 1;
    const back = inTime ? story : another;
    this.#pages.get(gone.file)?.push({ title, story: back });
    this.#touchedNow.add(back);
    this.#settled = gone.file;
  }

  /** "Weather" again, on a page of its own, more than two days after the last. */
  #recur(): void {
    if (this.#nowMs - this.#weatherMs <= 48 * HOUR_MS) return;
    this.#weatherMs = this.#nowMs;
    this.#pages.set(this.#newFile(), [this.#newLine("Weather"), this.#newLine(), this.#newLine()]);
  }

  #copiesOf(story: Story): readonly Line[] {
    return [...this.#pages.values()].flat().filter((line) => line.story === story);
  }

  #isAnywhere(story: Story): boolean {
    return this.#copiesOf(story).length > 0;
  }

  #isOn(story: Story, file: string): boolean {
    return this.#pages.get(file)?.some((line) => line.story === story) ?? false;
  }
}

function toCandidate(file: string, story: Story, title: string, lineNumber: number): Candidate {
  const { address, paragraphs } = story;
  if (paragraphs === null)
    return {
      kind: "headline",
      ...SOURCE,
      file,
      lineNumber,
      title,
      ...(address === undefined ? {} : { address }),
    };
  return {
    kind: "article",
    ...SOURCE,
    markdown: null,
    file,
    lineNumber,
    title,
    titleDerived: false,
    byline: null,
    dateline: null,
    paragraphs,
  };
}

const SOURCE = { tags: [], mayWait: false } as const;
