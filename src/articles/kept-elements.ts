/** How an attribute's value is read; an array lists the values it may have. */
export type AttributeKind =
  | "text"
  | "flag"
  | "count"
  | "integer"
  | "code-language"
  | "link"
  | "address"
  | "srcset"
  | readonly string[];

type Attributes = Readonly<Record<string, AttributeKind>>;

/** On every element; `id` beside them. */
export const COMMON_ATTRIBUTES: ReadonlyMap<string, AttributeKind> = new Map(
  Object.entries({ dir: ["ltr", "rtl", "auto"], lang: "text", title: "text" } satisfies Attributes),
);

const CELL: Attributes = {
  colspan: "count",
  rowspan: "count",
  scope: ["row", "col", "rowgroup", "colgroup"],
};
const COLUMN: Attributes = { span: "count" };
const CHANGE: Attributes = { cite: "address", datetime: "text" };
const QUOTATION: Attributes = { cite: "address" };
const PLAYER: Attributes = { src: "address", controls: "flag", loop: "flag", muted: "flag" };

const OWN_ATTRIBUTES: Readonly<Record<string, Attributes>> = {
  a: { href: "link", hreflang: "text", type: "text" },
  audio: PLAYER,
  blockquote: QUOTATION,
  code: { class: "code-language" },
  col: COLUMN,
  colgroup: COLUMN,
  del: CHANGE,
  details: { open: "flag" },
  img: { src: "address", srcset: "srcset", sizes: "text", alt: "text", width: "count", height: "count" },
  ins: CHANGE,
  li: { value: "integer" },
  ol: { start: "integer", reversed: "flag", type: ["1", "a", "A", "i", "I"] },
  q: QUOTATION,
  source: { src: "address", srcset: "srcset", sizes: "text", type: "text", media: "text" },
  td: CELL,
  th: CELL,
  time: { datetime: "text" },
  track: {
    src: "address",
    kind: ["subtitles", "captions", "descriptions", "chapters", "metadata"],
    srclang: "text",
    label: "text",
  },
  video: { ...PLAYER, poster: "address", width: "count", height: "count" },
};

/** What a feed reader can show, and the attributes of each; everything else is unwrapped or gone. */
export const KEPT_ELEMENTS: ReadonlyMap<string, ReadonlyMap<string, AttributeKind>> = new Map(
  words(`a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp small source
    span strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr`).map(
    (name) => [name, new Map(Object.entries(OWN_ATTRIBUTES[name] ?? {}))],
  ),
);

/** Elements that leave nothing behind, not even their text. */
export const GONE_ELEMENTS: ReadonlySet<string> = new Set(
  words(`script style template frame frameset iframe object embed applet noscript noembed noframes xmp plaintext
    textarea title select option button math svg head canvas`),
);

/** A kept element without any of these says nothing: it is unwrapped. */
export const NEEDED_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ["a", ["href", "id"]],
  ["img", ["src"]],
  ["source", ["src", "srcset"]],
  ["span", ["dir", "id", "lang", "title"]],
  ["track", ["src"]],
]);

/** Elements that show another document, and the attribute with its address. */
export const FRAME_ADDRESSES: ReadonlyMap<string, string> = new Map([
  ["iframe", "src"],
  ["embed", "src"],
  ["object", "data"],
]);

export const VOID_ELEMENTS: ReadonlySet<string> = new Set(words("br col hr img source track wbr"));

/** Elements that end a line of text, kept or not. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  words(`address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p pre search section summary
    table tbody td tfoot th thead tr ul`),
);

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}
