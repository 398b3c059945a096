import { escapeAttribute, escapeMarkup } from "../../src/articles/escape-markup.ts";
import { quoteJson } from "../../src/documents/quote-json.ts";
import type { Channel, Item } from "../../src/edition/edition.ts";
import type { Site } from "../../src/edition/site.ts";

// The very documents that our renderers make of the sample, written by hand as a loop over strings: what nothing can be
// much faster than.

export function plainRss(channel: Channel, site: Site): string {
  let text = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"${
    hasBodies(channel) ? ' xmlns:content="http://purl.org/rss/1.0/modules/content/"' : ""
  } xmlns:fh="http://purl.org/syndication/history/1.0">
<channel>
<title>${escapeMarkup(channel.title)}</title>
<link>${escapeMarkup(site.home)}</link>
<description>${escapeMarkup(channel.description)}</description>
<lastBuildDate>${channel.updated.toUTCString()}</lastBuildDate>
<docs>https://validator.w3.org/feed/docs/rss2.html</docs>
<generator>Teleprinter</generator>
<language>${channel.language}</language>
<ttl>${channel.freshSeconds / 60}</ttl>
<copyright>${escapeMarkup(site.rights ?? "")}</copyright>
<atom:link href="${site.url}/rss.xml" rel="self" type="application/rss+xml"/>
<fh:complete/>`;
  for (const item of channel.items) {
    text += `\n<item>\n<title>${escapeMarkup(item.title)}</title>\n<link>${escapeMarkup(item.url)}</link>\n<guid isPermaLink="false">${escapeMarkup(item.id)}</guid>\n<pubDate>${item.published.toUTCString()}</pubDate>\n`;
    if (item.kind === "article")
      text += `<content:encoded>${escapeMarkup(item.html ?? "")}</content:encoded>\n`;
    for (const { scheme, label } of item.categories) {
      text += `<category domain="${escapeAttribute(scheme)}">${escapeMarkup(label)}</category>\n`;
    }
    for (const { name } of item.authors) text += `<dc:creator>${escapeMarkup(name)}</dc:creator>\n`;
    text += "</item>";
  }
  return `${text}\n</channel>\n</rss>\n`;
}

export function plainAtom(channel: Channel, site: Site): string {
  let text = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${channel.language}">
<id>${channel.id}</id>
<title type="text">${escapeMarkup(channel.title)}</title>
<subtitle type="text">${escapeMarkup(channel.description)}</subtitle>
<updated>${instant(channel.updated)}</updated>
<author>
<name>${escapeMarkup(site.title)}</name>
<uri>${site.home}</uri>
</author>
<link rel="alternate" type="text/html" href="${site.home}"/>
<link rel="self" type="application/atom+xml" href="${site.url}/atom.xml"/>
<rights type="text">${escapeMarkup(site.rights ?? "")}</rights>
<generator>Teleprinter</generator>
<fh:complete/>`;
  for (const item of channel.items) {
    text += `\n<entry>\n<id>${escapeMarkup(item.id)}</id>\n<title type="text">${escapeMarkup(item.title)}</title>\n<link rel="alternate" href="${escapeAttribute(item.url)}"/>\n<published>${instant(item.published)}</published>\n<updated>${instant(item.updated)}</updated>\n`;
    for (const { name } of item.authors) text += `<author>\n<name>${escapeMarkup(name)}</name>\n</author>\n`;
    for (const { term, scheme, label } of item.categories) {
      text += `<category term="${escapeAttribute(term)}" scheme="${escapeAttribute(scheme)}" label="${escapeAttribute(label)}"/>\n`;
    }
    if (item.kind === "article") text += `<content type="html">${escapeMarkup(item.html ?? "")}</content>\n`;
    text += "</entry>";
  }
  return `${text}\n</feed>\n`;
}

export function plainJson(channel: Channel, site: Site): string {
  let text = `{"version":"https://jsonfeed.org/version/1.1","title":${quoteJson(channel.title)},"home_page_url":${quoteJson(site.home)},"feed_url":${quoteJson(`${site.url}/feed.json`)},"description":${quoteJson(channel.description)},"language":${quoteJson(channel.language)},"authors":[{"name":${quoteJson(site.title)},"url":${quoteJson(site.home)}}],"_teleprinter":{"rights":${quoteJson(site.rights ?? "")}},"items":[`;
  let separator = "\n";
  for (const item of channel.items) {
    text += `${separator}{"id":${quoteJson(item.id)},"url":${quoteJson(item.url)},"title":${quoteJson(item.title)},${content(item)},"date_published":"${instant(item.published)}","date_modified":"${instant(item.updated)}","authors":[`;
    text += item.authors.map(({ name }) => `{"name":${quoteJson(name)}}`).join(",");
    text += `],"tags":[${item.categories.map(({ label }) => quoteJson(label)).join(",")}],"_teleprinter":{"categories":[`;
    text += item.categories
      .map(
        ({ term, scheme, label }) =>
          `{"term":${quoteJson(term)},"scheme":${quoteJson(scheme)},"label":${quoteJson(label)}}`,
      )
      .join(",");
    text += "]}}";
    separator = ",\n";
  }
  return `${text}\n]}\n`;
}

function content(item: Item): string {
  return item.kind === "article"
    ? `"content_html":${quoteJson(item.html ?? "")}`
    : `"content_text":${quoteJson(item.title)}`;
}

function hasBodies({ items }: Channel): boolean {
  return items.some(({ kind }) => kind === "article");
}

function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
