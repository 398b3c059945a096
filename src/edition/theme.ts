import type { MediaLink } from "../articles/article.ts";

/** How pages look: `theme` in `data/site.yaml`, and the publisher's own `data/layout.html` and `data/style.css`. */
export type Theme = {
  readonly colours: { readonly light: Colours; readonly dark: Colours };
  /** Stands at the head of every page; null if the site's does. */
  readonly logo: MediaLink | null;
  /** Lines at the foot of every page, in the site's language. */
  readonly footer: readonly (string | ThemeLink)[];
  /** Leads from every page to what is elsewhere, in the site's language. */
  readonly links: readonly ThemeLink[];
  /** Instead of the readers that are offered for subscribing; null for those. */
  readonly readers: readonly ReaderApp[] | null;
  /** Instead of short texts of ours, by their keys, on pages in the site's language. */
  readonly words: Readonly<Record<string, string>>;
  /** HTML with slots, checked; null for ours. */
  readonly layout: string | null;
  /** CSS that comes after ours. */
  readonly style: string | null;
};

/** `#rrggbb`, lower-case. */
export type Colours = Readonly<Record<ColourName, string>>;

export type ColourName = (typeof COLOUR_NAMES)[number];

export const COLOUR_NAMES = ["text", "muted", "link", "paper", "line"] as const;

export type ThemeLink = {
  /** Plain text. */
  readonly label: string;
  /** An absolute http(s) URL, `mailto:` and an address, or a path of this site that starts with `/`. */
  readonly url: string;
};

/** Where somebody can subscribe with one click. */
export type ReaderApp = {
  readonly name: string;
  /** Its address, in which `{url}` stands for that of a feed, percent-encoded, or `{address}` for it without its scheme. */
  readonly url: string;
  /** Whether it is for channels with sound only. */
  readonly podcasts: boolean;
};

export const OUR_COLOURS: Theme["colours"] = {
  light: { text: "#1a1a1a", muted: "#595959", link: "#0b57a4", paper: "#fffdf8", line: "#d9d4c7" },
  dark: { text: "#ece8df", muted: "#b3ada0", link: "#8ec5ff", paper: "#171614", line: "#3d3a33" },
};

/** What holds where nothing is said. */
export const OUR_THEME: Theme = {
  colours: OUR_COLOURS,
  logo: null,
  footer: [],
  links: [],
  readers: null,
  words: {},
  layout: null,
  style: null,
};
