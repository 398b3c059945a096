import type { MediaLink } from "../articles/article.ts";
import { filesOf } from "../articles/article-files.ts";
import { articleItem } from "./article-item.ts";
import { authorsIn } from "./authors-in.ts";
import type { Candidate } from "./candidate.ts";
import { ChannelRegister } from "./channel-register.ts";
import { correctionFragment } from "./correction-fragment.ts";
import { correctionsOf } from "./corrections-of.ts";
import type { Category, Correction, CorrectionItem, Item, NoticeItem } from "./edition.ts";
import type { Files } from "./files.ts";
import { instantMs } from "./instant.ts";
import type { Ledger, LedgerChannel, LedgerItem } from "./ledger.ts";
import type { Media, Picture } from "./media.ts";
import { mintNamedId } from "./mint-id.ts";
import type { Match } from "./reconcile.ts";
import type { Site } from "./site.ts";
import { changedAt } from "./status-of.ts";

type Noted = Correction & { readonly updated: Date };

/** What was made of a candidate, and of what else it was made. */
type Made = {
  readonly record: LedgerItem;
  readonly categories: readonly Category[];
  /** Of the files that it shows or leads to, and what stands there. */
  readonly paths: readonly string[];
  readonly found: readonly (string | Media | undefined)[];
  readonly item: Item;
  readonly corrections: readonly CorrectionItem[];
};

/** What was made for one site. */
class Memory {
  readonly items = new WeakMap<Candidate, Made>();
  readonly notices = new WeakMap<LedgerItem, NoticeItem>();
  readonly categories = new Map<string, Category>();
}

const memories = new WeakMap<Site, Memory>();

/**
 * Makes items of what was read and what the ledger knows of it. While all of that is the very same as when an item was made
 * last, so is the item: what was made of it (see `cleanItem`, `itemPiece`) need not be made again.
 */
export class ItemMaker {
  readonly #site: Site;
  readonly #namespace: string;
  readonly #register: ChannelRegister;
  readonly #files: Files;
  readonly #memory: Memory;
  readonly #used = new Set<string>();

  constructor(site: Site, ledger: Ledger, files: Files) {
    this.#site = site;
    this.#namespace = ledger.namespace;
    this.#register = new ChannelRegister(ledger.channels, site);
    this.#files = files;
    this.#memory = memories.get(site) ?? new Memory();
    memories.set(site, this.#memory);
  }

  /** The files that what was made so far leads to. */
  get usedMedia(): readonly Media[] {
    return this.#files.mediaOf(this.#used);
  }

  sitePicture(link: MediaLink | null): Picture | null {
    if (link === null) return null;
    if (typeof link !== "string") this.#used.add(link.file);
    return this.#files.picture(link);
  }

  /** With its corrections as items of their own. */
  make({ record, candidates: [candidate] }: Match): Made {
    const known = this.#memory.items.get(candidate);
    const paths = known?.paths ?? pathsIn(candidate);
    for (const path of paths) this.#used.add(path);
    const found = this.#files.at(paths);
    const categories = this.#categoriesOf(candidate);
    if (
      known !== undefined &&
      isSameItem(known.record, record) &&
      isSame(known.categories, categories) &&
      isSame(known.found, found)
    )
      return known;
    const facts = { ...this.#facts(record, candidate), categories };
    const item = this.#makeItem(record, candidate, facts, this.#files.only(paths));
    const corrections = this.#corrections(record, candidate, facts);
    const made: Made = { record, categories, paths, found, item, corrections };
    this.#memory.items.set(candidate, made);
    return made;
  }

  #makeItem(record: LedgerItem, candidate: Candidate, itemFacts: Facts, files: Files): Item {
    const facts = { ...itemFacts, authors: authorsIn(candidate, this.#site) };
    if (candidate.kind === "headline")
      return { kind: "headline", ...facts, address: candidate.address ?? null };
    const { titleDerived, dateline, markdown } = candidate;
    const text = { titleDerived, dateline };
    if (markdown === null)
      return { kind: "article", ...facts, ...text, paragraphs: candidate.paragraphs, ...PLAIN };
    const corrections = this.#notes(record, candidate).map(({ id, date, note }) => ({ id, date, note }));
    return articleItem(markdown.article, { ...facts, ...text, corrections }, files);
  }

  /** What stands in the place of a withdrawn item: nothing of its text, and not its title either. */
  notice(record: LedgerItem): NoticeItem {
    const { notices } = this.#memory;
    const notice = notices.get(record) ?? this.#notice(record);
    notices.set(record, notice);
    return notice;
  }

  #notice(record: LedgerItem): NoticeItem {
    const { withdrawn, updated } = record;
    const reason = withdrawn?.reason ?? "";
    const facts = this.#ledgerFacts(record);
    const since = new Date(Math.max(instantMs(withdrawn?.at ?? updated), facts.published.getTime()));
    return {
      kind: "notice",
      ...facts,
      title: "Withdrawn",
      updated: since,
      changed: since,
      authors: [],
      language: this.#site.language,
      categories: [],
      source: null,
      reason,
    };
  }

  #corrections(record: LedgerItem, candidate: Candidate, facts: Facts): readonly CorrectionItem[] {
    return this.#notes(record, candidate).map(({ id, date, updated, note }) => ({
      ...facts,
      kind: "correction",
      id,
      title: `Correction: ${candidate.title}`,
      url: `${facts.url}#${correctionFragment(id)}`,
      authors: [],
      embargoed: false,
      published: date,
      updated,
      changed: updated,
      note,
      corrected: candidate.title,
    }));
  }

  /** What the ledger knows by id and the text says in words. */
  #notes({ id: itemId, corrections = [] }: LedgerItem, candidate: Candidate): readonly Noted[] {
    const known = new Map(corrections.map((one) => [one.id, one]));
    return correctionsOf(candidate, this.#site.timeZone).flatMap(({ key, note }) => {
      const id = mintNamedId(this.#namespace, "correction", `${itemId}\n${key}`);
      const one = known.get(id);
      if (one === undefined) return [];
      return [{ id, note, date: new Date(instantMs(one.date)), updated: new Date(instantMs(one.updated)) }];
    });
  }

  #facts(record: LedgerItem, { title, language, source }: Candidate) {
    return {
      ...this.#ledgerFacts(record),
      title,
      updated: new Date(instantMs(record.updated)),
      changed: new Date(instantMs(changedAt(record))),
      language: language ?? this.#site.language,
      source: source ?? null,
    };
  }

  /** One tag in two spellings is one category. */
  #categoriesOf({ section, tags }: Candidate): readonly Category[] {
    const found = tags.flatMap((tag) => this.#category("tag", tag));
    return [...new Set([...(section === undefined ? [] : this.#category("section", section)), ...found])];
  }

  #ledgerFacts({ id, kind, slug, published, firstSeen }: LedgerItem) {
    const path = `/${kind}s/${slug}`;
    const url = `${this.#site.url}/${kind}s/${encodeURIComponent(slug)}`;
    const embargoed = published !== undefined && published > firstSeen;
    return { id, slug, path, url, embargoed, published: new Date(instantMs(published ?? firstSeen)) };
  }

  /** The same object for all items that are filed there. */
  #category(kind: Category["kind"], name: string): readonly Category[] {
    const channel = this.#register.get(this.#register.find(kind, name) ?? "");
    if (channel === undefined) return [];
    const { path, label } = channel;
    const { categories } = this.#memory;
    const key = `${path}\n${label}`;
    const known = categories.get(key) ?? this.#makeCategory(kind, channel);
    categories.set(key, known);
    return [known];
  }

  #makeCategory(kind: Category["kind"], { path, label }: LedgerChannel): Category {
    const term = path.slice(path.lastIndexOf("/") + 1);
    return { kind, term, scheme: this.#site.url + encodeURI(path), label };
  }
}

type Facts = Omit<CorrectionItem, "kind" | "authors" | "note" | "corrected">;

/** Paths of the files that an item shows or leads to. */
function pathsIn(candidate: Candidate): readonly string[] {
  return candidate.kind === "article" && candidate.markdown !== null
    ? filesOf(candidate.markdown.article)
    : [];
}

/** Whether two records give the same item: what is filed otherwise, or archived, is no other one. */
function isSameItem(one: LedgerItem, other: LedgerItem): boolean {
  return one === other || JSON.stringify(itemFactsOf(one)) === JSON.stringify(itemFactsOf(other));
}

function itemFactsOf({ id, kind, slug, corrections = [], ...dates }: LedgerItem) {
  const { published, firstSeen, updated, changed, returned } = dates;
  const said = corrections.map((one) => [one.id, one.date, one.updated]);
  return [id, kind, slug, published, firstSeen, updated, changed, returned, said];
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

/** What a newswire page has no words for. */
const PLAIN = {
  html: null,
  summary: null,
  image: null,
  pictures: [],
  enclosures: [],
  link: null,
  canonical: null,
  licence: null,
  corrections: [],
} as const;
