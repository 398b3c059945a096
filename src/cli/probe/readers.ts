/** What an answer gave a reader to come back with. */
export type Given = {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly expires: string | null;
};

type RequestHeaders = Readonly<Record<string, string>>;

/** Somebody who polls feeds, as a server sees them. */
export type Reader = {
  readonly name: string;
  /** What it sends each time, in its order; without Host, Connection and conditions. */
  readonly headers: RequestHeaders;
  /** What it adds when it comes back; empty when it was given nothing, or keeps nothing. */
  readonly comeBack: (given: Given) => RequestHeaders;
  /** Whether it comes from addresses of its own, by which a bot protection can tell it from us. */
  readonly isHosted: boolean;
};

/** curl's answer to an empty CURLOPT_ACCEPT_ENCODING, as most distributions build it. */
const CURL_ENCODINGS = "deflate, gzip, br, zstd";

/** Eight that most subscribers use, or that behave as many others do. Each from its own source or page. */
export const READERS: readonly Reader[] = [
  {
    // miniflux/v2: internal/config/config.go, internal/reader/fetcher/request_builder.go and response_handler.go
    name: "Miniflux",
    headers: {
      "User-Agent": "Mozilla/5.0 (compatible; Miniflux/2.2.13; +https://miniflux.app)",
      Accept:
        "application/xml, application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, text/html, */*;q=0.9",
      "Accept-Encoding": "br, gzip",
    },
    comeBack: (given) => (given.expires === "0" ? {} : bothVerbatim(given)),
    isHosted: false,
  },
  {
    // FreshRSS/FreshRSS: constants.php, lib/simplepie/simplepie/src/SimplePie.php (Accept) and File.php (curl)
    name: "FreshRSS",
    headers: {
      "User-Agent": "FreshRSS/1.25.0 (Linux; https://freshrss.org)",
      Accept:
        "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.7, unknown/unknown;q=0.1, application/unknown;q=0.1, */*;q=0.1",
      "Accept-Encoding": CURL_ENCODINGS,
    },
    comeBack: bothVerbatim,
    isHosted: false,
  },
  {
    // Ranchero-Software/NetNewsWire: Mac/Resources/Info.plist (UserAgent), Modules/RSWeb DownloadSession.swift; the rest is
    // what URLSession adds by itself
    name: "NetNewsWire",
    headers: {
      "User-Agent": "NetNewsWire (RSS Reader; https://netnewswire.com/)",
      Accept: "*/*",
      "Accept-Language": "en-US,en;q=0.9",
      "Accept-Encoding": "gzip, deflate, br",
    },
    comeBack: bothVerbatim,
    isHosted: false,
  },
  {
    // newsboat/newsboat: src/utils.cpp (get_useragent), rss/parser.cpp; it asks for changes only once it has a validator
    name: "Newsboat",
    headers: {
      "User-Agent": "Newsboat/2.44.0 (Linux x86_64)",
      Accept: "*/*",
      "Accept-Encoding": CURL_ENCODINGS,
    },
    comeBack: (given) => {
      const conditions = bothVerbatim({ ...given, lastModified: rewrittenDate(given.lastModified) });
      return Object.keys(conditions).length === 0 ? {} : { ...conditions, "A-IM": "feed" };
    },
    isHosted: false,
  },
  {
    // feedly.com/fetcher.html names Feedly/1.0; the rest is what it is seen as in the logs of sites
    name: "Feedly",
    headers: {
      "User-Agent":
        "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 1 subscribers; like FeedFetcher-Google)",
      Accept: "*/*",
      "Accept-Encoding": "gzip, deflate",
    },
    comeBack: bothVerbatim,
    isHosted: true,
  },
  {
    // inoreader.com/feed-fetcher gives the user agent; its other headers are not published
    name: "Inoreader",
    headers: {
      "User-Agent": "Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 3 subscribers; )",
      Accept: "*/*",
      "Accept-Encoding": "gzip, deflate",
    },
    comeBack: bothVerbatim,
    isHosted: true,
  },
  {
    // feedbin/feedbin: app/jobs/feed_crawler/downloader.rb; feedbin/feedkit: lib/feedkit/request.rb. It sends no Accept
    name: "Feedbin",
    headers: {
      "User-Agent": "Feedbin feed-id:1 - 1 subscribers",
      "Accept-Encoding": "gzip, deflate",
    },
    comeBack: bothVerbatim,
    isHosted: true,
  },
  {
    // mozilla/releases-comm-central: mailnews/extensions/newsblog Feed.sys.mjs (a date from the first request on, and never
    // an ETag) and FeedUtils.sys.mjs (Accept)
    name: "Thunderbird",
    headers: {
      "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.0",
      Accept:
        "application/atom+xml,application/rss+xml;q=0.9,application/rdf+xml;q=0.8,application/xml;q=0.7,text/xml;q=0.7,*/*;q=0.1",
      "Accept-Language": "en-US,en;q=0.5",
      "Accept-Encoding": "gzip, deflate, br, zstd",
      "If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT",
    },
    comeBack: ({ lastModified }) => bothVerbatim({ etag: null, lastModified, expires: null }),
    isHosted: false,
  },
];

/** A script on somebody's page that fetches the feed. */
export const EMBEDDER_HEADERS: RequestHeaders = {
  "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  Accept: "*/*",
  "Accept-Language": "en-US,en;q=0.5",
  "Accept-Encoding": "gzip, deflate, br, zstd",
  Origin: "https://embedder.example",
  "Sec-Fetch-Dest": "empty",
  "Sec-Fetch-Mode": "cors",
  "Sec-Fetch-Site": "cross-site",
};

/** Somebody who opens the feed's address in a browser. */
export const BROWSER_HEADERS: RequestHeaders = {
  "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  "Accept-Language": "en-US,en;q=0.5",
  "Accept-Encoding": "gzip, deflate, br, zstd",
  "Upgrade-Insecure-Requests": "1",
  "Sec-Fetch-Dest": "document",
  "Sec-Fetch-Mode": "navigate",
  "Sec-Fetch-Site": "none",
  "Sec-Fetch-User": "?1",
};

function bothVerbatim({ etag, lastModified }: Given): RequestHeaders {
  return {
    ...(etag !== null && { "If-None-Match": etag }),
    ...(lastModified !== null && { "If-Modified-Since": lastModified }),
  };
}

/** curl reads the date and writes it again. */
function rewrittenDate(lastModified: string | null): string | null {
  const date = new Date(lastModified ?? "");
  return Number.isNaN(date.getTime()) ? null : date.toUTCString();
}
