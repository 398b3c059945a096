import type { Channel, Edition, Item } from "../edition/edition.ts";
import { cleanItem, cleanSite } from "./clean-edition.ts";
import { FEED_FORMATS } from "./feed-format.ts";
import { itemPiece } from "./item-piece.ts";
import { utf8Bytes } from "./utf8-bytes.ts";

/** How many bytes an item takes in the format that needs most. What is rendered for it is kept for the documents. */
export function feedBytes(item: Item, content: Channel["content"], { site }: Pick<Edition, "site">): number {
  const sizes = FEED_FORMATS.map((format) =>
    utf8Bytes(itemPiece(cleanItem(item), content, format, cleanSite(site)).text),
  );
  return Math.max(...sizes);
}
