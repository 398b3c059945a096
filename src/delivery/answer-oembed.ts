import { EMBED_FOLDER } from "../documents/embed/frame-path.ts";
import { oembedAnswer, oembedJson, oembedXml } from "../documents/embed/oembed.ts";
import { type PageFacts, readPageFacts } from "../documents/embed/page-facts.ts";
import type { Found } from "./address-finder.ts";
import { CACHE_POLICY } from "./cache-policy.ts";
import { readText } from "./read-text.ts";
import { refusal } from "./refusal.ts";
import type { Store } from "./representation.ts";
import { CORS_HEADERS } from "./representation-headers.ts";
import { shownPageOf } from "./shown-page.ts";

const FORMATS = {
  json: { mediaType: "application/json", write: oembedJson },
  xml: { mediaType: "text/xml", write: oembedXml },
} as const;

/**
 * Says how other sites show one of our pages: `?url=...&maxwidth=...&maxheight=...&format=...`
 *
 * @see https://oembed.com/
 */
export async function answerOembed(
  query: URLSearchParams,
  store: Store,
  findAddress: (path: string) => Found,
): Promise<Response> {
  const format = query.get("format") ?? "json";
  if (format !== "json" && format !== "xml") return refusal(501);
  const url = query.get("url");
  if (!url) return refusal(400);
  const shown = await findShown(url, store, findAddress);
  if (shown === null) return refusal(404);

  const answer = oembedAnswer({
    ...shown,
    maxWidth: limitOf(query.get("maxwidth")),
    maxHeight: limitOf(query.get("maxheight")),
  });
  const { mediaType, write } = FORMATS[format];
  const headers = {
    ...CORS_HEADERS,
    "Content-Type": `${mediaType}; charset=utf-8`,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": CACHE_POLICY.page,
  };
  return new Response(write(answer), { headers });
}

/** A channel by its page, its feeds or the front page, an item by its page; both by what shows them in a frame, too. */
async function findShown(url: string, store: Store, findAddress: (path: string) => Found) {
  const asked = URL.parse(url.trim());
  if (asked?.protocol !== "https:" && asked?.protocol !== "http:") return null;
  const address = findAddress(decoded(asked.pathname).replace(/^\/embed(?=\/)/, ""));
  if (address.is === "missing") return null;
  const path = shownPageOf(address.is === "here" ? address.representation.path : address.path);
  const frame = EMBED_FOLDER + path;
  const page = store.find(path);
  if (page?.status !== 200) return null;
  const facts = readPageFacts(await readText(page));
  if (facts === null || new URL(facts.url).host !== asked.host) return null;
  const shows = showsOf(facts, store.has(frame));
  return shows && { facts, frame: new URL(frame, facts.url).href, shows };
}

function showsOf({ is }: PageFacts, isChannel: boolean): "list" | "card" | null {
  if (isChannel) return "list";
  return is === "item" ? "card" : null;
}

/** As the paths of requests are decoded: what is reserved in URLs stays. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Pixels. What is no such number is no limit. */
function limitOf(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}
