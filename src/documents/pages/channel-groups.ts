import type { Channel, ChannelKind } from "../../edition/edition.ts";
import type { WordKey } from "./words.ts";

export type ChannelGroup = {
  /** Of its name among the words of the frame; null for what needs none on a page. */
  readonly key: WordKey | null;
  /** English: `Sections`. */
  readonly name: string;
  /** At least one, in the order of the edition. */
  readonly channels: readonly Channel[];
};

const GROUPS: readonly (readonly [name: string, key: WordKey | null, kinds: readonly ChannelKind[]])[] = [
  ["Everything", null, ["all"]],
  ["Kinds", null, ["headlines", "articles", "corrections"]],
  ["Selections", "selections", ["selection"]],
  ["Sections", "sections", ["section"]],
  ["Tags", "tags", ["tag"]],
  ["Authors", "authors", ["author"]],
  ["Languages", "languages", ["language"]],
];

/** Channels by what they select, each once. */
export function channelGroups(channels: readonly Channel[]): readonly ChannelGroup[] {
  return GROUPS.map(([name, key, kinds]) => ({
    name,
    key,
    channels: channels.filter(({ kind }) => kinds.includes(kind)),
  })).filter((group) => group.channels.length > 0);
}
