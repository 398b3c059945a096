import { correctionFragment } from "../../edition/correction-fragment.ts";
import type { Category, Correction, Enclosure } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import { formatInstant } from "../format-instant.ts";
import { storyElsewhere } from "../item-link.ts";
import { itemPictures } from "../item-media.ts";
import type { About, ItemWithPage } from "./about.ts";
import { imageNode, type JsonLd } from "./image-node.ts";

type AboutItem = Extract<About, { readonly kind: "item" }>;

/** An item in schema.org's words. No author, picture or text is claimed that it has not. @param around what pages of all kinds say */
export function itemJsonLd(
  { item, authorPages }: AboutItem,
  around: Readonly<Record<string, unknown>>,
  site: Site,
): JsonLd {
  const { source } = item;
  const labels = (wanted: Category["kind"]) =>
    item.categories.filter(({ kind }) => kind === wanted).map(({ label }) => label);
  return {
    "@type": item.kind === "notice" ? "WebPage" : "NewsArticle",
    "@id": item.id,
    headline: item.title,
    url: item.url,
    mainEntityOfPage: item.url,
    inLanguage: item.language,
    image: filled(itemPictures(item).map(imageNode)),
    datePublished: formatInstant(item.published),
    dateModified: formatInstant(item.updated),
    author: filled(
      item.authors.map(({ name, url }, index) => ({
        "@type": "Person",
        name,
        url: authorPages[index] ?? url,
      })),
    ),
    ...around,
    articleSection: labels("section")[0],
    keywords: filled(labels("tag")),
    isBasedOn: storyElsewhere(item) ?? undefined,
    sourceOrganization: source === null ? undefined : { "@type": "Organization", ...source },
    ...ofKind(item, site),
  };
}

function ofKind(item: ItemWithPage, site: Site): Readonly<Record<string, unknown>> {
  switch (item.kind) {
    case "article":
      return {
        dateline: item.dateline ?? undefined,
        license: item.licence ?? site.licence ?? undefined,
        sameAs: item.canonical ?? undefined,
        correction: filled(item.corrections.map((correction) => correctionNode(correction, item.url))),
        associatedMedia: filled(item.enclosures.map(enclosureNode)),
      };
    case "headline":
      return { license: site.licence ?? undefined };
    case "notice":
      return { creativeWorkStatus: "Withdrawn" };
  }
}

function correctionNode({ id, date, note }: Correction, url: string): JsonLd {
  return {
    "@type": "CorrectionComment",
    text: note,
    url: `${url}#${correctionFragment(id)}`,
    datePublished: formatInstant(date),
  };
}

function enclosureNode({ url, type, title, duration }: Enclosure): JsonLd {
  const medium = type.startsWith("audio/") ? "Audio" : type.startsWith("video/") ? "Video" : "Media";
  return {
    "@type": `${medium}Object`,
    contentUrl: url,
    encodingFormat: type,
    name: title ?? undefined,
    duration: duration === null ? undefined : `PT${Math.round(duration)}S`,
  };
}

/** An empty list says nothing. */
function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
