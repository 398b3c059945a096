import { parseFragment } from "parse5";
import { checkHttpUrl } from "./check-values.ts";
import { elementsOf, objectingToMarkup } from "./html-tree.ts";
import type { Objector } from "./objection.ts";

const UNSAFE = new Set(["script", "style", "iframe", "object", "embed", "form", "link", "meta", "base"]);

/** The HTML of an item, as it stands in a reader: well-formed, without scripts, with absolute URLs. */
export function checkContent(html: string, object: Objector): void {
  const fragment = parseFragment(html, objectingToMarkup("The content", object));
  for (const element of elementsOf(fragment)) {
    if (UNSAFE.has(element.tagName))
      object("The content holds only text and pictures", `<${element.tagName}>`, "none");
    for (const { name, value } of element.attrs) {
      if (name === "style" || name.startsWith("on"))
        object("The content has no styles and scripts", name, "none");
      else if (name === "href" || name === "src") checkHttpUrl(`${name} in the content`, value, object);
    }
  }
}
