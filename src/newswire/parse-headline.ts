import type { Line } from "./line.ts";

/** A line read as a headline: without its mark, its address apart. */
export type ParsedHeadline = {
  readonly title: string;
  /** Absolute http(s) address as written. */
  readonly url?: string;
  /** An address that is none for readers (`javascript:...`), as written. */
  readonly unsafeUrl?: string;
  /** How the line was marked as one of a list. */
  readonly mark: "bullet" | "number" | null;
};

const BULLET = /^(?:[-*+–—‣▪▫■□●○◦►▸▶→»›✓✔➤·∙・※]\s+|[•⁃]\s*)/;
const NUMBER = /^(?:\((\d{1,3})\)|(\d{1,3})[.)])\s+/;

const MARKDOWN_LINK =
  /^\[((?:[^[\]\\]|\\.)*)\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)$/;

/** What looks like an address but leads a reader nowhere good. */
const OTHER_SCHEME =
  /^(?:[a-z][a-z0-9+.-]*:\/\/\S*|(?:javascript|vbscript|data|file|ftp|mailto|tel|sms|blob|about|feed|view-source|intent|magnet|urn):\S*|\/\/[^\s/]\S*)$/i;

/** Longest line that is looked at: what is longer is no headline, whatever it holds. */
const LINE_CHARS_MAX = 4000;

/** Reads a line as a headline with its mark and its address, if it has them. `numbered`: whether a number in front is a mark here. */
export function parseHeadline(line: Pick<Line, "tabbed">, numbered: boolean): ParsedHeadline {
  if (line.tabbed.length > LINE_CHARS_MAX) return { title: line.tabbed, mark: null };
  const { rest, mark } = withoutMark(line.tabbed, numbered);
  return { ...splitAddress(rest), mark };
}

/** The number a line starts with as a list does (`3.`, `3)`, `(3)`), null if it doesn't. */
export function leadingNumber(line: Pick<Line, "text">): number | null {
  const match = NUMBER.exec(line.text);
  return match ? Number(match[1] ?? match[2]) : null;
}

/** A line that is nothing but an address: it belongs to the headline before it. */
export function parseAddressLine(
  text: string,
): { readonly url?: string; readonly unsafeUrl?: string } | null {
  if (text.length > LINE_CHARS_MAX || !text.includes(":")) return null;
  const bare = text.replace(/^(?:(?:URL|Link)\s*:|[→>›»])\s*/i, "").replace(/^[<(](.*)[>)]$/, "$1");
  return addressOf(bare);
}

function withoutMark(
  text: string,
  numbered: boolean,
): { readonly rest: string; readonly mark: ParsedHeadline["mark"] } {
  const bullet = BULLET.exec(text);
  if (bullet && bullet[0].length < text.length) return { rest: text.slice(bullet[0].length), mark: "bullet" };
  const number = numbered ? NUMBER.exec(text) : null;
  if (number) return { rest: text.slice(number[0].length), mark: "number" };
  return { rest: text, mark: null };
}

function splitAddress(text: string): Omit<ParsedHeadline, "mark"> {
  const link = MARKDOWN_LINK.exec(text);
  const label = collapse((link?.[1] ?? "").replace(/\\([!-/:-@[-`{-~])/g, "$1"));
  if (label !== "" && link?.[2] !== undefined) {
    // In a link even a word without a scheme is meant as an address.
    return { title: label, ...(addressOf(link[2]) ?? { unsafeUrl: link[2] }) };
  }
  const [head, last] = text.endsWith(")") || text.endsWith(">") ? splitBrackets(text) : splitLastWord(text);
  const address = head === "" ? null : addressOf(last);
  const title = address ? collapse(withoutSeparator(head)) : "";
  return address && title !== "" ? { title, ...address } : { title: collapse(text) };
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
      return addressOf(inside) ? [text.slice(0, at).trim(), inside] : splitLastWord(text);
    }
  }
  return splitLastWord(text);
}

function splitLastWord(text: string): readonly [head: string, last: string] {
  const at = Math.max(text.lastIndexOf(" "), text.lastIndexOf("\t"), text.lastIndexOf("|"));
  // `Title |https://...` has no space behind the bar; the bar stays with the title's end and is taken off there.
  return at === -1 ? ["", text] : [text.slice(0, at + 1).trim(), text.slice(at + 1)];
}

/** Without what stood between the title and its address: a bar, a dash with a space before it, a colon. */
function withoutSeparator(head: string): string {
  return head.replace(/(?:\||\s[-–—→]+|:)$/, "").trim();
}

function addressOf(text: string): { readonly url?: string; readonly unsafeUrl?: string } | null {
  if (!text.includes(":") && !text.startsWith("//")) return null;
  if (/^https?:\/\/\S+$/i.test(text)) return isUsable(text) ? { url: text } : { unsafeUrl: text };
  return OTHER_SCHEME.test(text) ? { unsafeUrl: text } : null;
}

function isUsable(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname !== "";
}

function collapse(text: string): string {
  return text.includes("  ") || text.includes("\t") ? text.replace(/[ \t]+/g, " ").trim() : text.trim();
}
