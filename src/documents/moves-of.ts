import type { Edition, Move } from "../edition/edition.ts";
import { iconMoves } from "./icon.ts";

/** All addresses that lead to others: those that changed, and those that browsers ask for without having been told of them. */
export function movesOf(edition: Edition): readonly Move[] {
  return [...iconMoves(edition), ...edition.moves];
}
