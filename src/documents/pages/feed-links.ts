import { html } from "hono/html";
import type { Channel } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import { FEED_FORMATS } from "../feed-format.ts";
import { feedUrl } from "../feed-url.ts";
import type { Html } from "./layout.ts";

/** A channel's three addresses, each under the name of its format. */
export function feedLinks(channel: Channel, site: Site): readonly Html[] {
  return FEED_FORMATS.map(
    (format, index) =>
      html`${index > 0 && " "}<a href="${feedUrl(channel, format, site)}" lang="en">${format.name}</a>`,
  );
}
