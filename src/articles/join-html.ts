import type { FileLink, OpenHtml } from "./article.ts";
import { escapeAttribute } from "./escape-markup.ts";

/** The text that readers get. `addressOf` gives a file's absolute address, as it is, without white space; we escape it. */
export function joinHtml(html: OpenHtml, addressOf: (link: FileLink) => string): string {
  return html
    .map((piece) => (typeof piece === "string" ? piece : escapeAttribute(addressOf(piece))))
    .join("");
}
