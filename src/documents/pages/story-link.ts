import { html } from "hono/html";
import type { Html } from "./layout.ts";
import type { Words } from "./words.ts";

/** Where the story is that a headline or a link post points to. */
export function storyLink(address: string, words: Words): Html {
  const link = html`<a class="u-bookmark-of" href="${address}">${new URL(address).host}</a>`;
  return html`<p class="story">${words.html("readStory", link)}</p>\n`;
}
