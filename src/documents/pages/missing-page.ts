import { html } from "hono/html";
import type { Edition } from "../../edition/edition.ts";
import { frontCrumb, type Guide } from "./guide.ts";
import type { Page } from "./layout.ts";
import { type WordKey, wordsOf } from "./words.ts";

const WAYS_ON: readonly (readonly [path: string, key: WordKey])[] = [
  ["/", "whatIsNew"],
  ["/archive", "archive"],
  ["/feeds", "allFeeds"],
];

/** The one page that is answered, with 404, wherever there is nothing. */
export function missingPage({ site }: Edition, { all }: Guide): Page {
  const words = wordsOf(site.language, site);
  const heading = words.text("missing");
  const ways = WAYS_ON.map(
    ([path, key]) =>
      html`<li><a href="${new URL(path, site.url).href}"${words.lang(key)}>${words.text(key)}</a></li>\n`,
  );
  const main = html`<h1${words.lang("missing")}>${heading}</h1>
<p${words.lang("missingText")}>${words.text("missingText")}</p>
<ul>
${ways}</ul>
`;
  return {
    kind: "missing",
    about: { kind: "missing" },
    path: "/404",
    title: `${heading} – ${site.title}`,
    heading,
    canonical: null,
    language: site.language,
    channels: all,
    trail: [frontCrumb(site.language, site)],
    main,
  };
}
