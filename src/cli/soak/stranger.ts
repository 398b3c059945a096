import { pick, pickPopular, pickWeighted, type Random } from "./pick.ts";
import type { Poll } from "./poll.ts";
import type { Target } from "./publication.ts";
import type { Site } from "./read-site.ts";

const BROWSER = {
  Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  "Accept-Encoding": "gzip, deflate, br, zstd",
} as const;

const OPENING = {
  ...BROWSER,
  "Sec-Fetch-Dest": "document",
  "Sec-Fetch-Mode": "navigate",
  "Sec-Fetch-Site": "none",
} as const;

/** What nobody publishes here and everybody is asked for. */
const JUNK = [
  ..."/wp-login.php /.env /.git/config /xmlrpc.php /admin /wp-json/ /ads.txt".split(" "),
  ..."/cgi-bin/luci /?author=1&x=%00 /rss.xml%00 /%2e%2e/%2e%2e/etc/passwd /no/such/page /rss.xml/../x".split(
    " ",
  ),
] as const;

/** Guesses at the address of a feed, and where they lead. */
const GUESSES = [
  ["/feed", "/rss.xml"],
  ["/rss", "/rss.xml"],
  ["/feed/", "/rss.xml"],
  ["/RSS.xml", "/rss.xml"],
  ["/blog/feed", "/rss.xml"],
  ["/atom", "/atom.xml"],
  ["/index.php", "/"],
] as const;

/** Somebody who is no reader: a browser, a crawler, a scanner, a script with a strange idea of HTTP. */
export function askAsStranger(site: Site, random: Random): Poll {
  return pickWeighted(random, STRANGERS)(site, random);
}

type Stranger = (site: Site, random: Random) => Poll;

const STRANGERS: readonly (readonly [weight: number, Stranger])[] = [
  [40, ({ pages }, random) => askWhole(pick(random, pages), BROWSER)],
  [10, openFeed],
  [15, askForJunk],
  [5, askForGuess],
  [5, ({ feeds, gone }, random) => askWhole(gone.length > 0 ? pick(random, gone) : pick(random, feeds), {})],
  [5, ({ feeds }, random) => ({ ...askWhole(pickPopular(random, feeds), BROWSER), method: "HEAD" })],
  // Feeds are not sent in parts, and a broken range is none.
  [5, ({ feeds }, random) => askWhole(pickPopular(random, feeds), { Range: pick(random, BROKEN_RANGES) })],
  [5, askForPart],
  [5, ({ feeds }, random) => ask("OPTIONS", pick(random, feeds).address, { is: "options" })],
  [5, ({ feeds }, random) => ask("POST", pick(random, feeds).address, { is: "refused", status: 405 })],
];

const BROKEN_RANGES = [
  "bytes=0-9",
  "bytes=9-0",
  "bytes=-",
  "bytes=0-1,4-5",
  "lines=1-2",
  "bytes=a-b",
  "bytes",
];

/** Where there is no page for it, another one; some have it already. */
function openFeed({ opened, pages }: Site, random: Random): Poll {
  if (opened.length === 0) return askWhole(pick(random, pages), OPENING);
  const target = pickPopular(random, opened);
  if (random() < 0.7) return askWhole(target, OPENING);
  const headers = { ...OPENING, "If-None-Match": target.etag };
  return { ...ask("GET", target.address, { is: "not-modified", target }), headers };
}

function askForJunk({ has, missing }: Site, random: Random): Poll {
  const address = pick(random, JUNK);
  // Somebody may publish one of these.
  const isThere = has(decodeURI(address.split("?")[0] ?? ""));
  return { ...askWhole(missing, BROWSER), address: isThere ? missing.address : address };
}

function askForGuess(_: Site, random: Random): Poll {
  const [address, to] = pick(random, GUESSES);
  return ask("GET", address, { is: "moved", to });
}

/** Where there is no file, a page. */
function askForPart({ media, pages }: Site, random: Random): Poll {
  if (media.length === 0) return askWhole(pick(random, pages), BROWSER);
  const target = pick(random, media);
  const length = target.bytes.length;
  const first = Math.floor(random() * length * 1.1);
  if (first >= length)
    return {
      ...ask("GET", target.address, { is: "refused", status: 416 }),
      headers: { Range: `bytes=${first}-` },
    };
  const last = Math.min(length - 1, first + Math.floor(random() * 10_000));
  const expected = { is: "part", target, first, last } as const;
  return { ...ask("GET", target.address, expected), headers: { Range: `bytes=${first}-${last}` } };
}

function askWhole(target: Target, headers: Poll["headers"]): Poll {
  const codings = "Accept-Encoding" in headers ? (["gzip", "br"] as const) : [];
  return { ...ask("GET", target.address, { is: "whole", target, codings }), headers };
}

function ask(method: string, address: string, expected: Poll["expected"]): Poll {
  return { share: "other", method, address, headers: {}, expected };
}
