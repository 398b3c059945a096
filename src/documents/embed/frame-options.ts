/** How a page in a frame looks: what its query says, `?items=5&theme=dark&summary=yes`. */
export type FrameOptions = {
  /** How many items it shows, 1 to `FRAME_ITEMS_MAX`. */
  readonly items: number;
  readonly theme: (typeof FRAME_THEMES)[number];
  readonly summary: boolean;
};

export const FRAME_ITEMS_MAX = 30;

/** `auto` is what the visitor's device prefers. */
export const FRAME_THEMES = ["auto", "light", "dark"] as const;

export const FRAME_DEFAULTS: FrameOptions = { items: 10, theme: "auto", summary: false };

/** What the query doesn't say, or says wrongly, is as by default. */
export function readFrameOptions(query: URLSearchParams): FrameOptions {
  const items = /^0*[1-9]\d{0,3}$/.test(query.get("items") ?? "") ? Number(query.get("items")) : null;
  return {
    items: items === null ? FRAME_DEFAULTS.items : Math.min(items, FRAME_ITEMS_MAX),
    theme: FRAME_THEMES.find((theme) => theme === query.get("theme")) ?? FRAME_DEFAULTS.theme,
    summary: query.get("summary") === "yes",
  };
}

/**
 * How the text of a page in a frame begins. The options are classes of its first element and the style sheet does the rest, so that a
 * page is stored once, and what differs is put before it when it is asked for.
 */
export function frameOpening({ items, theme, summary }: FrameOptions): string {
  return `<!doctype html>\n<html class="items-${items} theme-${theme} summary-${summary ? "yes" : "no"}"`;
}
