import { html } from "hono/html";
import type { Edition, GoneItem } from "../../edition/edition.ts";
import type { Guide } from "./guide.ts";
import type { Page } from "./layout.ts";

/** What is answered, with 410, where something stood that was removed or withdrawn. */
export function gonePage({ path, reason }: GoneItem, { site }: Edition, { all }: Guide): Page {
  const heading = reason === null ? "Removed" : "Withdrawn";
  const main = html`<h1 lang="en">${heading}</h1>
${reason === null ? html`<p lang="en">What stood here is no longer published.</p>` : html`<p dir="auto">${reason}</p>`}
<p lang="en"><a href="${new URL("/", site.url).href}">What is new</a></p>
`;
  return {
    kind: "gone",
    path,
    title: `${heading} – ${site.title}`,
    canonical: null,
    language: site.language,
    channels: all,
    main,
  };
}
