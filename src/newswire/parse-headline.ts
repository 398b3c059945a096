import { inlineLabelLength } from "./list-label.ts";

/** An address as written; a reader can be sent to it only if it is absolute and http or https. */
export type Address = { readonly text: string; readonly usable: boolean };

/** A line read as a headline: without its mark, its address apart. */
export type ParsedHeadline = {
  /** Empty only where the line is nothing but an address: that belongs to the headline before it. */
  readonly title: string;
  readonly address: Address | null;
  /** How the line was marked as one of a list. */
  readonly mark: Mark | null;
};

type Mark = "bullet" | "number" | "label";

const BULLET = /^(?:[-*+–—‣▪▫■□●○◦►▸▶→»›✓✔➤·∙※]\s+|[•⁃・]\s*)/;
const NUMBER = /^(?:\((\d{1,3})\)|(\d{1,3})[.)])\s+/;

const MARKDOWN_LINK =
  /^\[((?:[^[\]\\]|\\.)*)\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)$/;

/** What looks like an address but leads a reader nowhere good. */
const OTHER_SCHEME =
  /^(?:[a-z][a-z0-9+.-]*:\/\/\S*|(?:javascript|vbscript|data|file|ftp|mailto|tel|sms|blob|about|feed|view-source|intent|magnet|urn):\S*|\/\/[^\s/]\S*)$/i;

/** Longest line that is looked at: what is longer is no headline, whatever it holds. */
const LINE_CHARS_MAX = 4000;

/** Reads a line as a headline with its mark and its address, if it has them. `numbered`: whether a number in front is a mark here. */
export function parseHeadline(line: string, numbered: boolean): ParsedHeadline {
  if (line.length > LINE_CHARS_MAX) return { title: line, address: null, mark: null };
  const alone = parseAddressLine(line);
  if (alone) return { title: "", address: alone, mark: null };
  const mark = markOf(line, numbered);
  const text = mark ? line.slice(mark.length) : line;
  const [title, address] = splitAddress(text);
  return { title, address, mark: mark?.kind ?? null };
}

/** The number a line starts with as a list does (`3.`, `3)`, `(3)`), null if it doesn't. */
export function leadingNumber(line: string): number | null {
  const match = NUMBER.exec(line);
  return match ? Number(match[1] ?? match[2]) : null;
}

/** The address that is all a line says, perhaps in brackets or behind `URL:`; null if it says anything else. */
export function parseAddressLine(line: string): Address | null {
  if (line.length > LINE_CHARS_MAX || !line.includes(":")) return null;
  const bare = line.replace(/^(?:(?:URL|Link)\s*:|[→>›»])\s*/i, "").replace(/^[<(](.*)[>)]$/, "$1");
  return addressOf(bare);
}

/** The mark a line starts with and how long it is; null if it has none, or nothing behind it. */
export function markOf(
  line: string,
  numbered: boolean,
): { readonly kind: Mark; readonly length: number } | null {
  const bullet = BULLET.exec(line);
  if (bullet && bullet[0].length < line.length) return { kind: "bullet", length: bullet[0].length };
  const number = numbered ? NUMBER.exec(line) : null;
  if (number) return { kind: "number", length: number[0].length };
  const length = inlineLabelLength(line);
  return length > 0 ? { kind: "label", length } : null;
}

function splitAddress(text: string): readonly [title: string, address: Address | null] {
  const link = text.startsWith("[") ? MARKDOWN_LINK.exec(text) : null;
  const label = link?.[1]?.replace(/\\([!-/:-@[-`{-~])/g, "$1").trim() ?? "";
  if (label !== "" && link?.[2] !== undefined) {
    // In a link even a word without a scheme is meant as an address.
    return [label, addressOf(link[2]) ?? { text: link[2], usable: false }];
  }
  if (!mayHoldAddress(text)) return [text, null];
  const [head, last] = text.endsWith(")") || text.endsWith(">") ? splitBrackets(text) : splitLastWord(text);
  const address = addressOf(last);
  const title = address ? withoutSeparator(head) : "";
  return title === "" ? [text, null] : [title, address];
}

/** `Title (address)` and `Title <address>`; an address may hold pairs of round brackets itself. */
function splitBrackets(text: string): readonly [head: string, inside: string] {
  const close = text.charAt(text.length - 1);
  const open = close === ")" ? "(" : "<";
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text.charAt(at) === close) depth++;
    else if (text.charAt(at) === open && --depth === 0) {
      const inside = text.slice(at + 1, -1).trim();
      // `Title https://en.example.org/Lumen_(port)`: the bracket is the address's own.
      return addressOf(inside) ? [text.slice(0, at), inside] : splitLastWord(text);
    }
  }
  return splitLastWord(text);
}

function splitLastWord(text: string): readonly [head: string, last: string] {
  // `Title |https://...` has no space behind the bar; the bar stays with the title's end and is taken off there.
  const at = Math.max(text.lastIndexOf(" "), text.lastIndexOf("|"));
  return [text.slice(0, at + 1), text.slice(at + 1)];
}

/** Without what stood between the title and its address: a bar, a dash with a space before it, a colon. */
function withoutSeparator(head: string): string {
  return head
    .trim()
    .replace(/(?:\||\s[-–—→]+|:)$/, "")
    .trim();
}

/** Few lines have one: the others need no closer look. */
function mayHoldAddress(text: string): boolean {
  return text.includes(":") || text.includes("//");
}

function addressOf(text: string): Address | null {
  if (!mayHoldAddress(text)) return null;
  if (/^https?:\/\/\S+$/i.test(text)) return { text, usable: isUsable(text) };
  return OTHER_SCHEME.test(text) ? { text, usable: false } : null;
}

function isUsable(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname !== "";
}
