import { html } from "hono/html";
import type { Edition, HeadlineItem } from "../../edition/edition.ts";
import type { Guide } from "./guide.ts";
import { itemFacts } from "./item-facts.ts";
import type { Page } from "./layout.ts";
import { storyLink } from "./story-link.ts";

/** A headline's own page: the line itself and, if the source gave it, where the story is. */
export function headlinePage(headline: HeadlineItem, { site }: Edition, guide: Guide): Page {
  const { path, title, url, address, language } = headline;
  const main = html`<article>
<h1 dir="auto">${title}</h1>
${address !== null && storyLink(address)}${itemFacts(headline, guide)}</article>
`;
  return {
    kind: "page",
    path,
    title: `${title} – ${site.title}`,
    canonical: url,
    language,
    channels: guide.channelsOf(headline),
    main,
  };
}
