import { checkCount, checkHttpUrl, checkIri, checkMediaType, checkNotEmpty } from "./check-values.ts";
import { ATOM } from "./namespaces.ts";
import type { Objector } from "./objection.ts";
import { childrenOf, textOf, type XmlElement } from "./parse-xml.ts";

const REPEATABLE = new Set(["author", "category", "contributor", "link", "entry"]);
const TEXT_CONSTRUCTS = new Set(["title", "subtitle", "summary", "rights"]);

/** What holds for a feed of Atom as for its entries. */
export function checkAtomCommon(parent: XmlElement, object: Objector): void {
  checkIri("<id>", textOf(parent, ATOM, "id"), object);
  checkNotEmpty("<title>", textOf(parent, ATOM, "title"), object);
  for (const child of parent.children) {
    const type = child.attributes.type ?? "text";
    if (child.namespace === ATOM && TEXT_CONSTRUCTS.has(child.name) && type !== "text")
      object(`<${child.name}> is plain text`, type, "text");
  }
  for (const { attributes } of childrenOf(parent, ATOM, "category")) checkCategory(attributes, object);
  const links = childrenOf(parent, ATOM, "link");
  for (const { attributes } of links) checkLink(attributes, object);
  const alternates = links.filter(({ attributes }) => (attributes.rel ?? "alternate") === "alternate");
  if (alternates.length !== 1) object("<link rel=alternate> stands once", `${alternates.length}`, "one");
}

function checkCategory({ term, scheme, label }: XmlElement["attributes"], object: Objector): void {
  checkNotEmpty("term of <category>", term ?? "", object);
  if (scheme !== undefined) checkIri("scheme of <category>", scheme, object);
  if (label !== undefined) checkNotEmpty("label of <category>", label, object);
}

function checkLink({ rel, href = "", type, length }: XmlElement["attributes"], object: Objector): void {
  checkIri("href of <link>", href, object);
  if (type !== undefined) checkMediaType("type of <link>", type, object);
  if (rel === "license") checkHttpUrl("<link rel=license>", href, object);
  if (rel !== "enclosure") return;
  checkHttpUrl("<link rel=enclosure>", href, object);
  if (type === undefined) checkMediaType("type of <link rel=enclosure>", "", object);
  checkCount("length of <link rel=enclosure>", length ?? "", "bytes", object);
}

/** @returns their names */
export function checkAtomAuthors(parent: XmlElement, object: Objector): readonly string[] {
  return childrenOf(parent, ATOM, "author").map((author) => {
    const name = textOf(author, ATOM, "name");
    checkNotEmpty("<name> of <author>", name, object);
    for (const { text } of childrenOf(author, ATOM, "uri")) checkHttpUrl("<uri> of <author>", text, object);
    for (const { text } of childrenOf(author, ATOM, "email")) {
      if (!/^\S+@\S+$/.test(text)) object("<email> of <author> is an e-mail address", text, "name@host");
    }
    return name;
  });
}

/** Where the first link of that relation leads; empty if there is none. */
export function hrefOf(parent: XmlElement, rel: string): string {
  const link = childrenOf(parent, ATOM, "link").find(
    ({ attributes }) => (attributes.rel ?? "alternate") === rel,
  );
  return link?.attributes.href ?? "";
}

/** Elements of Atom's namespace are known ones, each at most once but for those that RFC 4287 lets stand repeatedly. */
export function checkAtomNames(parent: XmlElement, known: string, object: Objector): void {
  const knownNames = new Set(known.split(" "));
  const counts = new Map<string, number>([
    ["id", 0],
    ["title", 0],
    ["updated", 0],
  ]);
  for (const { name, namespace } of parent.children) {
    if (namespace !== ATOM && namespace !== "") continue;
    if (namespace === "" || !knownNames.has(name))
      object("The element is one of Atom 1.0", `<${name}>`, known);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [name, count] of counts) {
    if (count === 1 || (count > 1 && REPEATABLE.has(name))) continue;
    object(`<${name}> stands once`, `${count}`, "one");
  }
}
