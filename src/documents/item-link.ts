import type { Item } from "../edition/edition.ts";

/** Absolute URL a reader should open: the story a headline points to if the page says where it is, else the item's own page. */
export function itemLink(item: Item): string {
  return (item.kind === "headline" && item.address) || item.url;
}
