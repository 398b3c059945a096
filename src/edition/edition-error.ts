/** Why something cannot be used or made. Thrown while building, never while a reader waits. */
export type EditionFault =
  | { readonly reason: "ledger-unusable"; readonly mistakes: readonly Mistake[] }
  | { readonly reason: "site-unusable"; readonly mistakes: readonly Mistake[] };

/** One thing that is wrong in a file. */
export type Mistake = {
  /** `items[3].slug`, `feed.itemsMax`; empty for the file as a whole. */
  readonly where: string;
  /** 1-based, where it is known. */
  readonly lineNumber?: number;
  /** What stands there, short; absent when nothing does. */
  readonly found?: string;
  /** `a whole number, at least 1` */
  readonly expected: string;
};

export class EditionError extends Error {
  override readonly name = "EditionError";
  readonly fault: EditionFault;
  constructor(fault: EditionFault) {
    super(describeFault(fault));
    this.fault = fault;
  }
}

const FOUND_CHARS_MAX = 80;

function describeFault(fault: EditionFault): string {
  const lines = fault.mistakes.map(describeMistake);
  switch (fault.reason) {
    case "ledger-unusable":
      return `Cannot read the ledger: ${lines.join("\n")}`;
    case "site-unusable":
      return `Cannot use the settings in site.yaml:\n${lines.map((line) => `  ${line}`).join("\n")}`;
  }
}

function describeMistake({ where, lineNumber, found, expected }: Mistake): string {
  const line = lineNumber === undefined ? "" : `line ${lineNumber}, `;
  const value = found === undefined ? "nothing" : shorten(found);
  return `${line}${where === "" ? "the file" : where}: found ${value}, expected ${expected}`;
}

function shorten(text: string): string {
  const chars = Array.from(text.slice(0, 2 * FOUND_CHARS_MAX + 2));
  return chars.length > FOUND_CHARS_MAX ? `${chars.slice(0, FOUND_CHARS_MAX).join("")}…` : text;
}
