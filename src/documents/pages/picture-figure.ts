import { html } from "hono/html";
import type { Picture } from "../../edition/media.ts";
import type { Html } from "./layout.ts";

/** A picture with its credit. Its size, where it is known, keeps the text from jumping while it loads. */
export function pictureFigure(picture: Picture): Html {
  const { credit } = picture;
  const caption = credit !== null && html`<figcaption class="muted" dir="auto">${credit}</figcaption>\n`;
  return html`<figure>
${pictureImage(picture)}
${caption}</figure>
`;
}

export function pictureImage({ url, alt, file }: Picture): Html {
  const size = file?.size && html` width="${file.size.width}" height="${file.size.height}"`;
  return html`<img class="u-photo" src="${url}" alt="${alt}"${size}>`;
}
