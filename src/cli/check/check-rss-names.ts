import type { Objector } from "./objection.ts";
import type { XmlElement } from "./parse-xml.ts";

const REPEATABLE = new Set(["item", "category"]);
/** All others hold text only. */
const WITH_ELEMENTS = new Set(["item", "image", "textInput", "skipHours", "skipDays"]);

/** Elements without a namespace are those of RSS 2.0, each as it may be filled and at most once, the required ones exactly once. */
export function checkRssNames(
  parent: XmlElement,
  known: string,
  required: readonly string[],
  object: Objector,
): void {
  const knownNames = new Set(known.split(" "));
  const counts = new Map<string, number>(required.map((name) => [name, 0]));
  for (const { name, namespace, children } of parent.children) {
    if (namespace !== "") continue;
    if (!knownNames.has(name)) object("The element is one of RSS 2.0", `<${name}>`, known);
    const [child] = children;
    if (child !== undefined && !WITH_ELEMENTS.has(name))
      object(`<${name}> holds only text`, `<${child.name}>`, "text");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [name, count] of counts) {
    if (count === 1 || (count > 1 && REPEATABLE.has(name))) continue;
    object(`<${name}> stands once`, `${count}`, "one");
  }
}
