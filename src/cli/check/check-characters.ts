import type { Objector } from "./objection.ts";

// The characters XML 1.0 forbids (section 2.2), and surrogates that stand alone.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** No character that would make a whole document unreadable. */
export function checkCharacters(text: string, object: Objector): void {
  const found = FORBIDDEN.exec(text)?.[0];
  if (found === undefined) return;
  const codePoint = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  object(
    "The text has only characters that XML 1.0 allows",
    `U+${codePoint}`,
    "no control characters and no half characters",
  );
}
