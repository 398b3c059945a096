import { html } from "hono/html";
import type { Edition } from "../../edition/edition.ts";
import { frontCrumb, type Guide } from "./guide.ts";
import type { Html, Page } from "./layout.ts";
import type { Month } from "./months.ts";
import { monthName } from "./time.ts";
import { wordsOf } from "./words.ts";

/** The page at `/archive`: every month in which something was published, by years. */
export function monthsPage(months: readonly Month[], { site }: Edition, { all }: Guide): Page {
  const words = wordsOf(site.language, site);
  const heading = words.text("archive");
  const years = Map.groupBy(months, ({ name }) => name.slice(0, "2026".length));
  const listed = ({ name, items }: Month): Html =>
    html`<li><a href="${new URL(`/archive/${name}`, site.url).href}">${monthName(name, words)}</a> <span class="muted">${items.length}</span></li>\n`;
  const main = html`<h1${words.lang("archive")}>${heading}</h1>
${Array.from(
  years,
  ([year, ofYear]) => html`<section>
<h2>${year}</h2>
<ul class="columns">
${ofYear.toReversed().map(listed)}</ul>
</section>
`,
)}${months.length === 0 && html`<p${words.lang("nothing")}>${words.text("nothing")}</p>\n`}`;
  return {
    kind: "page",
    about: { kind: "months" },
    path: "/archive",
    title: `${heading} – ${site.title}`,
    heading,
    canonical: new URL("/archive", site.url).href,
    language: site.language,
    channels: all,
    trail: [frontCrumb(site.language, site)],
    main,
  };
}
