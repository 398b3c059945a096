import { joinWrapped } from "./join-wrapped.ts";
import { markOf, parseAddressLine } from "./parse-headline.ts";
import type { Line } from "./split-lines.ts";

/** Lines without a blank one between them. `wrapped`: they were hard-wrapped and are whole paragraphs now. */
export type Block = { readonly lines: readonly Line[]; readonly wrapped: boolean };

/** Divides lines into blocks and joins those that are hard-wrapped. */
export function readBlocks(lines: readonly Line[]): readonly Block[] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    if (block && line.blanksBefore === 0) block.push(line);
    else blocks.push([line]);
  }
  return blocks.flatMap(splitMarked).map((block) => {
    const joined = joinWrapped(block);
    return { lines: joined ?? block, wrapped: joined !== null };
  });
}

/**
 * A block whose last lines all are marked as a list's, or addresses between them: what stands before them may be
 * hard-wrapped by itself.
 */
function splitMarked(block: readonly Line[]): readonly (readonly Line[])[] {
  let start = block.length;
  for (let at = block.length - 1; at >= 0; at--) {
    const text = block[at]?.text ?? "";
    if (markOf(text, true)) start = at;
    else if (!parseAddressLine(text)) break;
  }
  return start === 0 || start === block.length ? [block] : [block.slice(0, start), block.slice(start)];
}
