import { parse } from "parse5";
import { expect, test } from "vitest";
import { attributeOf, elementsOf, textIn } from "../../../src/cli/check/html-tree.ts";
import {
  type OembedRequest,
  oembedAnswer,
  oembedJson,
  oembedXml,
} from "../../../src/documents/embed/oembed.ts";
import type { PageFacts } from "../../../src/documents/embed/page-facts.ts";
import { leavesBySaxes } from "../read-xml.ts";

const facts: PageFacts = {
  is: "item",
  title: `"Ferry" <b>fares</b> & 'more' ]]>`,
  url: "https://wire.example/articles/ferry-fares?a=1&b=2",
  description: "Fares fall.",
  language: "en",
  image: { url: "https://wire.example/media/ferry.jpg", width: 400, height: 300 },
  author: { name: "Ana & Rui", url: null },
  publisher: { name: "The Lumen Wire", url: "https://wire.example/" },
  published: null,
};

const request: OembedRequest = {
  facts,
  frame: "https://wire.example/embed/articles/ferry-fares",
  shows: "card",
  maxWidth: null,
  maxHeight: null,
};

const list: OembedRequest = { ...request, frame: "https://wire.example/embed/all", shows: "list" };

function framesIn(html: unknown) {
  return elementsOf(parse(String(html))).filter(({ tagName }) => tagName === "iframe");
}

test("the answer has what the specification wants of the type rich, and nothing empty", () => {
  const answer = oembedAnswer(request);
  expect(answer).toMatchObject({
    version: "1.0",
    type: "rich",
    title: facts.title,
    author_name: "Ana & Rui",
    provider_name: "The Lumen Wire",
    provider_url: "https://wire.example/",
    thumbnail_url: "https://wire.example/media/ferry.jpg",
    thumbnail_width: 400,
    thumbnail_height: 300,
    width: 600,
  });
  expect(Object.keys(answer)).not.toContain("author_url");
});

test("a hostile title is text in the HTML, and the frame is as large as is said", () => {
  const { html, width, height } = oembedAnswer(request);
  const elements = elementsOf(parse(String(html)));
  expect(elements.map(({ tagName }) => tagName)).toEqual([
    "html",
    "head",
    "body",
    "blockquote",
    "a",
    "iframe",
  ]);
  const [quotation, link, frame] = elements.slice(3);
  expect(quotation && attributeOf(quotation, "hidden")).toBe("");
  expect(link && [textIn(link), attributeOf(link, "href")]).toEqual([facts.title, facts.url]);
  expect(frame && ["src", "title", "width", "height"].map((name) => attributeOf(frame, name))).toEqual([
    request.frame,
    facts.title,
    String(width),
    String(height),
  ]);
});

test.each([
  [300, null],
  [null, 120],
  [50, 50],
  [5_000, 5_000],
])("nothing is wider than %s or higher than %s", (maxWidth, maxHeight) => {
  for (const asked of [request, list]) {
    const { width, height, thumbnail_width, thumbnail_height } = oembedAnswer({
      ...asked,
      maxWidth,
      maxHeight,
    });
    for (const wide of [width, thumbnail_width ?? 0]) expect(wide).toBeLessThanOrEqual(maxWidth ?? 600);
    for (const high of [height, thumbnail_height ?? 0]) expect(high).toBeLessThanOrEqual(maxHeight ?? 10_000);
  }
});

test("a list in little space is a shorter list", () => {
  const [frame] = framesIn(oembedAnswer({ ...list, maxHeight: 300 }).html);
  expect(frame && attributeOf(frame, "src")).toBe("https://wire.example/embed/all?items=3");
  const [whole] = framesIn(oembedAnswer(list).html);
  expect(whole && attributeOf(whole, "src")).toBe("https://wire.example/embed/all");
});

test("a picture whose size is not known is no thumbnail", () => {
  const image = { url: "https://wire.example/media/ferry.jpg", width: null, height: null };
  expect(Object.keys(oembedAnswer({ ...request, facts: { ...facts, image } })).join()).not.toContain(
    "thumbnail",
  );
});

test("both formats say the same", () => {
  const answer = oembedAnswer(request);
  expect(JSON.parse(oembedJson(answer))).toEqual(answer);
  expect(leavesBySaxes(oembedXml(answer))).toEqual(Object.values(answer).map(String));
});
