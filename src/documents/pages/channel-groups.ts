import type { Channel, ChannelKind } from "../../edition/edition.ts";

export type ChannelGroup = {
  /** English: `Sections`. */
  readonly name: string;
  /** At least one, in the order of the edition. */
  readonly channels: readonly Channel[];
};

const GROUPS: readonly (readonly [name: string, kinds: readonly ChannelKind[]])[] = [
  ["Everything", ["all"]],
  ["Kinds", ["headlines", "articles", "corrections"]],
  ["Selections", ["selection"]],
  ["Sections", ["section"]],
  ["Tags", ["tag"]],
  ["Authors", ["author"]],
  ["Languages", ["language"]],
];

/** Channels by what they select, each once. */
export function channelGroups(channels: readonly Channel[]): readonly ChannelGroup[] {
  return GROUPS.map(([name, kinds]) => ({
    name,
    channels: channels.filter(({ kind }) => kinds.includes(kind)),
  })).filter((group) => group.channels.length > 0);
}
