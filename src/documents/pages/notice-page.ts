import { html } from "hono/html";
import type { Edition, NoticeItem } from "../../edition/edition.ts";
import type { Guide } from "./guide.ts";
import { itemFacts } from "./item-facts.ts";
import type { Page } from "./layout.ts";

/** What stands at a withdrawn item's address while readers' copies are being replaced: why it was withdrawn. */
export function noticePage(notice: NoticeItem, { site }: Edition, guide: Guide): Page {
  const { path, title, url, language, reason } = notice;
  const main = html`<article>
<h1 dir="auto">${title}</h1>
<p dir="auto">${reason}</p>
${itemFacts(notice, guide)}</article>
`;
  return {
    kind: "page",
    path,
    title: `${title} – ${site.title}`,
    canonical: url,
    language,
    channels: guide.channelsOf(notice),
    main,
  };
}
