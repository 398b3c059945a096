import { html } from "hono/html";
import type { Enclosure } from "../../edition/edition.ts";
import { describeFile } from "./describe-file.ts";
import type { Html } from "./layout.ts";
import type { Words } from "./words.ts";

/** A file that goes with an article: played where a browser can, and always a link to download it. */
export function enclosureFigure(enclosure: Enclosure, words: Words): Html {
  const { url, title } = enclosure;
  const name = title === null ? words.html("download") : html`<span dir="auto">${title}</span>`;
  return html`<figure>
${player(enclosure)}<figcaption><a href="${url}">${name}</a> <span class="muted" dir="ltr">(${describeFile(enclosure)})</span></figcaption>
</figure>
`;
}

// Nothing is loaded before somebody presses play.
function player({ url, type }: Enclosure): Html | null {
  if (type.startsWith("audio/")) {
    return html`<audio class="u-audio" controls preload="none" src="${url}"></audio>\n`;
  }
  if (type.startsWith("video/")) {
    return html`<video class="u-video" controls preload="none" src="${url}"></video>\n`;
  }
  return null;
}
