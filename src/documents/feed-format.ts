import { ChannelFeed } from "./channel-feed.ts";

/** One of the formats every channel is published in. */
export type FeedFormat = {
  /** What people call it. */
  readonly name: string;
  /** Last part of the URL. */
  readonly file: string;
  readonly mediaType: string;
  /** The whole document, ending in a line end. */
  readonly render: (...content: ConstructorParameters<typeof ChannelFeed>) => string;
};

export const FEED_FORMATS: readonly FeedFormat[] = [
  {
    name: "RSS",
    file: "rss.xml",
    mediaType: "application/rss+xml",
    render: (...content) => new ChannelFeed(...content).rss2(),
  },
  {
    name: "Atom",
    file: "atom.xml",
    mediaType: "application/atom+xml",
    render: (...content) => new ChannelFeed(...content).atom1(),
  },
  {
    name: "JSON Feed",
    file: "feed.json",
    mediaType: "application/feed+json",
    render: (...content) => new ChannelFeed(...content).json1(),
  },
];
