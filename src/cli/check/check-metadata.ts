import { checkHttpUrl, checkLanguage, checkNotEmpty, readRfc3339 } from "./check-values.ts";
import { attributeOf, type HtmlElement, textIn } from "./html-tree.ts";
import type { Objector } from "./objection.ts";

/** OpenGraph's that every page has. @see https://ogp.me/ */
const PROPERTIES = ["og:site_name", "og:type", "og:title"];

/** What is an article, or stands in the place of one. */
const OF_ITEMS = new Set(["NewsArticle", "WebPage"]);

/**
 * Objects to a page that search engines and social networks would not understand: without one canonical address, OpenGraph and
 * JSON-LD that agree on it. A page that asks not to be found needs nothing.
 *
 * @returns the absolute URLs that are named there
 */
export function checkMetadata(elements: readonly HtmlElement[], object: Objector): readonly string[] {
  const telling = elements.filter(({ tagName }) => ["link", "meta", "script"].includes(tagName));
  const valuesOf = (name: string, value: string, wanted: string) =>
    telling
      .filter((element) => attributeOf(element, name) === value)
      .map((element) => attributeOf(element, wanted) ?? "");
  if (valuesOf("name", "robots", "content").some((content) => /\bnoindex\b/.test(content))) return [];

  const canonical = readOne("canonical address", valuesOf("rel", "canonical", "href"), object);
  const ogUrl = readOne("og:url", valuesOf("property", "og:url", "content"), object);
  if (ogUrl !== canonical) object("og:url is the canonical address", ogUrl, canonical);
  for (const name of PROPERTIES)
    checkNotEmpty(name, readOne(name, valuesOf("property", name, "content"), object), object);
  const images = valuesOf("property", "og:image", "content");
  for (const url of images) checkHttpUrl("og:image", url, object);

  const blocks = telling.filter((element) => attributeOf(element, "type") === "application/ld+json");
  return [...images, ...checkJsonLd(readOne("block of JSON-LD", blocks.map(textIn), object), object)];
}

function readOne(what: string, found: readonly string[], object: Objector): string {
  if (found.length !== 1) object(`The page has one ${what}`, `${found.length}`, "one");
  return found[0] ?? "";
}

function checkJsonLd(text: string, object: Objector): readonly string[] {
  if (text === "") return [];
  const { "@context": context, "@graph": graph } = membersOf(parseJson(text, object));
  if (context !== "https://schema.org")
    object("JSON-LD is in schema.org's words", String(context), "https://schema.org");
  const [main, ...others] = Array.isArray(graph) ? graph.map(membersOf) : [];
  if (main === undefined) {
    object("JSON-LD says what the page is about", "nothing", "a node in @graph");
    return [];
  }
  const trails = others.filter((node) => node["@type"] === "BreadcrumbList");
  return [...checkMain(main, object), ...trails.flatMap((trail) => checkTrail(trail, object))];
}

function parseJson(text: string, object: Objector): unknown {
  try {
    return JSON.parse(text);
  } catch {
    object("JSON-LD is JSON", text, "JSON");
    return null;
  }
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/article */
function checkMain(node: Members, object: Objector): readonly string[] {
  const isItem = OF_ITEMS.has(textOf(node, "@type"));
  checkNotEmpty("@type in JSON-LD", textOf(node, "@type"), object);
  checkNotEmpty("The name in JSON-LD", textOf(node, isItem ? "headline" : "name"), object);
  checkLanguage("inLanguage in JSON-LD", textOf(node, "inLanguage"), object);
  if (isItem) checkItem(node, object);
  const publisher = membersOf(node.publisher);
  const logos = "logo" in publisher ? [membersOf(publisher.logo)] : [];
  return [
    readUrl(node, "url", object),
    ...[...listOf(node, "image"), ...logos].map((image) => readUrl(image, "url", object)),
    ...listOf(node, "encoding").map((feed) => readUrl(feed, "contentUrl", object)),
  ];
}

function checkItem(node: Members, object: Objector): void {
  const published = readRfc3339("datePublished in JSON-LD", textOf(node, "datePublished"), object);
  const modified = readRfc3339("dateModified in JSON-LD", textOf(node, "dateModified"), object);
  if (modified < published)
    object(
      "dateModified in JSON-LD is no earlier than datePublished",
      textOf(node, "dateModified"),
      "a later date",
    );
  checkNotEmpty("The publisher in JSON-LD", textOf(membersOf(node.publisher), "name"), object);
  for (const author of listOf(node, "author"))
    checkNotEmpty("An author in JSON-LD", textOf(author, "name"), object);
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb */
function checkTrail(node: Members, object: Objector): readonly string[] {
  const steps = listOf(node, "itemListElement");
  if (steps.length < 2) object("A trail in JSON-LD has two steps or more", `${steps.length}`, "two");
  return steps.map((step, index) => {
    if (step.position !== index + 1)
      object("The steps of a trail in JSON-LD are numbered", String(step.position), `${index + 1}`);
    checkNotEmpty("A step of a trail in JSON-LD", textOf(step, "name"), object);
    return readUrl(step, "item", object);
  });
}

type Members = Readonly<Record<string, unknown>>;

function membersOf(value: unknown): Members {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function listOf(node: Members, name: string): readonly Members[] {
  const value = node[name];
  return Array.isArray(value) ? value.map(membersOf) : [];
}

function textOf(node: Members, name: string): string {
  const value = node[name];
  return typeof value === "string" ? value : "";
}

function readUrl(node: Members, name: string, object: Objector): string {
  const url = textOf(node, name);
  checkHttpUrl(`${name} in JSON-LD`, url, object);
  return url;
}
