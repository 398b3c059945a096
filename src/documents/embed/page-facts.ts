/** What a stored page says of what it is about: read out of its JSON-LD, which `metadata.ts` writes. */
export type PageFacts = {
  readonly is: "item" | "collection";
  /** Plain text. */
  readonly title: string;
  /** Absolute. */
  readonly url: string;
  /** Plain text. */
  readonly description: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly image: PageImage | null;
  readonly author: { readonly name: string; readonly url: string | null } | null;
  readonly publisher: { readonly name: string; readonly url: string };
  readonly published: PublishedTime | null;
};

export type PageImage = {
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
};

/** `text` is what people read, in the page's language. */
export type PublishedTime = { readonly dateTime: string; readonly text: string };

/** @returns null if the page is about nothing that could be shown elsewhere */
export function readPageFacts(text: string): PageFacts | null {
  const json = BLOCK.exec(text)?.[1];
  if (json === undefined) return null;
  const graph = nodesOf(nodeOf(JSON.parse(json))["@graph"]);
  // The front page is about the site, and then about everything in it.
  const node = graph.find((one) => one["@type"] !== "WebSite") ?? {};
  const title = textOf(node.headline) ?? textOf(node.name);
  const url = textOf(node.url);
  const publisher = nodeOf(node.publisher);
  const name = textOf(publisher.name);
  if (title === null || url === null || name === null) return null;
  return {
    is: node["@type"] === "CollectionPage" ? "collection" : "item",
    title,
    url,
    description: textOf(node.description),
    language: textOf(node.inLanguage) ?? "und",
    image: imageOf(node.image),
    author: authorOf(node.author),
    publisher: { name, url: textOf(publisher.url) ?? new URL("/", url).href },
    published: publishedOf(text, textOf(node.datePublished)),
  };
}

/** The only one of its kind, on one line, with no `<` in it. */
const BLOCK = /<script type="application\/ld\+json">([^<]*)<\/script>/;

type Node = Readonly<Record<string, unknown>>;

function nodeOf(value: unknown): Node {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function nodesOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.map(nodeOf) : [];
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" && value > 0 ? value : null;
}

function imageOf(value: unknown): PageImage | null {
  const [image = {}] = nodesOf(value);
  const url = textOf(image.url);
  return url === null ? null : { url, width: numberOf(image.width), height: numberOf(image.height) };
}

function authorOf(value: unknown): PageFacts["author"] {
  const [author = {}] = nodesOf(value);
  const name = textOf(author.name);
  return name === null ? null : { name, url: textOf(author.url) };
}

/** In words as the page says it: to make them needs all the languages there are. */
function publishedOf(text: string, dateTime: string | null): PublishedTime | null {
  if (dateTime === null) return null;
  const written = [...text.matchAll(/<time\b[^>]*\bdatetime="([^"]*)"[^>]*>([^<>&"]*)<\/time>/g)];
  const [, , words] = written.find(([, instant]) => instant === dateTime) ?? [];
  return { dateTime, text: words ?? dateTime.slice(0, "2026-01-16".length) };
}
