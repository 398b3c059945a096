import type { ChannelKind } from "./edition.ts";
import { foldName } from "./fold-name.ts";
import type { LedgerChannel } from "./ledger.ts";
import { slugOf } from "./make-slug.ts";
import type { DeclaredChannel, Site } from "./site.ts";

/** Kinds of channels that have names of their own, and the folder their addresses stand in. */
export const CHANNEL_FOLDERS = {
  selection: "channels",
  section: "sections",
  tag: "tags",
  author: "authors",
  language: "languages",
} as const satisfies Partial<Record<ChannelKind, string>>;

export type NamedKind = keyof typeof CHANNEL_FOLDERS;

/**
 * The channels of a ledger, found by what people call them. New ones get an address that no other has or had; what was
 * renamed in `site.yaml` moves and leaves its old address behind.
 */
export class ChannelRegister {
  readonly #declared = new Map<string, DeclaredChannel>();
  readonly #records = new Map<string, LedgerChannel>();
  /** What a channel is called -> its name in the ledger. */
  readonly #names = new Map<string, string>();
  readonly #paths = new Set<string>();
  /** Label as typed -> what the channel is known by; the same few are asked for again and again. */
  readonly #called = new Map<string, string>();

  constructor(channels: readonly LedgerChannel[], site: Site) {
    for (const kind of NAMED_KINDS) {
      for (const declared of declaredOf(kind, site)) {
        for (const label of [declared.name, ...declared.aliases])
          this.#declared.set(key(kind, label), declared);
      }
    }
    for (const record of channels) this.put(record);
    // Of two that are now called the same, the one that was called so before stays.
    const isCalledSo = (record: LedgerChannel) => this.#declaredAs(record)?.name === record.label;
    for (const record of channels) if (isCalledSo(record)) this.#settle(record);
    for (const record of channels) if (!isCalledSo(record)) this.#settle(record);
  }

  /** In no particular order. */
  get channels(): readonly LedgerChannel[] {
    return [...this.#records.values()];
  }

  get(name: string): LedgerChannel | undefined {
    return this.#records.get(name);
  }

  /** Adds a record, or replaces that of the same name. */
  put(record: LedgerChannel): void {
    this.#records.set(record.name, record);
    for (const path of [record.path, ...record.aliases]) this.#paths.add(path);
  }

  /** The name of the channel that people call so; undefined if nothing was ever in it. */
  find(kind: NamedKind, label: string): string | undefined {
    return this.#names.get(this.#calledKey(kind, label));
  }

  /** Like `find`, but the channel is opened if there is none. */
  open(kind: NamedKind, label: string, opened: string): string {
    const known = this.find(kind, label);
    if (known !== undefined) return known;
    const declared = this.#declared.get(key(kind, label));
    const called = declared?.name ?? label;
    const path = this.#freePath(kind, declared?.slug ?? channelSlug(kind, called));
    const name = path.slice(1);
    this.put({ name, path, aliases: [], label: called, opened, archives: [] });
    this.#names.set(this.#calledKey(kind, called), name);
    return name;
  }

  /** Gives a channel the label and the address that `site.yaml` asks for; two that are called the same become one. */
  #settle(record: LedgerChannel): void {
    const kind = kindOf(record.name);
    if (kind === null) return;
    const called = this.#calledKey(kind, record.label);
    const other = this.#records.get(this.#names.get(called) ?? "");
    const declared = this.#declaredAs(record);
    if (other !== undefined) {
      this.#records.delete(record.name);
      this.put({ ...other, aliases: [...other.aliases, record.path, ...record.aliases] });
      return;
    }
    this.#names.set(called, record.name);
    if (declared !== undefined) this.#rename(kind, record, declared);
  }

  #declaredAs({ name, label }: LedgerChannel): DeclaredChannel | undefined {
    const kind = kindOf(name);
    return kind === null ? undefined : this.#declared.get(key(kind, label));
  }

  #rename(kind: NamedKind, record: LedgerChannel, { name: label, slug }: DeclaredChannel): void {
    const wanted = slug ?? (foldName(record.label) === foldName(label) ? null : channelSlug(kind, label));
    const path = wanted === null ? record.path : this.#pathFor(kind, wanted, record);
    const aliases = [...record.aliases, record.path].filter((alias) => alias !== path);
    this.put({ ...record, label, path, aliases });
  }

  /** Its own address if that is the one, also one that it had before; else a free one. */
  #pathFor(kind: NamedKind, slug: string, { path, aliases }: LedgerChannel): string {
    const wanted = `/${CHANNEL_FOLDERS[kind]}/${slug}`;
    if (path === wanted || aliases.includes(wanted)) return wanted;
    // Somebody else has it, or had it: the number that it got then is for ever.
    return path.startsWith(`${wanted}-`) && /^\d+$/.test(path.slice(wanted.length + 1))
      ? path
      : this.#freePath(kind, slug);
  }

  #freePath(kind: NamedKind, slug: string): string {
    for (let number = 1; ; number += 1) {
      const path = `/${CHANNEL_FOLDERS[kind]}/${slug}${number === 1 ? "" : `-${number}`}`;
      if (!this.#paths.has(path) && !this.#records.has(path.slice(1))) return path;
    }
  }

  #calledKey(kind: NamedKind, label: string): string {
    const typed = `${kind}\n${label}`;
    const called = this.#called.get(typed) ?? key(kind, this.#declared.get(key(kind, label))?.name ?? label);
    this.#called.set(typed, called);
    return called;
  }
}

const NAMED_KINDS: readonly NamedKind[] = ["selection", "section", "tag", "author", "language"];

/** What `site.yaml` says of the channels of one kind. */
export function declaredOf(kind: NamedKind, site: Site): readonly DeclaredChannel[] {
  switch (kind) {
    case "selection":
      return site.selections;
    case "section":
      return site.sections;
    case "tag":
      return site.tags;
    case "author":
      return site.contributors;
    case "language":
      return site.languages;
  }
}

/** The kind of a channel that has a name of its own; null for the others. */
export function kindOf(name: string): NamedKind | null {
  return NAMED_KINDS.find((kind) => name.startsWith(`${CHANNEL_FOLDERS[kind]}/`)) ?? null;
}

function key(kind: NamedKind, label: string): string {
  return `${kind}\n${foldName(label)}`;
}

/** `C++` is `c-plus-plus` and `C#` is `c-sharp`: signs that tell names apart are words in their addresses. */
function channelSlug(kind: NamedKind, label: string): string {
  if (kind === "language") return label.toLowerCase();
  const spoken = label.replace(/\+/g, " plus ").replace(/#/g, " sharp ").replace(/^\./, " dot ");
  return slugOf(spoken) || kind;
}
