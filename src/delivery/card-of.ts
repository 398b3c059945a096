import type { FrameOptions } from "../documents/embed/frame-options.ts";
import { anotherFrame } from "../documents/embed/frame-page.ts";
import { CARD_PATH } from "../documents/embed/frame-path.ts";
import { goneFrame } from "../documents/embed/gone-frame.ts";
import { itemCard } from "../documents/embed/item-card.ts";
import { readPageFacts } from "../documents/embed/page-facts.ts";
import { CACHE_POLICY } from "./cache-policy.ts";
import { omitHeaders } from "./prepared-answers.ts";
import { readText } from "./read-text.ts";
import { refusal } from "./refusal.ts";
import type { ColdRepresentation, Representation, Store } from "./representation.ts";

/**
 * The card of an item, made from its stored page and from the stored page for frames that have nothing to show.
 *
 * @param page null where there is none; of something else than an item there is no card
 */
export async function cardOf(
  page: Representation | ColdRepresentation | null,
  options: FrameOptions,
  store: Store,
): Promise<Response> {
  const found = store.find(CARD_PATH);
  if (found === undefined) return refusal(404);
  const blank = found.is === "hot" ? found : await found.load(); // what is cold keeps back what a 304 doesn't say
  const text = await readText(blank);
  const headers = omitHeaders(blank.headers, ["ETag", "Last-Modified", "Link"]);
  if (page?.status === 410) {
    const gone = { status: 410, headers: { ...headers, "Cache-Control": CACHE_POLICY.gone } };
    return new Response(goneFrame(text, await readText(page)), gone);
  }
  const facts = page?.status === 200 ? readPageFacts(await readText(page)) : null;
  if (facts?.is !== "item") {
    const missing = { status: 404, headers: { ...headers, "Cache-Control": CACHE_POLICY.missing } };
    return new Response(text, missing);
  }
  return new Response(anotherFrame(text, itemCard(facts), options), {
    headers: { ...headers, Link: `<${facts.url}>; rel="canonical"` },
  });
}
