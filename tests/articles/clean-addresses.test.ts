import { describe, expect, test } from "vitest";
import type { FileLink } from "../../src/articles/article.ts";
import { cleanHtml } from "../../src/articles/clean-html.ts";
import { joinHtml } from "../../src/articles/join-html.ts";
import { parseSrcset } from "../../src/articles/parse-srcset.ts";
import { BASE, expectCleaned } from "./clean-judges.ts";

/** Foreign HTML, and what is left of it. The base is https://paper.example/articles/flood. */
type Row = readonly [because: string, html: string, clean: string];

const addresses: readonly Row[] = [
  ["a path", '<a href="../fox?a=1&b=2#c">x</a>', '<a href="https://paper.example/fox?a=1&amp;b=2#c">x</a>'],
  ["no scheme", "<a href=//other.example/x>x</a>", '<a href="https://other.example/x">x</a>'],
  ["a place on the page", '<a href="#note">x</a>', `<a href="${BASE}#note">x</a>`],
  ["mail", "<a href='MAILTO:ana@paper.example'>x</a>", '<a href="mailto:ana@paper.example">x</a>'],
  ["no mail as a picture", "<img src=mailto:ana@paper.example alt=x>", "x"],
  ["white space around it", '<a href=" \n/x ">x</a>', '<a href="https://paper.example/x">x</a>'],
  [
    "letters and signs that no URI has",
    '<a href="/ü &quot;<|>%zz">x</a>',
    '<a href="https://paper.example/%C3%BC%20%22%3C%7C%3E%25zz">x</a>',
  ],
  ["an empty one", '<a href="">x</a><img src=" " alt="y">', "xy"],
  ["one that is none", '<a href="http://[">x</a>', "x"],
  ["javascript", "<a href=javascript:alert(1)>x</a>", "x"],
  ["javascript in disguise", '<a href=" &#1;jAva&Tab;scr&NewLine;ipt&colon;alert(1)">x</a>', "x"],
  [
    "other schemes",
    "<a href=data:text/html,x>a</a><a href=vbscript:x>b</a><a href=file:///x>c</a><a href=tel:1>d</a><a href=blob:https://a.example/x>e</a>",
    "abcde",
  ],
  [
    "the page's base is not asked",
    '<base href="https://evil.example/"><a href=x>y</a>',
    '<a href="https://paper.example/articles/x">y</a>',
  ],
  [
    "players and their pictures",
    '<video src=a.mp4 poster=a.jpg controls autoplay><source src="javascript:x"><track src=a.vtt kind=captions srclang=en></video>',
    '<video src="https://paper.example/articles/a.mp4" poster="https://paper.example/articles/a.jpg" controls=""><track src="https://paper.example/articles/a.vtt" kind="captions" srclang="en"/></video>',
  ],
  [
    "pictures of several sizes",
    '<picture><source srcset="a 640w, b 1280w" sizes="50vw" media="print"><img src=c srcset="c, d 2x"></picture>',
    '<picture><source srcset="https://paper.example/articles/a 640w, https://paper.example/articles/b 1280w" sizes="50vw" media="print"/><img src="https://paper.example/articles/c" srcset="https://paper.example/articles/c, https://paper.example/articles/d 2x"/></picture>',
  ],
  [
    "bad ones among them",
    '<img src=a srcset="javascript:x 1x, b 2x, data:image/png,x 3x, c 0w, d 5q">',
    '<img src="https://paper.example/articles/a" srcset="https://paper.example/articles/b 2x"/>',
  ],
];

const frames: readonly Row[] = [
  [
    "a film",
    '<p>a<iframe src="//www.youtube-nocookie.com/embed/aqz-KE_bpKQ?rel=0" title="A  film"></iframe>b',
    '<p>a\n<a href="https://www.youtube.com/watch?v=aqz-KE_bpKQ">A film</a>\nb</p>',
  ],
  [
    "a list of films",
    "<iframe src=https://www.youtube.com/embed/videoseries?list=PL1></iframe>",
    '<a href="https://www.youtube.com/embed/videoseries?list=PL1">https://www.youtube.com/embed/videoseries?list=PL1</a>\n',
  ],
  [
    "another's film, as an object",
    '<object data="https://player.vimeo.com/video/12345"><embed src=x></object>',
    '<a href="https://vimeo.com/12345">https://vimeo.com/12345</a>\n',
  ],
  [
    "in a link",
    "<a href=/x>y<iframe src=https://player.vimeo.com/video/1></iframe></a>",
    '<a href="https://paper.example/x">y</a>',
  ],
  ["another host", "<iframe src=https://www.youtube.com.evil.example/embed/aqz-KE_bpKQ>a</iframe>", ""],
  [
    "a host in the user's place",
    "<iframe src=https://www.youtube.com@evil.example/embed/aqz-KE_bpKQ></iframe>",
    "",
  ],
  [
    "a page of the host that is no player",
    "<iframe src=https://www.youtube.com/redirect?q=evil></iframe>",
    "",
  ],
  ["a document in an attribute", '<iframe srcdoc="<script>x</script>" src="javascript:x"></iframe>', ""],
];

describe("cleanHtml() and addresses", () => {
  test.each(addresses)("%s", (_because, html, expected) => expectCleaned(html, expected));
});

describe("cleanHtml() and frames", () => {
  test.each(frames)("%s", (_because, html, expected) => expectCleaned(html, expected));
});

const ids: readonly Row[] = [
  ["stand behind the prefix", "<h2 id=tides>x</h2>", '<h2 id="p-tides">x</h2>'],
  ["and so do the links to them", '<a href="#tides">x</a>', `<a href="${BASE}#p-tides">x</a>`],
  [
    "but not the links to another page's",
    '<a href="tide#tides">x</a><a href="#">y</a>',
    `<a href="https://paper.example/articles/tide#tides">x</a><a href="${BASE}#">y</a>`,
  ],
  [
    "in any script",
    '<h2 id="ebbe-über">x</h2><a href="#ebbe-%C3%BCber">y</a>',
    `<h2 id="p-ebbe-über">x</h2><a href="${BASE}#p-ebbe-%C3%BCber">y</a>`,
  ],
  ["once each", "<p id=a>x</p><p id=a>y</p>", '<p id="p-a">x</p><p>y</p>'],
  [
    "without white space",
    '<p id="a b">x</p><p id="">y</p><p id="&#x200b;">z</p>',
    "<p>x</p><p>y</p><p>z</p>",
  ],
  [
    "and hide nothing of a page's",
    "<img src=/x id=cookie name=getElementById><p id=__proto__>y",
    '<img src="https://paper.example/x" id="p-cookie"/><p id="p-__proto__">y</p>',
  ],
  [
    "so footnotes and their ways back meet",
    '<p>a<sup><a href="#fn:1" id="fnref:1">[1]</a></sup></p><ol><li id="fn:1"><p>b <a href="#fnref:1">↩︎</a></p></li></ol>',
    `<p>a<sup><a href="${BASE}#p-fn:1" id="p-fnref:1">[1]</a></sup></p><ol><li id="p-fn:1"><p>b <a href="${BASE}#p-fnref:1">↩︎</a></p></li></ol>`,
  ],
];

describe("cleanHtml() and ids with a prefix", () => {
  test.each(ids)("%s", (_because, html, expected) => expectCleaned(html, expected, "p-"));
});

describe("cleanHtml() and files beside the article", () => {
  const fileOf = (url: string): FileLink | null => {
    const [path = "", fragment] = url.split("#");
    if (!/^[a-z]+\.(?:jpg|md)$/.test(path)) return null;
    return { file: `articles/${path}`, fragment: fragment === undefined ? "" : `#${fragment}` };
  };
  const crane: FileLink = { file: "articles/crane.jpg", fragment: "" };

  test("leaves a gap for each and says which they are", () => {
    const html =
      '<p><a href=" tide.md#ebb">x</a><a href="tide.md">y</a><img src=crane.jpg srcset="crane.jpg 1x, /b 2x"><a href=/c>z</a>';
    const { html: open, files } = cleanHtml(html, { base: BASE, fileOf });
    expect(open).toEqual([
      '<p><a href="',
      { file: "articles/tide.md", fragment: "#ebb" },
      '">x</a><a href="',
      { file: "articles/tide.md", fragment: "" },
      '">y</a><img src="',
      crane,
      '" srcset="',
      crane,
      ' 1x, https://paper.example/b 2x"/><a href="https://paper.example/c">z</a></p>',
    ]);
    expect(files).toEqual([{ file: "articles/tide.md", fragment: "#ebb" }, crane]);
  });

  test("joinHtml() escapes the addresses", () => {
    const { html } = cleanHtml("<img src=crane.jpg alt=x>", { base: BASE, fileOf });
    expect(joinHtml(html, ({ file }) => `https://paper.example/${file}?"<&>`)).toBe(
      '<img src="https://paper.example/articles/crane.jpg?&quot;&lt;&amp;&gt;" alt="x"/>',
    );
  });
});

/** What each candidate reads as, `|` between its address and its descriptor. */
const srcsets: readonly (readonly [value: string, candidates: readonly string[], because: string])[] = [
  ["", [], "nothing"],
  [" , ,", [], "only commas"],
  ["a", ["a|"], "no descriptor means 1x"],
  ["a, b 2x,c 3x", ["a|", "b|2x", "c|3x"], "commas with and without space"],
  ["a,b 2x", ["a,b|2x"], "a comma inside an address is its own"],
  ["a,, b", ["a|", "b|"], "commas at its end are not"],
  ["\n a\t640w ,\f b 1280w", ["a|640w", "b|1280w"], "all white space parts"],
  ["data:,a ( , ) 1x, b 2x", ["b|2x"], "a comma in brackets ends nothing"],
  ["a (b, c", [], "a bracket that stays open holds the rest"],
  [
    "a 1x 2x, b 0w, c -1x, d 1e3x, e 2h, f 1.5x",
    ["f|1.5x"],
    "a descriptor that says nothing takes its candidate",
  ],
  ["a 2X, b 1.x, c .5x", [], "as does one that is none"],
];

test.each(srcsets)("parseSrcset(%j) -> %j (%s)", (value, candidates) => {
  expect(parseSrcset(value).map(({ url, descriptor }) => `${url}|${descriptor}`)).toEqual(candidates);
});
