/** A line with something on it. */
export type Line = {
  /** Runs of spaces and tabs are one space, none at the ends. */
  readonly text: string;
  /** 1-based, as an editor counts. */
  readonly lineNumber: number;
  /** How many blank lines stand before it: 0 inside a block. */
  readonly blanksBefore: number;
  /** Width of the white space before the text; a tab is 8. */
  readonly indent: number;
};

const TAB_WIDTH = 8;
/** A form feed is worth two blank lines. */
const FORM_FEED_BLANKS = 2;

/** Splits clean text into lines, counting the blank ones instead of keeping them. */
export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let blanksBefore = 0;
  let lineNumber = 0;
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    lineNumber++;
    const line = text.slice(start, end);
    const pieces = line.includes("\f") ? line.split("\f") : [line];
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) blanksBefore += FORM_FEED_BLANKS;
      const trimmed = piece.trim();
      if (trimmed !== "") {
        lines.push({ text: collapse(trimmed), lineNumber, blanksBefore, indent: indentOf(piece) });
        blanksBefore = 0;
      } else if (i === pieces.length - 1) {
        // Only the last piece of a line is ended by the line's own end.
        blanksBefore++;
      }
    }
    start = end + 1;
  }
  return lines;
}

function collapse(text: string): string {
  return text.includes("  ") || text.includes("\t") ? text.replace(/[ \t]+/g, " ") : text;
}

function indentOf(piece: string): number {
  let width = 0;
  for (const character of piece) {
    if (character.trim() !== "") break;
    width += character === "\t" ? TAB_WIDTH : 1;
  }
  return width;
}
