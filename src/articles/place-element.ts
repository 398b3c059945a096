import { VOID_ELEMENTS } from "./kept-elements.ts";

/** What stands open around a point of the HTML we write. */
export type Place = {
  /** The innermost open element; empty at the top. */
  readonly parent: string;
  readonly depth: number;
  /** A tag that ends a paragraph would end one here. (A table, which would hide it from the tag, ends it itself.) */
  readonly inParagraph: boolean;
  /** `<li>` would end one here; the same for `dd` and `dt`. */
  readonly inItem: boolean;
  readonly inTerm: boolean;
  readonly inLink: boolean;
};

export const TOP: Place = {
  parent: "",
  depth: 0,
  inParagraph: false,
  inItem: false,
  inTerm: false,
  inLink: false,
};

/** Deeper than anybody writes. */
const DEPTH_MAX = 200;

/** Elements that mean something in these alone. */
const PARENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["caption", ["table"]],
  ["colgroup", ["table"]],
  ["col", ["colgroup"]],
  ["thead", ["table"]],
  ["tbody", ["table"]],
  ["tfoot", ["table"]],
  ["tr", ["thead", "tbody", "tfoot"]],
  ["td", ["tr"]],
  ["th", ["tr"]],
  ["rt", ["ruby"]],
  ["rp", ["ruby"]],
  ["source", ["picture", "audio", "video"]],
  ["track", ["audio", "video"]],
]);
const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
/** A start tag of these ends an open paragraph (HTML, "in body"). */
const ENDS_PARAGRAPH = new Set([
  ...HEADINGS,
  ..."blockquote dd details div dl dt figcaption figure hr li ol p pre summary table ul".split(" "),
]);
/** The search for an open `li`, `dd` or `dt` goes no further out than one of these ("special", but for `div` and `p`). */
const ENDS_SEARCH = new Set([
  ...HEADINGS,
  ..."blockquote caption dd details dl dt figcaption figure li ol pre summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
]);

/**
 * The place inside an element that is written at `place`; null if it must not be: a parser would end others first, which
 * changes the tree, or it means nothing there, or is too deep.
 */
export function placeInside(place: Place, name: string): Place | null {
  return fits(place, name) ? inside(place, name) : null;
}

function fits(place: Place, name: string): boolean {
  const parents = PARENTS.get(name);
  // However deep: what is kept of a table is kept whole.
  if (parents !== undefined) return parents.includes(place.parent);
  if (place.depth >= DEPTH_MAX && !VOID_ELEMENTS.has(name)) return false;
  if (ENDS_PARAGRAPH.has(name) && place.inParagraph) return false;
  if (name === "a") return !place.inLink;
  if (name === "li") return !place.inItem;
  if (name === "dd" || name === "dt") return !place.inTerm;
  return !(HEADINGS.has(name) && HEADINGS.has(place.parent));
}

function inside(place: Place, name: string): Place {
  const searched = !ENDS_SEARCH.has(name);
  return {
    parent: name,
    depth: place.depth + 1,
    inParagraph: name === "p" || place.inParagraph,
    inItem: name === "li" || (place.inItem && searched),
    inTerm: name === "dd" || name === "dt" || (place.inTerm && searched),
    inLink: name === "a" || place.inLink,
  };
}
