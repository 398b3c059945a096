import type { ArticleCandidate } from "./candidate.ts";
import { isEdit, overlapOf } from "./compare-headlines.ts";
import { digestParagraphs } from "./digest-text.ts";
import { foldText } from "./fold-text.ts";
import type { LedgerItem } from "./ledger.ts";
import type { Pairing, Placement } from "./pairing.ts";
import type { Sighting } from "./sighting.ts";
import { sketchesOverlap, sketchWords } from "./sketch-words.ts";
import { wordsOf } from "./words-of.ts";

const WORDS_MAX = 64;

/** Says how much of an article is in another, 0 to 1. */
export class ArticleJudge {
  /** Paragraph -> how many living items and unpaired sightings have it. */
  readonly #counts = new Map<string, number>();
  readonly #paragraphs = new Map<Sighting, readonly string[]>();
  readonly #sketches = new Map<Sighting, string>();

  constructor(pairing: Pairing) {
    for (const { record } of pairing.owners) {
      if (record?.removed === undefined) this.#count(record?.paragraphs ?? []);
    }
    for (const sighting of pairing.unpaired) {
      if (sighting.candidate.kind === "article") this.#count(this.paragraphsOf(sighting));
    }
  }

  paragraphsOf(sighting: Sighting): readonly string[] {
    const known = this.#paragraphs.get(sighting);
    if (known !== undefined) return known;
    const paragraphs = digestParagraphs(sighting.candidate);
    this.#paragraphs.set(sighting, paragraphs);
    return paragraphs;
  }

  /**
   * Null if it cannot be an edit. Paragraphs count that no third article has (else they are the publication's own), and
   * words; a title alone proves nothing: "Morning briefing" is another one every day.
   */
  weigh({ record }: Placement, sighting: Sighting): number | null {
    if (sighting.candidate.kind !== "article" || record.kind !== "article") return null;
    const paragraphs = this.#sharedShare(record, this.paragraphsOf(sighting));
    const words = this.#sharedWords(record, sighting, sighting.candidate);
    const titled = isSimilarTitle(record.title, sighting.candidate.title);
    const share = Math.max(paragraphs, words);
    // Standing paragraphs around another story share many paragraphs, but few words.
    const alike = record.sketch === undefined || words >= 0.3;
    const isSame = words >= 0.6 || (alike && (paragraphs > 0.5 || (titled && paragraphs >= 1 / 3)));
    return isSame ? share + (titled ? 0.2 : 0) : null;
  }

  #sharedShare(record: LedgerItem, after: readonly string[]): number {
    const own = (paragraphs: readonly string[]) => new Set(paragraphs.filter((one) => this.#isOwn(one)));
    const before = own(record.paragraphs);
    const now = own(after);
    const fewest = Math.min(before.size, now.size);
    return fewest === 0 ? 0 : [...before].filter((one) => now.has(one)).length / fewest;
  }

  /** How much of the words is shared; those of paragraphs that a third article has, too, don't count. */
  #sharedWords({ sketch = "" }: LedgerItem, sighting: Sighting, { paragraphs }: ArticleCandidate): number {
    const digests = this.paragraphsOf(sighting);
    const common = paragraphs.filter((_, i) => !this.#isOwn(digests[i] ?? ""));
    return sketchesOverlap(sketch, this.#sketchOf(sighting, paragraphs), common);
  }

  #sketchOf(sighting: Sighting, paragraphs: readonly string[]): string {
    const known = this.#sketches.get(sighting);
    if (known !== undefined) return known;
    const digests = this.paragraphsOf(sighting);
    const sketch = sketchWords(paragraphs.filter((_, i) => this.#isOwn(digests[i] ?? "")));
    this.#sketches.set(sighting, sketch);
    return sketch;
  }

  #isOwn(paragraph: string): boolean {
    return (this.#counts.get(paragraph) ?? 0) <= 2;
  }

  #count(paragraphs: readonly string[]): void {
    for (const one of new Set(paragraphs)) this.#counts.set(one, (this.#counts.get(one) ?? 0) + 1);
  }
}

function isSimilarTitle(before: string, after: string): boolean {
  if (foldText(before) === foldText(after)) return true;
  return isEdit(overlapOf(wordsOf(before).slice(0, WORDS_MAX), wordsOf(after).slice(0, WORDS_MAX)));
}
