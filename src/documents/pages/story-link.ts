import { html } from "hono/html";
import type { Html } from "./layout.ts";

/** Where the story is that a headline or a link post points to. */
export function storyLink(address: string): Html {
  return html`<p class="story"><span lang="en">Read the story at</span> <a href="${address}">${new URL(address).host}</a></p>\n`;
}
