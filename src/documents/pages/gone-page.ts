import { html } from "hono/html";
import type { Edition, GoneItem } from "../../edition/edition.ts";
import { frontCrumb, type Guide } from "./guide.ts";
import type { Page } from "./layout.ts";
import { wordsOf } from "./words.ts";

/** What is answered, with 410, where something stood that was removed or withdrawn. */
export function gonePage({ path, reason }: GoneItem, { site }: Edition, { all }: Guide): Page {
  const words = wordsOf(site.language, site);
  const key = reason === null ? "removed" : "withdrawn";
  const heading = words.text(key);
  const main = html`<h1${words.lang(key)}>${heading}</h1>
${reason === null ? html`<p${words.lang("removedText")}>${words.text("removedText")}</p>` : html`<p dir="auto">${reason}</p>`}
<p><a href="${new URL("/", site.url).href}"${words.lang("whatIsNew")}>${words.text("whatIsNew")}</a></p>
`;
  return {
    kind: "gone",
    about: { kind: "gone" },
    path,
    title: `${heading} – ${site.title}`,
    heading,
    canonical: null,
    language: site.language,
    channels: all,
    trail: [frontCrumb(site.language, site)],
    main,
  };
}
