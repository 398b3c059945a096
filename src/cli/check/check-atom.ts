import { checkHttpUrl, checkIri, checkLanguage, checkNotEmpty, readRfc3339 } from "./check-values.ts";
import type { FeedReading, ItemReading } from "./feed-reading.ts";
import type { Objector } from "./objection.ts";
import { childrenOf, parseXml, textOf, type XmlElement } from "./parse-xml.ts";

const ATOM = "http://www.w3.org/2005/Atom";
const FEED_ELEMENTS =
  "author category contributor generator icon id link logo rights subtitle title updated entry";
const ENTRY_ELEMENTS =
  "author category content contributor id link published rights source summary title updated";
const REPEATABLE = new Set(["author", "category", "contributor", "link", "entry"]);
const TEXT_CONSTRUCTS = new Set(["title", "subtitle", "summary", "rights"]);

/**
 * Reads an Atom 1.0 document (RFC 4287) and objects to what a validator of feeds would object to.
 *
 * @param selfUrl absolute URL it is served from
 * @returns null if it is no Atom document at all
 */
export function checkAtom(text: string, selfUrl: string, object: Objector): FeedReading | null {
  const feed = parseXml(text, object);
  if (feed === null) return null;
  if (feed.name !== "feed" || feed.namespace !== ATOM) {
    object("The document is Atom 1.0", `<${feed.name} xmlns="${feed.namespace}">`, `<feed xmlns="${ATOM}">`);
    return null;
  }
  checkNames(feed, FEED_ELEMENTS, object);
  checkCommon(feed, object);
  const language = feed.attributes["xml:lang"] ?? "";
  checkLanguage("xml:lang", language, object);
  const self = hrefOf(feed, "self");
  if (self !== selfUrl) object("<link rel=self> says where the feed is served", self, selfUrl);
  checkHttpUrl("<link rel=alternate>", hrefOf(feed, "alternate"), object);
  for (const name of ["logo", "icon"]) {
    for (const { text } of childrenOf(feed, ATOM, name)) checkIri(`<${name}>`, text, object);
  }

  const authors = checkAuthors(feed, object);
  return {
    id: textOf(feed, ATOM, "id"),
    home: hrefOf(feed, "alternate"),
    title: textOf(feed, ATOM, "title"),
    description: textOf(feed, ATOM, "subtitle"),
    language,
    updated: readRfc3339("<updated>", textOf(feed, ATOM, "updated"), object),
    rights: textOf(feed, ATOM, "rights"),
    authors,
    items: childrenOf(feed, ATOM, "entry").map((entry, index) =>
      readEntry(entry, authors.length > 0, (rule, found, expected) =>
        object(`Entry ${index + 1}: ${rule}`, found, expected),
      ),
    ),
  };
}

function readEntry(entry: XmlElement, feedHasAuthor: boolean, object: Objector): ItemReading {
  checkNames(entry, ENTRY_ELEMENTS, object);
  checkCommon(entry, object);
  const authors = checkAuthors(entry, object);
  if (authors.length === 0 && !feedHasAuthor) object("The entry or its feed has an author", "", "<author>");
  const link = hrefOf(entry, "alternate");
  checkHttpUrl("<link rel=alternate>", link, object);
  const [content] = childrenOf(entry, ATOM, "content");
  const type = content?.attributes.type ?? "html";
  if (type !== "html") object("<content> is HTML", type, "html");
  const published = readRfc3339("<published>", textOf(entry, ATOM, "published"), object);
  const updated = readRfc3339("<updated>", textOf(entry, ATOM, "updated"), object);
  if (updated < published) {
    object(
      "<updated> is not before <published>",
      textOf(entry, ATOM, "updated"),
      textOf(entry, ATOM, "published"),
    );
  }
  return {
    id: textOf(entry, ATOM, "id"),
    link,
    page: null,
    title: textOf(entry, ATOM, "title"),
    html: content?.text ?? "",
    authors,
    published,
    updated,
  };
}

function checkCommon(parent: XmlElement, object: Objector): void {
  checkIri("<id>", textOf(parent, ATOM, "id"), object);
  checkNotEmpty("<title>", textOf(parent, ATOM, "title"), object);
  for (const child of parent.children) {
    const type = child.attributes.type ?? "text";
    if (TEXT_CONSTRUCTS.has(child.name) && type !== "text")
      object(`<${child.name}> is plain text`, type, "text");
  }
  for (const { attributes } of childrenOf(parent, ATOM, "category"))
    checkNotEmpty("term of <category>", attributes.term ?? "", object);
  const links = childrenOf(parent, ATOM, "link");
  for (const { attributes } of links) checkIri("href of <link>", attributes.href ?? "", object);
  const alternates = links.filter(({ attributes }) => (attributes.rel ?? "alternate") === "alternate");
  if (alternates.length !== 1) object("<link rel=alternate> stands once", `${alternates.length}`, "one");
}

function checkAuthors(parent: XmlElement, object: Objector): readonly string[] {
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

function hrefOf(parent: XmlElement, rel: string): string {
  const link = childrenOf(parent, ATOM, "link").find(
    ({ attributes }) => (attributes.rel ?? "alternate") === rel,
  );
  return link?.attributes.href ?? "";
}

/** Elements of Atom's namespace are known ones, each at most once but for those that RFC 4287 lets stand repeatedly. */
function checkNames(parent: XmlElement, known: string, object: Objector): void {
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
