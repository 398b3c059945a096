import type { Candidate } from "../../../src/edition/candidate.ts";
import { formatInstant } from "../../../src/edition/instant.ts";
import type { Ledger, LedgerItem } from "../../../src/edition/ledger.ts";
import { parseSite } from "../../../src/edition/parse-site.ts";
import type { Site } from "../../../src/edition/site.ts";
import { article } from "../../edition/make-candidates.ts";
import type { SeededRandom } from "../../edition/seeded-random.ts";
import { editTitle, writeTitle } from "../../edition/write-titles.ts";

const STYLE = { vocabulary: 600, templates: 0, titleCase: 0 };
const HOUR_MS = 60 * 60 * 1000;

type Story = {
  readonly number: number;
  /** When it may be published, if somebody said so. */
  readonly published: string | null;
  title: string;
  paragraphs: readonly string[];
  tags: readonly string[];
};

/** A newsroom where anything may happen between two editions: what it writes, and what it does to the ledger. */
export class Desk {
  readonly #random: SeededRandom;
  readonly #itemsMax: number;
  #stories: Story[] = [];
  #removed: Story[] = [];
  #numbers = 0;
  #description = "What happens";

  /** @param itemsMax of a feed; what is older goes into archives */
  constructor(random: SeededRandom, itemsMax: number) {
    this.#random = random;
    this.#itemsMax = itemsMax;
    for (let i = 0; i < 50; i += 1) this.#add(null);
  }

  get site(): Site {
    return parseSite(`title: The Delta Wire
url: https://delta.wire.test
description: ${this.#description}
feed: { itemsMax: ${this.#itemsMax}, itemsMin: ${this.#itemsMax}, bytesMax: 10000000 }
`);
  }

  get candidates(): readonly Candidate[] {
    return this.#stories.map(({ number, published, title, paragraphs, tags }) =>
      article(`newswire/${number}.txt`, title, paragraphs, {
        tags,
        ...(published !== null && { published, mayWait: true }),
      }),
    );
  }

  /** One thing happens. Returns the ledger, in which something may have been withdrawn or brought back. */
  work(ledger: Ledger, now: Date): Ledger {
    const kind = this.#random.next();
    if (kind < 0.35) this.#add(null);
    else if (kind < 0.6) this.#edit();
    else if (kind < 0.7)
      this.#add(formatInstant(new Date(now.getTime() + this.#random.between(1, 60) * HOUR_MS)));
    else if (kind < 0.78) this.#description = writeTitle(this.#random, STYLE);
    else if (kind < 0.84) this.#refile();
    else if (kind < 0.88) this.#remove();
    else if (kind < 0.91) this.#bringBack();
    else if (kind < 0.95) return this.#withdraw(ledger, now);
    else if (kind < 0.97) return undoWithdrawal(ledger, now);
    return ledger;
  }

  #add(published: string | null): void {
    const number = this.#numbers;
    this.#numbers += 1;
    const paragraphs = Array.from({ length: 6 }, () => this.#paragraph());
    const tags = this.#random.chance(0.8) ? ["Harbour"] : [];
    this.#stories.push({
      number,
      published,
      title: `${writeTitle(this.#random, STYLE)} ${number}`,
      paragraphs,
      tags,
    });
  }

  #edit(): void {
    for (let count = this.#random.between(1, 2); count > 0; count -= 1) {
      const story = this.#random.pick(this.#stories);
      const at = this.#random.between(0, story.paragraphs.length - 1);
      story.paragraphs = story.paragraphs.with(at, this.#paragraph());
      if (this.#random.chance(0.3)) story.title = editTitle(story.title, this.#random, STYLE);
    }
  }

  /** It joins the channel of a tag, or leaves it. */
  #refile(): void {
    const story = this.#random.pick(this.#stories);
    story.tags = story.tags.length > 0 ? [] : ["Harbour"];
  }

  #remove(): void {
    const story = this.#random.pick(this.#stories);
    this.#stories = this.#stories.filter((one) => one !== story);
    this.#removed.push(story);
  }

  #bringBack(): void {
    const story = this.#removed.pop();
    if (story !== undefined) this.#stories.push(story);
  }

  #withdraw(ledger: Ledger, now: Date): Ledger {
    const living = ledger.items.filter(({ removed, withdrawn }) => !removed && !withdrawn);
    const { id } = this.#random.pick(living);
    const withdrawn = { at: formatInstant(now), reason: "It was wrong" };
    return changeItem(ledger, id, (item) => ({ ...item, withdrawn }));
  }

  #paragraph(): string {
    return `${Array.from({ length: 4 }, () => writeTitle(this.#random, STYLE)).join(". ")}.`;
  }
}

/** What `npm run withdraw -- --undo` does to something that is there. */
function undoWithdrawal(ledger: Ledger, now: Date): Ledger {
  const item = ledger.items.findLast(({ withdrawn }) => withdrawn !== undefined);
  if (item === undefined) return ledger;
  const instant = formatInstant(now);
  return changeItem(ledger, item.id, ({ withdrawn: _, ...kept }) => ({
    ...kept,
    updated: instant,
    changed: instant,
    returned: instant,
    channels: {},
  }));
}

function changeItem(ledger: Ledger, id: string, change: (item: LedgerItem) => LedgerItem): Ledger {
  return { ...ledger, items: ledger.items.map((item) => (item.id === id ? change(item) : item)) };
}
