import { html } from "hono/html";
import type { Edition } from "../../edition/edition.ts";
import type { Guide } from "./guide.ts";
import type { Page } from "./layout.ts";

/** The one page that is answered, with 404, wherever there is nothing. */
export function missingPage({ site }: Edition, { all }: Guide): Page {
  const main = html`<h1 lang="en">There is no such page</h1>
<p lang="en">Perhaps the address was cut short or mistyped.
<a href="${new URL("/", site.url).href}">The front page</a> has what is new,
<a href="${new URL("/feeds", site.url).href}">the list of feeds</a> everything that can be subscribed to.</p>
`;
  return {
    kind: "missing",
    path: "/404",
    title: `There is no such page – ${site.title}`,
    canonical: null,
    language: site.language,
    channels: all,
    main,
  };
}
