import type { Item } from "../edition/edition.ts";

/** Absolute URL a reader should open: the story that a headline or a link post is about, else the item's own page. */
export function itemLink(item: Item): string {
  return storyElsewhere(item) ?? item.url;
}

/** Absolute URL of what a headline or a link post is about; null if its own page is all there is. */
export function storyElsewhere(item: Item): string | null {
  if (item.kind === "headline") return item.address;
  return item.kind === "article" ? item.link : null;
}
