import type { Channel, Edition } from "../../edition/edition.ts";
import { FEED_FORMATS } from "../feed-format.ts";
import { feedUrl } from "../feed-url.ts";
import { channelUrl } from "./channel-url.ts";
import { imageNode, type JsonLd } from "./image-node.ts";
import { itemJsonLd } from "./item-json-ld.ts";
import type { Page } from "./layout.ts";

/**
 * What a page says of itself in schema.org's words, as JSON that may stand in a `<script>`: see `metadata`.
 *
 * @param description plain text, null for none
 */
export function jsonLd(page: Page, description: string | null, edition: Edition): string {
  const nodes = [...nodesOf(page, description ?? undefined, edition), ...trailOf(page)];
  const json = JSON.stringify({ "@context": "https://schema.org", "@graph": nodes });
  // Neither `</script>` nor `<!--`, nor what JavaScript once took for the end of a line.
  return json.replace(/[<\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function nodesOf(page: Page, description: string | undefined, edition: Edition): readonly JsonLd[] {
  const { about, heading, canonical, language, channels } = page;
  const { site } = edition;
  const publisher = publisherOf(edition);
  switch (about.kind) {
    case "item":
      return [itemJsonLd(about, { description, isPartOf: websiteOf(edition), publisher }, site)];
    case "channel":
      return [channelNode(about.channel, edition)];
    case "front":
      return [
        { ...websiteOf(edition), description, inLanguage: site.language, publisher },
        ...channels.map((channel) => channelNode(channel, edition)),
      ];
    default:
      return [listNode(heading, canonical ?? undefined, language, edition)];
  }
}

/** A page that lists channels, months or the items of one. */
function listNode(name: string, url: string | undefined, language: string, edition: Edition): JsonLd {
  return {
    "@type": "CollectionPage",
    "@id": url,
    name,
    url,
    inLanguage: language,
    isPartOf: websiteOf(edition),
  };
}

function channelNode(channel: Channel, edition: Edition): JsonLd {
  const { id, title, description, language } = channel;
  return {
    "@type": "CollectionPage",
    "@id": id,
    name: title,
    url: channelUrl(channel, edition.site),
    description,
    inLanguage: language,
    isPartOf: websiteOf(edition),
    publisher: publisherOf(edition),
    encoding: FEED_FORMATS.map((format) => ({
      "@type": "MediaObject",
      contentUrl: feedUrl(channel, format, edition.site),
      encodingFormat: format.mediaType,
      name: `${title} (${format.name})`,
    })),
  };
}

function websiteOf({ site }: Edition): JsonLd {
  const url = new URL("/", site.url).href;
  return { "@type": "WebSite", "@id": `${url}#site`, name: site.title, url };
}

function publisherOf({ site, logo, icon }: Edition): JsonLd {
  const picture = logo ?? icon;
  return {
    "@type": "Organization",
    name: site.title,
    url: site.home,
    // Described it would only say the name once more.
    logo: picture === null ? undefined : imageNode({ ...picture, alt: "" }),
  };
}

/** The way down from the front page, with the page itself at its end. */
function trailOf({ about, trail, heading, canonical }: Page): readonly JsonLd[] {
  if (trail.length === 0) return [];
  const url = about.kind === "item" ? about.item.url : (canonical ?? undefined);
  const steps = [...trail, { label: heading, url }];
  const itemListElement = steps.map(({ label, url }, index) => {
    return { "@type": "ListItem", position: index + 1, name: label, item: url };
  });
  return [{ "@type": "BreadcrumbList", itemListElement }];
}
