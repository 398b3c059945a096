import type { Item } from "../edition/edition.ts";

/** Whether the item's title was made from its first sentence, which every format says. */
export function hasDerivedTitle(item: Item): boolean {
  return item.kind === "article" && item.titleDerived;
}
