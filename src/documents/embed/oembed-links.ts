import { html } from "hono/html";
import type { Site } from "../../edition/site.ts";
import type { Html, Page } from "../pages/layout.ts";

/** Where the answers of oEmbed are found: `/oembed?url=...`. */
export const OEMBED_PATH = "/oembed";

/** Tells other sites, in a page's head, where they learn how to show it; nothing for pages that they can't show. */
export function oembedLinks({ about, path }: Pick<Page, "about" | "path">, site: Site): Html | null {
  if (about.kind !== "item" && about.kind !== "channel" && about.kind !== "front") return null;
  const query = `?url=${encodeURIComponent(new URL(path, site.url).href)}`;
  const address = new URL(OEMBED_PATH, site.url).href;
  return html`<link rel="alternate" type="application/json+oembed" href="${address}${query}">
<link rel="alternate" type="text/xml+oembed" href="${address}${query}&amp;format=xml">
`;
}
