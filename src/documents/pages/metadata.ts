import { html, raw } from "hono/html";
import type { Edition } from "../../edition/edition.ts";
import type { Picture } from "../../edition/media.ts";
import { formatInstant } from "../format-instant.ts";
import { itemPictures } from "../item-media.ts";
import { itemText } from "../item-text.ts";
import type { ItemWithPage } from "./about.ts";
import { jsonLd } from "./json-ld.ts";
import type { Html, Page } from "./layout.ts";

/**
 * What a page says of itself to programs, in its head: a description, OpenGraph, what Twitter's cards add to that, and
 * schema.org's words as JSON-LD. Nothing for a page without a canonical address (404, 410).
 *
 * The JSON-LD is the only `<script>` of a page with this type, stands on one line, and has no `<` in it, so it can be read out
 * of the page's text again:
 *
 *     <script type="application/ld+json">{"@context":"https://schema.org","@graph":[NODE, ..., TRAIL]}</script>
 *
 * NODE, the first, is what the page is about. Members for which there is nothing to say are absent; texts are plain text, URLs
 * absolute, instants RFC 3339 in UTC.
 *
 *     an item: { "@type": "NewsArticle", "@id", headline, url, mainEntityOfPage, description?, inLanguage,
 *       image?: [{ "@type": "ImageObject", url, width?, height?, caption?, creditText? }, ...],
 *       datePublished, dateModified, author?: [{ "@type": "Person", name, url? }, ...], publisher: PUBLISHER,
 *       isPartOf: { "@type": "WebSite", name, url }, dateline?, articleSection?, keywords?: [text, ...], license?,
 *       isBasedOn?: URL of the story that a headline or a link post leads to, sameAs?: URL of the first publication elsewhere,
 *       sourceOrganization?: { "@type": "Organization", name, url? },
 *       correction?: [{ "@type": "CorrectionComment", text, url, datePublished }, ...],
 *       associatedMedia?: [{ "@type": "AudioObject" | "VideoObject" | "MediaObject", contentUrl, encodingFormat, name?, duration? }, ...] }
 *     the notice of a withdrawn item: the same with "@type": "WebPage" and creativeWorkStatus: "Withdrawn"
 *     a channel: { "@type": "CollectionPage", "@id", name, url, description, inLanguage, isPartOf, publisher,
 *       encoding: [{ "@type": "MediaObject", contentUrl, encodingFormat, name }, ...]: its feeds, RSS, Atom and JSON Feed }
 *     the front page: { "@type": "WebSite", "@id", name, url, description?, inLanguage, publisher }, then the CollectionPage of
 *       everything, which has a page of its own
 *     lists of months, months, feeds, the builder of embeds: { "@type": "CollectionPage", "@id", name, url, inLanguage, isPartOf }
 *     PUBLISHER: { "@type": "Organization", name, url, logo?: { "@type": "ImageObject", url, width?, height? } }
 *     TRAIL, if there is one: { "@type": "BreadcrumbList", itemListElement: [{ "@type": "ListItem", position, name, item }, ...] }
 */
export function metadata(page: Page, edition: Edition): Html | null {
  if (page.canonical === null) return null;
  const description = describe(page, edition);
  const properties = openGraph(page, page.canonical, description, edition);
  return html`${description !== null && html`<meta name="description" content="${description}">\n`}${properties.map(
    ([name, content]) => html`<meta property="${name}" content="${content}">\n`,
  )}<meta name="twitter:card" content="${hasLargePicture(page) ? "summary_large_image" : "summary"}">
<script type="application/ld+json">${raw(jsonLd(page, description, edition))}</script>
`;
}

/** Plain text; null where there is nothing to say beyond the title. */
function describe({ about }: Page, { site }: Edition): string | null {
  switch (about.kind) {
    case "item":
      return itemText(about.item, "summary", site).summary;
    case "channel":
      return about.channel.description;
    case "front":
      return site.description === site.title ? null : site.description;
    default:
      return null;
  }
}

type Property = readonly [name: string, content: string | number];

/** Twitter takes from here what it does not find under names of its own. @see https://ogp.me/ */
function openGraph(
  page: Page,
  url: string,
  description: string | null,
  { site, logo, icon }: Edition,
): readonly Property[] {
  const { about, heading, language } = page;
  const picture = pictureOf(page) ?? [logo, icon].find((one) => one !== null && isShown(one));
  const locale = localeOf(language);
  return [
    ["og:site_name", site.title],
    ["og:type", about.kind === "item" ? "article" : "website"],
    ["og:title", about.kind === "front" ? site.title : heading],
    ["og:url", url],
    ...(description === null ? [] : [["og:description", description] as const]),
    ...(locale === null ? [] : [["og:locale", locale] as const]),
    ...(picture ? pictureProperties(picture) : []),
    ...(about.kind === "item" ? articleProperties(about.item) : []),
  ];
}

function pictureProperties({ url, alt, file }: Picture): readonly Property[] {
  const { width, height } = file?.size ?? {};
  return [
    ["og:image", url],
    ...(width === undefined ? [] : [["og:image:width", width] as const]),
    ...(height === undefined ? [] : [["og:image:height", height] as const]),
    ...(alt === "" ? [] : [["og:image:alt", alt] as const]),
  ];
}

function articleProperties({ published, updated, categories }: ItemWithPage): readonly Property[] {
  return [
    ["article:published_time", formatInstant(published)],
    ...(updated > published ? [["article:modified_time", formatInstant(updated)] as const] : []),
    ...categories.map(({ kind, label }) => [`article:${kind}`, label] as const),
  ];
}

/** The page's own. */
function pictureOf({ about }: Page): Picture | undefined {
  return about.kind === "item" ? itemPictures(about.item).find(isShown) : undefined;
}

/** Of a picture elsewhere nothing is known: it was chosen to stand for the text. */
function hasLargePicture(page: Page): boolean {
  const picture = pictureOf(page);
  if (picture === undefined) return false;
  const { file } = picture;
  return file === null || (file.size !== null && file.size.width >= 300 && file.size.height >= 157);
}

/** Social networks show no drawings. */
function isShown({ url, file }: Picture): boolean {
  return file === null ? !/\.svgz?(?:[?#]|$)/i.test(url) : file.type !== "image/svg+xml";
}

/** `en_GB`; null for a language without a country, which OpenGraph has no word for. */
function localeOf(language: string): string | null {
  const [, tongue, country] = /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?-([A-Z]{2})(?:-|$)/.exec(language) ?? [];
  return country === undefined ? null : `${tongue}_${country}`;
}
