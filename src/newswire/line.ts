/** A line with something on it. */
export type Line = {
  /** Runs of spaces and tabs are one space, none at the ends. */
  readonly text: string;
  /** The same with its tabs, which divide a headline from its address. */
  readonly tabbed: string;
  /** 1-based, as an editor counts. */
  readonly lineNumber: number;
  /** How many blank lines stand before it: 0 inside a block. */
  readonly blanksBefore: number;
  /** Width of the white space before the text; a tab is 8. */
  readonly indent: number;
};

const TAB_WIDTH = 8;
const DIVIDED = / {2}|\t/;
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
      const tabbed = piece.trim();
      if (tabbed === "") {
        // Only the last piece of a line is ended by the line's own end.
        if (i === pieces.length - 1) blanksBefore++;
        continue;
      }
      lines.push({
        text: DIVIDED.test(tabbed) ? tabbed.replace(/[ \t]+/g, " ") : tabbed,
        tabbed,
        lineNumber,
        blanksBefore,
        indent: indentOf(piece),
      });
      blanksBefore = 0;
    }
    start = end + 1;
  }
  return lines;
}

function indentOf(piece: string): number {
  let width = 0;
  for (let i = 0; i < piece.length; i++) {
    const character = piece.charAt(i);
    if (character === "\t") width += TAB_WIDTH;
    else if (character.trim() === "") width += 1;
    else break;
  }
  return width;
}
