import type { Article, FileLink, MediaLink } from "../articles/article.ts";
import { articleBody } from "../articles/article-body.ts";
import { authorsIn } from "./authors-in.ts";
import type { ArticleCandidate, Candidate } from "./candidate.ts";
import { ChannelRegister, type NamedKind } from "./channel-register.ts";
import { correctionFragment } from "./correction-fragment.ts";
import { correctionsOf } from "./corrections-of.ts";
import type { Category, Correction, CorrectionItem, Enclosure, Item, NoticeItem } from "./edition.ts";
import type { Files } from "./files.ts";
import { instantMs } from "./instant.ts";
import type { Ledger, LedgerChannel, LedgerItem } from "./ledger.ts";
import type { Media, Picture } from "./media.ts";
import { mintNamedId } from "./mint-id.ts";
import type { Match } from "./reconcile.ts";
import type { Site } from "./site.ts";
import { changedAt } from "./status-of.ts";

type Noted = Correction & { readonly updated: Date };

/** Makes items of what was read and what the ledger knows of it. */
export class ItemMaker {
  readonly #site: Site;
  readonly #namespace: string;
  readonly #register: ChannelRegister;
  readonly #files: Files;
  readonly #used = new Map<string, FileLink>();
  readonly #categories = new Map<string, Category>();

  constructor(site: Site, ledger: Ledger, files: Files) {
    this.#site = site;
    this.#namespace = ledger.namespace;
    this.#register = new ChannelRegister(ledger.channels, site);
    this.#files = files;
  }

  /** The files that what was made so far leads to. */
  get usedMedia(): readonly Media[] {
    return this.#files.mediaOf(this.#used.values());
  }

  sitePicture(link: MediaLink | null): Picture | null {
    return link === null ? null : this.#picture(link);
  }

  make({ record, candidates: [candidate] }: Match): Item {
    const facts = { ...this.#facts(record, candidate), authors: authorsIn(candidate, this.#site) };
    if (candidate.kind === "headline")
      return { kind: "headline", ...facts, address: candidate.address ?? null };
    const { titleDerived, dateline, paragraphs, markdown } = candidate;
    const text = { titleDerived, dateline };
    if (markdown === null) return { kind: "article", ...facts, ...text, paragraphs, ...PLAIN };
    return { kind: "article", ...facts, ...text, ...this.#article(record, candidate, markdown.article) };
  }

  /** What stands in the place of a withdrawn item: nothing of its text, and not its title either. */
  notice(record: LedgerItem): NoticeItem {
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

  /** The corrections of an article as items of their own. */
  corrections({ record, candidates: [candidate] }: Match): readonly CorrectionItem[] {
    const facts = this.#facts(record, candidate);
    return this.#notes(record, candidate).map(({ id, date, updated, note }) => ({
      ...facts,
      kind: "correction",
      id,
      title: `Correction: ${candidate.title}`,
      url: `${facts.url}#${correctionFragment(id)}`,
      authors: [],
      published: date,
      updated,
      changed: updated,
      note,
      corrected: candidate.title,
    }));
  }

  #article(record: LedgerItem, candidate: ArticleCandidate, article: Article) {
    const { summary, image, enclosures, link, canonical, licence, body } = article;
    const shown = body.filter((piece) => typeof piece !== "string");
    for (const piece of shown) this.#use(piece);
    const pictures = shown.flatMap((piece) => this.#bodyPicture(piece));
    return {
      html: articleBody(article, (piece) => this.#files.urlOf(piece)),
      paragraphs: beginning(article.paragraphs),
      summary: summary ?? null,
      image: image === undefined ? null : this.#picture(image.src, image.alt, image.credit),
      pictures: distinctByUrl(pictures),
      enclosures: distinctByUrl(enclosures.flatMap((enclosure) => this.#enclosure(enclosure))),
      link: link ?? null,
      canonical: canonical ?? null,
      licence: licence ?? null,
      corrections: this.#notes(record, candidate).map(({ id, date, note }) => ({ id, date, note })),
    };
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

  #bodyPicture(link: FileLink): readonly Picture[] {
    if (this.#files.media(link)?.mediaType.startsWith("image/") !== true) return [];
    const picture = this.#files.picture(link);
    return picture === null ? [] : [picture];
  }

  #picture(link: MediaLink, alt?: string, credit?: string): Picture | null {
    if (typeof link !== "string") this.#use(link);
    return this.#files.picture(link, alt, credit ?? null);
  }

  #enclosure({ src, type, length, title, duration }: Article["enclosures"][number]): readonly Enclosure[] {
    if (typeof src !== "string") this.#use(src);
    const url = this.#files.urlOf(src);
    const media = this.#files.media(src);
    const mediaType = media?.mediaType ?? type;
    const bytes = media?.bytes.length ?? length;
    if (url === null || mediaType === undefined || bytes === undefined) return [];
    return [{ url, type: mediaType, length: bytes, title: title ?? null, duration: duration ?? null }];
  }

  #use(link: FileLink): void {
    this.#used.set(link.file, link);
  }

  #facts(record: LedgerItem, candidate: Candidate) {
    const { section, tags, language, source } = candidate;
    return {
      ...this.#ledgerFacts(record),
      title: candidate.title,
      updated: new Date(instantMs(record.updated)),
      changed: new Date(instantMs(changedAt(record))),
      language: language ?? this.#site.language,
      // One tag in two spellings is one category.
      categories: [
        ...new Set([
          ...(section === undefined ? [] : this.#category("section", section)),
          ...tags.flatMap((tag) => this.#category("tag", tag)),
        ]),
      ],
      source: source ?? null,
    };
  }

  #ledgerFacts({ id, kind, slug, published, firstSeen }: LedgerItem) {
    const path = `/${kind}s/${slug}`;
    const url = `${this.#site.url}/${kind}s/${encodeURIComponent(slug)}`;
    return { id, slug, path, url, published: new Date(instantMs(published ?? firstSeen)) };
  }

  /** The same object for all items that are filed there. */
  #category(kind: NamedKind & Category["kind"], label: string): readonly Category[] {
    const channel = this.#register.get(this.#register.find(kind, label) ?? "");
    if (channel === undefined) return [];
    const known = this.#categories.get(channel.name) ?? this.#makeCategory(kind, channel);
    this.#categories.set(channel.name, known);
    return [known];
  }

  #makeCategory(kind: Category["kind"], { path, label }: LedgerChannel): Category {
    const term = path.slice(path.lastIndexOf("/") + 1);
    return { kind, term, scheme: this.#site.url + encodeURI(path), label };
  }
}

/** The last of those with one address. */
function distinctByUrl<T extends { readonly url: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [one.url, one])).values()];
}

/** As many blocks as any summary is made of. The rest of the text is in the HTML. */
function beginning(blocks: readonly string[]): readonly string[] {
  let chars = 0;
  const end = blocks.findIndex((block) => {
    chars += block.length;
    return chars > SUMMARY_SOURCE_CHARS;
  });
  return end === -1 ? blocks : blocks.slice(0, end + 1);
}

const SUMMARY_SOURCE_CHARS = 1000;

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
