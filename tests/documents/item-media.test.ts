import { expect, test } from "vitest";
import { atomOf, jsonOf, rssOf } from "./read-feeds.ts";
import { article, editionOf } from "./sample-edition.ts";

const first = {
  url: "https://wire.example/media/1.mp3",
  type: "audio/mpeg",
  length: 7,
  title: "<One>",
  duration: 60,
};
const second = {
  url: "https://e.example/?a=1&b=2",
  type: "text/vtt",
  length: 0,
  title: null,
  duration: null,
};

test("the first enclosure is RSS's own, and all of them stand in every other word for them", () => {
  const edition = editionOf([article({ enclosures: [first, second] })]);
  expect(rssOf(edition, "//enclosure/@*")).toEqual([first.url, "7", first.type]);
  const attributes = (path: string) => (element: string) => `${path}[${element}]/@*`;
  for (const of of [rssOf, atomOf]) {
    const content = attributes("//media:content");
    expect(of(edition, content("1"))).toEqual([first.url, first.type, "7", "audio", "60"]);
    expect(of(edition, content("2"))).toEqual([second.url, second.type, "0", "document"]);
    expect(of(edition, "//media:content/media:title")).toEqual(["<One>"]);
  }
  const alternate = attributes("//podcast:alternateEnclosure");
  expect(rssOf(edition, alternate("1"))).toEqual([first.type, "7", "true", "<One>"]);
  expect(rssOf(edition, alternate("2"))).toEqual([second.type, "0"]);
  expect(rssOf(edition, "//podcast:alternateEnclosure/podcast:source/@uri")).toEqual([first.url, second.url]);
  const link = attributes("//atom:entry/atom:link[@rel='enclosure']");
  expect(atomOf(edition, link("1"))).toEqual(["enclosure", first.type, first.url, "7", "<One>"]);
  expect(atomOf(edition, link("2"))).toEqual(["enclosure", second.type, second.url, "0"]);
  expect(jsonOf(edition).items[0].attachments).toEqual([
    { url: first.url, mime_type: first.type, title: "<One>", size_in_bytes: 7, duration_in_seconds: 60 },
    { url: second.url, mime_type: second.type, size_in_bytes: 0 },
  ]);
});

test("a picture has its text and its maker, and what is known of its file", () => {
  const file = { type: "image/png", length: 9, size: { width: 3, height: 2 } };
  const image = { url: "https://wire.example/media/1.png", alt: "A <crane>", credit: "Ana & Bo", file };
  const edition = editionOf([article({ image })]);
  for (const of of [rssOf, atomOf]) {
    expect(of(edition, "//media:content/@*")).toEqual([image.url, "image/png", "9", "image", "3", "2"]);
    expect(of(edition, "//media:content/*")).toEqual(["A <crane>", "Ana & Bo"]);
    expect(of(edition, "//media:thumbnail/@*")).toEqual([image.url, "3", "2"]);
  }
  expect(jsonOf(edition).items[0]).toMatchObject({
    image: image.url,
    _teleprinter: {
      pictures: [
        {
          url: image.url,
          alt: "A <crane>",
          credit: "Ana & Bo",
          mime_type: "image/png",
          size_in_bytes: 9,
          width: 3,
          height: 2,
        },
      ],
    },
  });
  const unknown = editionOf([
    article({ image: { url: "https://e.example/1.png", alt: "", credit: null, file: null } }),
  ]);
  for (const of of [rssOf, atomOf]) {
    expect(of(unknown, "//media:content/@* | //media:content/*")).toEqual([
      "https://e.example/1.png",
      "image",
    ]);
  }
  expect(jsonOf(unknown).items[0]._teleprinter).toEqual({ pictures: [{ url: "https://e.example/1.png" }] });
});

test("pictures in the text are told like the one that stands for it, none of them twice", () => {
  const picture = (name: string) => ({
    url: `https://wire.example/media/${name}.png`,
    alt: "",
    credit: null,
    file: { type: "image/png", length: 9, size: null },
  });
  const pictures = [picture("1"), picture("2")];
  const urls = pictures.map(({ url }) => url);
  for (const image of [null, picture("1")]) {
    const edition = editionOf([article({ image, pictures })]);
    for (const of of [rssOf, atomOf]) {
      expect(of(edition, "//media:content/@url")).toEqual(urls);
      expect(of(edition, "//media:thumbnail")).toHaveLength(image === null ? 0 : 1);
    }
    expect(jsonOf(edition).items[0]._teleprinter.pictures).toEqual(
      urls.map((url) => ({ url, mime_type: "image/png", size_in_bytes: 9 })),
    );
  }
});
