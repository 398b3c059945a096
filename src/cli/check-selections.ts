import { ChannelRegister, type NamedKind } from "../edition/channel-register.ts";
import type { Ledger } from "../edition/ledger.ts";
import type { Criteria, Site } from "../edition/site.ts";
import type { FileProblem } from "./read-data.ts";

const LISTS: readonly (readonly [list: Exclude<keyof Criteria, "kinds">, kind: NamedKind])[] = [
  ["sections", "section"],
  ["tags", "tag"],
  ["authors", "author"],
  ["languages", "language"],
];

/** Names in the publisher's own channels that nothing was ever filed under: a misspelling would let through what it was to keep out. */
export function checkSelections(site: Site, { channels }: Ledger): readonly FileProblem[] {
  const register = new ChannelRegister(channels, site);
  return site.selections.flatMap(({ name, include, exclude }) =>
    [include, exclude].flatMap((criteria) =>
      LISTS.flatMap(([list, kind]) =>
        criteria[list]
          .filter((label) => register.find(kind, label) === undefined)
          .map((label) => ({
            file: "site.yaml",
            kind: "unknown-name",
            value: `channel "${name}", ${list}: nothing is filed under "${label}"`,
          })),
      ),
    ),
  );
}
