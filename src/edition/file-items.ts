import { authorsIn } from "./authors-in.ts";
import type { Candidate } from "./candidate.ts";
import { ChannelRegister, type NamedKind } from "./channel-register.ts";
import { compareText } from "./compare-text.ts";
import { formatInstant, later } from "./instant.ts";
import type { Ledger, LedgerChannel, LedgerCorrection, LedgerItem, Membership } from "./ledger.ts";
import type { Match } from "./reconcile.ts";
import type { Criteria, Selection, Site } from "./site.ts";
import { visibleFrom } from "./status-of.ts";

/**
 * Files every item under its channels and opens those that have their first one. A membership once given keeps its archive; what
 * was removed stays filed where it last was, so that its channels can say so.
 *
 * @returns the very ledger that was given if nothing is filed otherwise; the matches with their records as they are now
 */
export function fileItems(
  ledger: Ledger,
  matches: readonly Match[],
  site: Site,
  now: Date,
): { readonly ledger: Ledger; readonly matches: readonly Match[] } {
  const filing = new Filing(ledger, site, formatInstant(now));
  const filedMatches = matches.map((match) => {
    const record = filing.file(match.record, match.candidates[0]);
    return record === match.record ? match : { ...match, record };
  });
  const filed = new Map(filedMatches.map(({ record }) => [record.id, record]));
  const items = ledger.items.map((record) => filed.get(record.id) ?? record);
  const register = filing.channels;
  const isSame = JSON.stringify(register) === JSON.stringify(ledger.channels);
  const channels = isSame ? ledger.channels : register;
  const isFiled = channels === ledger.channels && items.every((record, i) => record === ledger.items[i]);
  return { ledger: isFiled ? ledger : { ...ledger, items, channels }, matches: filedMatches };
}

/** Records that stood where they belong, as their candidates were then, in the channels that there were then. */
const settled = new WeakMap<
  LedgerItem,
  { readonly candidate: Candidate; readonly site: Site; readonly channels: readonly LedgerChannel[] }
>();

class Filing {
  readonly #register: ChannelRegister;
  readonly #site: Site;
  readonly #now: string;
  readonly #changed = new Set<string>();
  /** Null where some are to be opened anew. */
  readonly #channelsBefore: readonly LedgerChannel[] | null;

  constructor({ channels, founded }: Ledger, site: Site, now: string) {
    // What nobody has heard of yet opens with what is filed now; a channel that only waited for an embargo may never open.
    const kept = channels.filter(({ opened }) => opened <= now);
    const known = new Set(kept.map(({ name }) => name));
    const always = ALWAYS_OPEN.filter(({ name }) => !known.has(name)).map((one) => ({
      ...one,
      opened: founded,
    }));
    this.#channelsBefore = kept.length === channels.length && always.length === 0 ? channels : null;
    this.#register = new ChannelRegister([...kept, ...always], site);
    this.#site = site;
    this.#now = now;
  }

  /** Sorted by name. */
  get channels(): readonly LedgerChannel[] {
    return this.#register.channels
      .map((channel) => (this.#hasChanged(channel) ? { ...channel, changed: this.#now } : channel))
      .sort((a, b) => compareText(a.name, b.name));
  }

  /** What nobody has heard of yet changes for nobody. */
  #hasChanged({ name, opened }: LedgerChannel): boolean {
    return this.#changed.has(name) && opened <= this.#now;
  }

  file(record: LedgerItem, candidate: Candidate): LedgerItem {
    const [site, channels] = [this.#site, this.#channelsBefore];
    const before = settled.get(record);
    if (before?.candidate === candidate && before.site === site && before.channels === channels)
      return record;
    const filed = this.#file(record, candidate);
    if (filed === record && channels !== null) settled.set(record, { candidate, site, channels });
    return filed;
  }

  #file(record: LedgerItem, candidate: Candidate): LedgerItem {
    // Withdrawn before its time: nobody ever hears of it.
    if (visibleFrom(record) > (record.withdrawn?.at ?? "9999")) return record;
    const opened = later(visibleFrom(record), this.#now);
    const channels = this.#refile(record.channels, this.#channelsOf(record, candidate, opened), opened);
    const corrections = record.corrections?.map((correction) => this.#fileCorrection(correction, opened));
    const isSame =
      channels === record.channels && (corrections ?? []).every((one, i) => one === record.corrections?.[i]);
    return isSame ? record : { ...record, channels, ...(corrections && { corrections }) };
  }

  #fileCorrection(correction: LedgerCorrection, opened: string): LedgerCorrection {
    if (this.#register.get("corrections") === undefined) {
      const channel = { name: "corrections", path: "/corrections", label: "Corrections" };
      this.#register.put({ ...channel, aliases: [], opened, archives: [] });
    }
    const names = new Set(["corrections", ...(this.#site.correctionsInAll ? ["all"] : [])]);
    const channels = this.#refile(correction.channels, names, opened);
    return channels === correction.channels ? correction : { ...correction, channels };
  }

  #refile(before: Membership, names: ReadonlySet<string>, opened: string): Membership {
    for (const name of names) this.#openBy(name, opened);
    const known = Object.keys(before);
    const joined = [...names].filter((name) => before[name] === undefined);
    const left = known.filter((name) => !names.has(name));
    if (joined.length === 0 && left.length === 0) return before;
    // What is new says itself when it came.
    if (known.length > 0) for (const name of [...joined, ...left]) this.#changed.add(name);
    return Object.fromEntries([...names].sort(compareText).map((name) => [name, before[name] ?? 0]));
  }

  /** A channel whose first item waits for its time may get one that does not. */
  #openBy(name: string, opened: string): void {
    const channel = this.#register.get(name);
    if (channel !== undefined && channel.opened > opened) this.#register.put({ ...channel, opened });
  }

  #channelsOf({ kind }: LedgerItem, candidate: Candidate, opened: string): ReadonlySet<string> {
    const names = new Set<string>(["all", `${kind}s`]);
    const add = (named: NamedKind, label: string) => names.add(this.#register.open(named, label, opened));
    if (candidate.section !== undefined) add("section", candidate.section);
    for (const tag of candidate.tags) add("tag", tag);
    for (const { name } of authorsIn(candidate, this.#site)) add("author", name);
    add("language", candidate.language ?? this.#site.language);
    for (const selection of this.#site.selections) {
      if (this.#selects(selection, names)) add("selection", selection.name);
    }
    return names;
  }

  #selects({ include, exclude }: Selection, names: ReadonlySet<string>): boolean {
    const isIn = (channels: readonly string[]) => channels.some((name) => names.has(name));
    const wanted = this.#criteria(include);
    const unwanted = this.#criteria(exclude);
    return (
      wanted.every(({ asked, channels }) => !asked || isIn(channels)) &&
      !unwanted.some((one) => isIn(one.channels))
    );
  }

  /** Of each list whether it asks for anything, and the channels it asks for that exist. */
  #criteria({ sections, tags, authors, languages, kinds }: Criteria) {
    const find = (kind: NamedKind, labels: readonly string[]) => ({
      asked: labels.length > 0,
      channels: labels.flatMap((label) => this.#register.find(kind, label) ?? []),
    });
    return [
      find("section", sections),
      find("tag", tags),
      find("author", authors),
      find("language", languages),
      { asked: kinds.length > 0, channels: kinds.map((kind) => `${kind}s`) },
    ];
  }
}

const ALWAYS_OPEN: readonly Omit<LedgerChannel, "opened">[] = [
  { name: "all", path: "", aliases: [], label: "Everything", archives: [] },
  { name: "articles", path: "/articles", aliases: [], label: "Articles", archives: [] },
  { name: "headlines", path: "/headlines", aliases: [], label: "Headlines", archives: [] },
];
