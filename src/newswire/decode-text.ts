import { type NewswireProblem, problemAt } from "./problem.ts";

/** What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing. Node 20's own decoder gives C1 controls there. */
const WINDOWS_1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
];

/** How many bytes are looked at to guess UTF-16, and the share of NULs that makes it likely: spaces and line ends alone give that. */
const GUESS_BYTES = 65_536;
const NUL_SHARE_MIN = 0.1;

type Decoded = { readonly text: string; readonly problems: readonly NewswireProblem[] };

/**
 * Turns the bytes of a file into text, whatever they are: a byte order mark decides, then NULs as UTF-16 has them,
 * then UTF-8 if it is valid, else Windows-1252. The mark is no part of the text.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf)
    return { text: decode("utf-8", bytes.subarray(3)), problems: [] };
  if (a === 0xff && b === 0xfe) return { text: decode("utf-16le", bytes.subarray(2)), problems: [] };
  if (a === 0xfe && b === 0xff) return { text: decode("utf-16be", bytes.subarray(2)), problems: [] };
  const utf16 = guessUtf16(bytes);
  if (utf16) return { text: decode(utf16, bytes), problems: [problemAt("decoded-as-utf-16", 1, utf16)] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), problems: [] };
  } catch {
    return { text: decodeWindows1252(bytes), problems: [problemAt("decoded-as-windows-1252", 1)] };
  }
}

function decode(encoding: "utf-8" | "utf-16le" | "utf-16be", bytes: Uint8Array): string {
  // Half a character at the end of UTF-16 is nothing, not a replacement character.
  const whole = encoding === "utf-8" ? bytes : bytes.subarray(0, bytes.length & ~1);
  return new TextDecoder(encoding, { fatal: false, ignoreBOM: true }).decode(whole);
}

/** Letters of most scripts leave one byte of each pair alone: in text with spaces and line ends that byte is often NUL. */
function guessUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const pairs = Math.floor(Math.min(bytes.length, GUESS_BYTES) / 2);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  const enough = Math.max(2, pairs * NUL_SHARE_MIN);
  if (odd >= enough && odd > 4 * even) return "utf-16le";
  if (even >= enough && even > 4 * odd) return "utf-16be";
  return null;
}

function decodeWindows1252(bytes: Uint8Array): string {
  const units = new Uint8Array(bytes.length * 2);
  bytes.forEach((byte, i) => {
    const unit = byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252[byte - 0x80] || byte : byte;
    units[2 * i] = unit & 0xff;
    units[2 * i + 1] = unit >> 8;
  });
  return decode("utf-16le", units);
}
