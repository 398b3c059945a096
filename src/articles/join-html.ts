import type { FileLink, OpenHtml } from "./article.ts";
import { escapeAttribute } from "./escape-markup.ts";

/**
 * The text that readers get. Where a link leads to nothing only its words stay.
 *
 * @param addressOf gives a file's absolute address, as it is, without white space, which we escape; null if it has none
 */
export function joinHtml(html: OpenHtml, addressOf: (link: FileLink) => string | null): string {
  const texts: string[] = [];
  let isOpen = false;
  for (const piece of html) {
    const text = typeof piece === "string" ? piece : addressOf(piece);
    if (text === null) {
      texts.push((texts.pop() ?? "").replace(OPEN_ATTRIBUTE, ""));
      isOpen = true;
    } else {
      texts.push(typeof piece === "string" ? text.slice(isOpen ? QUOTE.length : 0) : escapeAttribute(text));
      isOpen = false;
    }
  }
  return texts.join("");
}

const QUOTE = '"';
/** How the attribute begins whose value was to follow. */
const OPEN_ATTRIBUTE = / [a-z]+="$/;
