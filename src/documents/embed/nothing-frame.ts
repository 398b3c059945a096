import { html } from "hono/html";
import type { Site } from "../../edition/site.ts";
import { wordsOf } from "../pages/words.ts";
import { type FramePage, OUTWARDS } from "./frame-page.ts";

/** What a frame shows where there is nothing, and what cards of items, and of what is gone, are made from. */
export function nothingFrame(site: Site): FramePage {
  const words = wordsOf(site.language, site);
  const home = new URL("/", site.url).href;
  const main = html`<h1>${words.html("missing")}</h1>
<p><a href="${home}"${OUTWARDS} dir="auto">${site.title}</a></p>
`;
  return { language: site.language, title: words.text("missing"), canonical: home, main };
}
