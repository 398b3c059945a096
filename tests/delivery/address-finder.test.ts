import { describe, expect, test } from "vitest";
import { GUESSES } from "../../src/delivery/address-finder.ts";
import { ask, store } from "./sample-app.ts";

type Row = { asks: string; status: number; location?: string; because: string };

const rows: Row[] = [
  { asks: "/feed", status: 301, location: "/rss.xml", because: "WordPress" },
  { asks: "/feed/", status: 301, location: "/rss.xml", because: "WordPress, with its slash" },
  { asks: "/rss", status: 301, location: "/rss.xml", because: "Ghost" },
  { asks: "/rss/", status: 301, location: "/rss.xml", because: "Ghost, with its slash" },
  { asks: "/index.xml", status: 301, location: "/rss.xml", because: "Hugo" },
  { asks: "/feed.xml", status: 301, location: "/rss.xml", because: "Jekyll" },
  { asks: "/feed/rss2/", status: 301, location: "/rss.xml", because: "WordPress" },
  { asks: "/atom", status: 301, location: "/atom.xml", because: "short" },
  { asks: "/atom.xml/", status: 301, location: "/atom.xml", because: "a slash too many" },
  { asks: "/feed/atom/", status: 301, location: "/atom.xml", because: "WordPress" },
  { asks: "/feeds/all.atom.xml", status: 301, location: "/atom.xml", because: "Pelican" },
  { asks: "/feeds/posts/default", status: 301, location: "/atom.xml", because: "Blogger" },
  {
    asks: "/feeds/posts/default?alt=rss",
    status: 301,
    location: "/atom.xml",
    because: "Blogger, with a query",
  },
  { asks: "/feed/json", status: 301, location: "/feed.json", because: "WordPress's plugin" },
  { asks: "/index.json", status: 301, location: "/feed.json", because: "Hugo" },
  { asks: "/blog/feed", status: 301, location: "/rss.xml", because: "a blog below a site" },
  { asks: "/blog/atom.xml", status: 301, location: "/atom.xml", because: "a blog below a site" },
  { asks: "/blog", status: 301, location: "/", because: "a blog below a site" },
  { asks: "/index.html", status: 301, location: "/", because: "the front page's file" },
  { asks: "/headlines/feed", status: 301, location: "/headlines/rss.xml", because: "a channel's" },
  { asks: "/headlines/feed/atom/", status: 301, location: "/headlines/atom.xml", because: "a channel's" },
  { asks: "/articles/jsonfeed", status: 301, location: "/articles/feed.json", because: "a channel's" },
  { asks: "/articles/index.xml", status: 301, location: "/articles/rss.xml", because: "a channel's" },
  { asks: "/RSS.XML", status: 301, location: "/rss.xml", because: "capital letters" },
  {
    asks: "/Headlines/Feed/",
    status: 301,
    location: "/headlines/rss.xml",
    because: "capital letters in a guess",
  },
  { asks: "//rss.xml", status: 301, location: "/rss.xml", because: "a slash too many" },
  {
    asks: "/headlines//rss.xml///",
    status: 301,
    location: "/headlines/rss.xml",
    because: "slashes too many",
  },
  { asks: "//", status: 301, location: "/", because: "slashes alone" },
  { asks: "/feeds/", status: 301, location: "/feeds", because: "a page of its own" },
  { asks: "/.well-known/", status: 301, location: "/feeds", because: "what there is to be known" },
  { asks: "/.well-known", status: 301, location: "/feeds", because: "without its slash" },
  { asks: "/.well-known/security.txt", status: 404, because: "RFC 8615: nobody has registered it for us" },
  { asks: "/.well-known/rss", status: 404, because: "no guess holds below it" },
  { asks: "/all/", status: 301, location: "/all", because: "the page of everything" },
  { asks: "/all/rss.xml", status: 301, location: "/rss.xml", because: "beside other channels' pages" },
  { asks: "/all/feed", status: 301, location: "/rss.xml", because: "a guess there" },
  { asks: "/feeds/index.html", status: 301, location: "/feeds", because: "a page of its own" },
  { asks: "/feeds/rss", status: 301, location: "/rss.xml", because: "a guess below that page" },
  { asks: "/feeds.xml", status: 301, location: "/feeds.opml", because: "a list of feeds" },
  { asks: "/OPML", status: 301, location: "/feeds.opml", because: "a list of feeds" },
  { asks: "/tags/größe/opml", status: 404, because: "one list for the whole site" },
  { asks: "/sitemap_index.xml", status: 301, location: "/sitemap.xml", because: "WordPress" },
  { asks: "/sections/sport/feed", status: 301, location: "/sections/sport/rss.xml", because: "a section's" },
  { asks: "/sections/sport/", status: 301, location: "/sections/sport", because: "a section's page" },
  { asks: "/archive/3", status: 404, because: "an archive is a file in that folder" },
  { asks: "/404/feed", status: 404, because: "nothing is below what is missing" },

  { asks: "/sections/sports", status: 301, location: "/sections/sport", because: "moved" },
  { asks: "/Sections//Sports/", status: 301, location: "/sections/sport", because: "moved, and untidy" },
  { asks: "/sections/sports/rss.xml", status: 301, location: "/sections/sport/rss.xml", because: "moved" },
  {
    asks: "/sections/sports/archive/1/rss.xml?x=1",
    status: 301,
    location: "/sections/sport/archive/1/rss.xml",
    because: "moved with all below it",
  },
  {
    asks: "/sections/sports/feed",
    status: 301,
    location: "/sections/sport/rss.xml",
    because: "a guess at what moved",
  },
  {
    asks: "/sections/sports/feed/atom/",
    status: 301,
    location: "/sections/sport/atom.xml",
    because: "a guess",
  },
  {
    asks: "/sections/leisure/feed",
    status: 301,
    location: "/sections/sport/rss.xml",
    because: "moved three times",
  },
  {
    asks: "/sections/sports/old/rss.xml",
    status: 301,
    location: "/headlines/rss.xml",
    because: "the longest counts",
  },
  { asks: "/headlines/rss.xml", status: 200, because: "what is found has not moved" },
  { asks: "/articles/GRÖSSE-ALT", status: 404, because: "ß has no capital that leads back" },
  {
    asks: "/articles/Gr%C3%B6%C3%9Fe-Alt",
    status: 301,
    location: "/articles/gr%C3%B6%C3%9Fe",
    because: "a slug changed",
  },
  { asks: "/articles/größe-alter", status: 404, because: "moves are of whole segments" },
  { asks: "/x/sections/sports", status: 404, because: "moves begin at the root" },
  {
    asks: "/articles/retracted",
    status: 301,
    location: "/articles/withdrawn",
    because: "it moved, then was withdrawn",
  },
  { asks: "/wire/feed", status: 301, location: "/rss.xml", because: "moved to the root" },
  { asks: "/wire", status: 301, location: "/", because: "moved to the root" },
  {
    asks: "/blog/sport/feed",
    status: 301,
    location: "/sections/sport/rss.xml",
    because: "a move knows better",
  },
  { asks: "/sections/lost", status: 404, because: "moved to nothing" },
  { asks: "/sections/lost/feed", status: 404, because: "moved to nothing" },
  { asks: "/missing", status: 404, because: "moved to the page that says so" },
  { asks: "/sections/here/feed", status: 404, because: "moved in a circle" },
  { asks: "/sections/deep/feed", status: 404, because: "moved into itself" },
  { asks: "/sections/self/feed", status: 404, because: "moved nowhere" },

  { asks: "/feed?raw", status: 301, location: "/rss.xml?raw", because: "a person wants to see the feed" },
  {
    asks: "/Headlines/feed/?x=1&raw=1#y",
    status: 301,
    location: "/headlines/rss.xml?raw",
    because: "that alone",
  },
  { asks: "/feed?rawer&x=raw", status: 301, location: "/rss.xml", because: "that is another word" },

  { asks: "/rss%2Exml", status: 200, because: "RFC 3986 §6.2.2.2: the same path" },
  {
    asks: "/rss.xml?utm_source=x&format=json&%zz",
    status: 200,
    because: "unknown parameters change nothing",
  },
  { asks: "/?feed=atom", status: 200, because: "unknown parameters change nothing" },
  { asks: "/articles/größe", status: 200, because: "sent as UTF-8" },
  { asks: "/articles/gr%C3%B6%C3%9Fe", status: 200, because: "percent-encoded" },
  { asks: "/articles/gro%CC%88%C3%9Fe", status: 200, because: "decomposed: the same in NFC" },
  {
    asks: "/articles/GR%C3%96%C3%9Fe/",
    status: 301,
    location: "/articles/gr%C3%B6%C3%9Fe",
    because: "a location is ASCII",
  },
  {
    asks: "/articles%2Fgr%C3%B6%C3%9Fe",
    status: 404,
    because: "RFC 3986 §2.2: an encoded slash is no slash",
  },
  { asks: "/articles/gr%F6%DFe", status: 404, because: "not UTF-8" },
  { asks: "/rss.xml%0A", status: 404, because: "a line end is part of the path" },
  { asks: "/rss.xml%00", status: 404, because: "so is a NUL" },
  { asks: "/rss.xml%3Fx", status: 404, because: "an encoded question mark begins no query" },
  { asks: "/nothing", status: 404, because: "nothing there" },
  { asks: "/nothing/feed", status: 404, because: "a guess below nothing" },
  { asks: "/evil.example/feed", status: 404, because: "a guess below nothing" },
  { asks: "//evil.example", status: 404, because: "no redirect to a host" },
  { asks: "//evil.example/feed", status: 404, because: "no redirect to a host" },
  { asks: "/%2F%2Fevil.example/feed", status: 404, because: "no redirect to a host" },
  { asks: "/\\evil.example/feed", status: 404, because: "no redirect to a host" },
  { asks: "/__proto__", status: 404, because: "no property of an object" },
  { asks: "/constructor/feed", status: 404, because: "no property of an object" },
];

describe("A path", () => {
  test.each(rows)(
    "$asks is answered with $status $location ($because)",
    async ({ asks, status, location = null }) => {
      const response = await ask(asks);
      expect(response.status).toBe(status);
      expect(response.headers.get("Location")).toBe(location);
      expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    },
  );

  test("is not taken from the request's Host", async () => {
    const response = await ask("/feed", {
      headers: { Host: "evil.example", "X-Forwarded-Host": "evil.example" },
    });
    expect(response.headers.get("Location")).toBe("/rss.xml");
  });
});

/** Of a channel; the others are guesses at something that the site has once. */
const FEED_FILES = ["/rss.xml", "/atom.xml", "/feed.json"];

describe.each(["", "/headlines", "/articles", "/sections/sport", "/tags/größe"])("Below %j", (channel) => {
  test.each([...GUESSES].filter(([, target]) => FEED_FILES.includes(target)))(
    "the guess %s leads to %s",
    async (guess, target) => {
      for (const typed of [guess, `${guess}/`, guess.toUpperCase()]) {
        const response = await ask(channel + typed);
        expect([typed, response.status, response.headers.get("Location")]).toEqual([
          typed,
          301,
          encodeURI(channel + target),
        ]);
      }
    },
  );
});

test.each([...GUESSES].filter(([, target]) => !FEED_FILES.includes(target)))(
  "At the root the guess %s leads to %s",
  async (guess, target) => {
    const response = await ask(guess);
    expect([response.status, response.headers.get("Location")]).toEqual([301, target]);
  },
);

test("No guess is the address of something we have", () => {
  expect([...GUESSES.keys()].filter((guess) => store.find(guess))).toEqual([]);
});
