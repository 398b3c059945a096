import type { Channel, Edition, Item } from "../edition/edition.ts";
import { cleanItem, cleanSite } from "./clean-edition.ts";
import { FEED_FORMATS } from "./feed-format.ts";
import { itemPiece } from "./item-piece.ts";

/** How many bytes an item takes in the format that needs most. What is rendered for it is kept for the documents. */
export function feedBytes(item: Item, content: Channel["content"], { site }: Pick<Edition, "site">): number {
  const sizes = FEED_FORMATS.map(
    (format) => itemPiece(cleanItem(item), content, format, cleanSite(site)).bytes,
  );
  return Math.max(...sizes);
}
