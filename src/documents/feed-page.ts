import type { Archive, Channel, DeletedItem, Edition } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import type { FeedFormat } from "./feed-format.ts";
import { feedUrl } from "./feed-url.ts";
import { channelUrl } from "./pages/channel-url.ts";

/** What one document of a channel says beyond its items. */
export type FeedPage = {
  readonly edition: Edition;
  readonly channel: Channel;
  /** `complete`: the channel has no other items. `newest`: the others are in archives. `archive`: a closed part of it (RFC 5005). */
  readonly part: "complete" | "newest" | "archive";
  readonly updated: Date;
  /** Absolute URL of the channel's page for people; of the channel of everything the site's. */
  readonly homeUrl: string;
  /** Absolute URL the document is served from. */
  readonly selfUrl: string;
  /** Absolute URL of the channel's subscription document in this format. */
  readonly currentUrl: string;
  /** Absolute URL of the archive with what came before; null if nothing did. */
  readonly previousUrl: string | null;
  /** What readers may still have and should not; an archive is asked for too seldom to say it. */
  readonly deleted: readonly DeletedItem[];
};

/** The subscription document of a channel in one format, or one of its archives. */
export function feedPage(
  channel: Channel,
  part: "complete" | "newest" | Archive,
  format: FeedFormat,
  edition: Edition,
): FeedPage {
  const archive = typeof part === "string" ? undefined : part;
  const urlOf = (which?: Archive) => feedUrl(channel, format, edition.site, which);
  const previous = channel.archives[(archive?.number ?? channel.archives.length + 1) - 2];
  return {
    edition,
    channel,
    part: typeof part === "string" ? part : "archive",
    updated: archive?.updated ?? channel.updated,
    homeUrl: homeUrl(channel, edition.site),
    selfUrl: urlOf(archive),
    currentUrl: urlOf(),
    previousUrl: previous === undefined ? null : urlOf(previous),
    deleted: archive === undefined ? channel.deleted : [],
  };
}

function homeUrl(channel: Channel, site: Site): string {
  return channel.kind === "all" ? site.home : channelUrl(channel, site);
}

/** What RFC 5005 has a document say of itself: an element of the history namespace, or nothing. */
export function historyElement({ part }: FeedPage): "fh:complete" | "fh:archive" | null {
  if (part === "newest") return null;
  return part === "complete" ? "fh:complete" : "fh:archive";
}

export type HistoryLink = { readonly rel: "current" | "prev-archive"; readonly href: string };

/** Links of RFC 5005 §4: from an archive to the subscription document, from each to what came before it. */
export function historyLinks({ part, currentUrl, previousUrl }: FeedPage): readonly HistoryLink[] {
  return [
    ...(part === "archive" ? [{ rel: "current", href: currentUrl } as const] : []),
    ...(previousUrl === null ? [] : [{ rel: "prev-archive", href: previousUrl } as const]),
  ];
}
