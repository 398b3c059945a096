import { describe, expect, test } from "vitest";
import { GUESSES } from "../../src/delivery/find-address.ts";
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

describe.each(["", "/headlines", "/articles"])("Below %j", (channel) => {
  test.each([...GUESSES].filter(([, target]) => target !== "/"))(
    "the guess %s leads to %s",
    async (guess, target) => {
      for (const typed of [guess, `${guess}/`, guess.toUpperCase()]) {
        const response = await ask(channel + typed);
        expect([typed, response.status, response.headers.get("Location")]).toEqual([
          typed,
          301,
          channel + target,
        ]);
      }
    },
  );
});

test("No guess is the address of something we have", () => {
  expect([...GUESSES.keys()].filter((guess) => store(guess))).toEqual([]);
});
