import type { MatchedBy } from "./pairing.ts";

/** What an ingest did to one item. */
export type Change = { readonly id: string; readonly title: string } & (
  | { readonly kind: "new"; readonly files: readonly string[]; readonly slug: string }
  | {
      readonly kind: "edited";
      readonly oldTitle: string;
      readonly file: string;
      readonly matchedBy: MatchedBy;
    }
  | { readonly kind: "address-changed"; readonly oldAddress?: string; readonly address?: string }
  | { readonly kind: "readdressed"; readonly slug: string; readonly oldSlug: string }
  | { readonly kind: "rescheduled"; readonly published: string }
  | { readonly kind: "copy-edited"; readonly files: readonly string[] }
  | { readonly kind: "moved"; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly kind: "copied"; readonly files: readonly string[] }
  | { readonly kind: "copy-removed"; readonly files: readonly string[] }
  | { readonly kind: "returned"; readonly files: readonly string[] }
  | { readonly kind: "removed"; readonly files: readonly string[] }
);

/** Says in plain words what was done, for the person who ran the command. */
export function describeChange(change: Change): string {
  const title = quote(change.title);
  switch (change.kind) {
    case "new":
      return `new: ${title}, ${list(change.files)}`;
    case "edited":
      return change.title === change.oldTitle
        ? `changed: the text of ${title}, ${change.file}`
        : `changed: ${quote(change.oldTitle)} is now ${title}, ${HOW[change.matchedBy]}, ${change.file}`;
    case "address-changed":
      return `changed: ${title} leads to ${change.address ?? "its own page"}, before to ${change.oldAddress ?? "its own page"}`;
    case "readdressed":
      return `moved: ${title}, from the address ${change.oldSlug} to ${change.slug}; the old one redirects`;
    case "rescheduled":
      return `changed: ${title} will be published at ${change.published}`;
    case "copy-edited":
      return `changed: the copy of ${title}, ${list(change.files)}`;
    case "moved":
      return `moved: ${title}, from ${list(change.from)} to ${list(change.to)}`;
    case "copied":
      return `matched: ${title} stands in ${list(change.files)}, too`;
    case "copy-removed":
      return `changed: ${title} no longer stands in ${list(change.files)}, but elsewhere`;
    case "returned":
      return `back: ${title}, ${list(change.files)}`;
    case "removed":
      return `removed: ${title}, ${list(change.files)}`;
  }
}

const HOW: Readonly<Record<MatchedBy, string>> = {
  "same-text": "as in another of its files",
  moved: "as in another of its files",
  returned: "as in another of its files",
  copy: "matched by its address or its words",
  "similar-text": "matched by similar text",
  "same-file": "as it stands in the same file",
  "same-name": "matched by its address, its file's name or its title and date",
  new: "new",
};

function quote(text: string): string {
  return `"${text}"`;
}

function list(files: readonly string[]): string {
  return files.join(" and ");
}
