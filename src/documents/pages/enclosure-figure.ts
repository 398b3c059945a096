import { html } from "hono/html";
import type { Enclosure } from "../../edition/edition.ts";
import { describeFile } from "./describe-file.ts";
import type { Html } from "./layout.ts";

/** A file that goes with an article: played where a browser can, and always a link to download it. */
export function enclosureFigure(enclosure: Enclosure): Html {
  const { url, title } = enclosure;
  const name =
    title === null ? html`<span lang="en">Download</span>` : html`<span dir="auto">${title}</span>`;
  return html`<figure>
${player(enclosure)}<figcaption><a href="${url}">${name}</a> <span class="muted" lang="en">(${describeFile(enclosure)})</span></figcaption>
</figure>
`;
}

// Nothing is loaded before somebody presses play.
function player({ url, type }: Enclosure): Html | null {
  if (type.startsWith("audio/")) return html`<audio controls preload="none" src="${url}"></audio>\n`;
  if (type.startsWith("video/")) return html`<video controls preload="none" src="${url}"></video>\n`;
  return null;
}
