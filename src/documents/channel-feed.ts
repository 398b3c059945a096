import { Feed } from "feed";
import type { Channel } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import { renderAtom } from "./atom.ts";
import { renderJsonFeed } from "./json-feed.ts";
import { rssItem, rssNamespaces, rssOptions } from "./rss.ts";

/**
 * The one door to the `feed` package. RSS is the package's own `rss2()`, given only text that survives it; its Atom
 * and JSON Feed have faults that cannot be mended from outside, so these two are ours. Make one for each format:
 * what the package is given names the URL of the document.
 */
export class ChannelFeed extends Feed {
  readonly #channel: Channel;
  readonly #site: Site;
  readonly #selfUrl: string;

  /** @param selfUrl absolute URL the document is served from */
  constructor(channel: Channel, site: Site, selfUrl: string) {
    super(rssOptions(channel, site, selfUrl));
    this.#channel = channel;
    this.#site = site;
    this.#selfUrl = selfUrl;
    this.addExtension(rssNamespaces(channel));
    for (const item of channel.items) this.addItem(rssItem(item));
  }

  override rss2(): string {
    return `${super.rss2()}\n`;
  }

  override atom1(): string {
    return renderAtom(this.#channel, this.#site, this.#selfUrl);
  }

  override json1(): string {
    return renderJsonFeed(this.#channel, this.#site, this.#selfUrl);
  }
}
