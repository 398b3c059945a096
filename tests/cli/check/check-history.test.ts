import { expect, test } from "vitest";
import { brokenRules, goldenDocuments, rulesAt } from "./spoiled-documents.ts";

type Row = readonly [path: string, from: string, to: string, rules: readonly string[]];

const rows: readonly Row[] = [
  [
    "/channels/briefly/atom.xml",
    "<at:deleted-entry",
    '<fh:complete xmlns:fh="http://purl.org/syndication/history/1.0"/><at:deleted-entry',
    [
      "The completeness is that of /channels/briefly/rss.xml",
      "A feed that leads to archives does not say that it is complete",
    ],
  ],
  [
    "/channels/briefly/rss.xml",
    '<atom:link href="https://wire.example/channels/briefly/archive/2/rss.xml" rel="prev-archive" type="application/rss+xml"/>',
    "",
    [
      "The link to what came before leads to the next older archive",
      "A feed without archives says that it is complete",
    ],
  ],
  [
    "/channels/briefly/rss.xml",
    '<atom:link href="https://wire.example/channels/briefly/archive/2/rss.xml" rel="prev-archive" type="application/rss+xml"/>',
    "",
    [
      "The link to what came before leads to the next older archive",
      "A feed without archives says that it is complete",
    ],
  ],
  [
    "/channels/briefly/atom.xml",
    "archive/2/atom.xml",
    "archive/3/atom.xml",
    [
      "The link to what came before leads to the next older archive",
      "A link to the site leads to one of its documents",
    ],
  ],
  [
    "/channels/briefly/atom.xml",
    "archive/2/atom.xml",
    "archive/1/atom.xml",
    ["The link to what came before leads to the next older archive"],
  ],
  [
    "/channels/briefly/feed.json",
    "archive/2/feed.json",
    "archive/1/feed.json",
    ["The link to what came before leads to the next older archive"],
  ],
  [
    "/channels/briefly/feed.json",
    "https://wire.example/channels/briefly/archive/2/feed.json",
    "archive/2/feed.json",
    ["next_url is an absolute URL", "The link to what came before leads to the next older archive"],
  ],
  [
    "/channels/briefly/atom.xml",
    "https://wire.example/channels/briefly/archive/2/atom.xml",
    "archive/2/atom.xml",
    [
      "href of <link> is an absolute IRI",
      "<link rel=prev-archive> is an absolute URL",
      "The link to what came before leads to the next older archive",
    ],
  ],
  ["/channels/briefly/archive/2/atom.xml", "<fh:archive/>", "", ["An archive says that it is one"]],
  ["/channels/briefly/archive/2/rss.xml", "<fh:archive/>", "", ["An archive says that it is one"]],
  [
    "/channels/briefly/archive/2/rss.xml",
    "<fh:archive/>",
    "<fh:archive/><fh:complete/>",
    ["An archive does not say that it is complete"],
  ],
  ["/rss.xml", "<fh:complete/>", "<fh:complete/><fh:archive/>", ["Only an archive says that it is one"]],
  ["/rss.xml", "<fh:complete/>", "", ["A feed without archives says that it is complete"]],
  [
    "/channels/briefly/archive/2/atom.xml",
    'rel="current" type="application/atom+xml" href="https://wire.example/channels/briefly/atom.xml"',
    'rel="current" href="https://wire.example/atom.xml"',
    ["An archive leads to the feed that it belongs to"],
  ],
  [
    "/channels/briefly/archive/2/rss.xml",
    'rel="current"',
    'rel="subscription"',
    ["An archive leads to the feed that it belongs to"],
  ],
  [
    "/channels/briefly/archive/1/atom.xml",
    "<fh:archive/>",
    '<fh:archive/><link rel="next-archive" href="https://wire.example/channels/briefly/archive/2/atom.xml"/>',
    ["An archive does not say what came after it"],
  ],
  [
    "/channels/briefly/archive/1/atom.xml",
    "<fh:archive/>",
    '<fh:archive/><link rel="current" href="https://wire.example/atom.xml"/>',
    ["<link rel=current> stands once"],
  ],
  [
    "/channels/briefly/archive/1/atom.xml",
    "<id>urn:uuid:8d1f0c1a-0000",
    "<id>urn:uuid:8d1f0c1a-0001",
    ["An archive has the id of its channel"],
  ],
  [
    "/channels/briefly/archive/1/feed.json",
    '"feed_url":"https://wire.example/channels/briefly/feed.json"',
    '"feed_url":"https://wire.example/channels/briefly/archive/1/feed.json"',
    ["feed_url says where the feed is served"],
  ],
  [
    "/channels/briefly/archive/1/atom.xml",
    '<title type="text">Withdrawn',
    '<title type="text">Pulled',
    ["The title of item 1 is that of /channels/briefly/archive/1/rss.xml"],
  ],
  [
    "/channels/briefly/atom.xml",
    'ref="urn:uuid:3b6c4f52-6d0f-5c1e-9a57-000000000092"',
    'ref="urn:uuid:3b6c4f52-6d0f-5c1e-9a57-000000000008"',
    ["What is deleted is in no document of the channel"],
  ],
  [
    "/channels/briefly/atom.xml",
    'ref="urn:uuid:3b6c4f52-6d0f-5c1e-9a57-000000000092"',
    'ref="92"',
    ["ref of <at:deleted-entry> is an absolute IRI"],
  ],
  [
    "/channels/briefly/atom.xml",
    'when="2026-01-16T11:59:00Z"',
    'when="yesterday"',
    ["when of <at:deleted-entry> is a date of RFC 3339 in UTC"],
  ],
  ["/channels/briefly/atom.xml", "<at:deleted-entry", "<at:deleted", ["The element is one of its namespace"]],
  [
    "/atom.xml",
    "<feed ",
    '<feed xmlns:at="http://purl.org/atompub/tombstones/1.0" ',
    ["The namespace of tombstones is declared where one stands"],
  ],
  [
    "/rss.xml",
    "https://wire.example/articles/fish-prices-fall",
    "https://wire.example/articles/removed-long-ago",
    ["What is published leads to a page that is there"],
  ],
];

test.each(rows)("in %s, %j made %j: %j", (path, from, to, rules) => {
  expect(brokenRules(path, from, to)).toEqual(rules);
});

const inBriefly = (path: string) => path.startsWith("/channels/briefly");

test("an archive that is not there breaks the chain", () => {
  const spoiled = goldenDocuments.filter(({ path }) => path !== "/channels/briefly/archive/1/atom.xml");
  expect(rulesAt("/channels/briefly/archive/2/atom.xml", spoiled)).toContain(
    "A link to the site leads to one of its documents",
  );
  expect(rulesAt("/channels/briefly/archive/1/rss.xml", spoiled)).toContain(
    "A channel can be read in each format",
  );
});

test("archives that do not begin with the first are objected to", () => {
  const spoiled = goldenDocuments.filter(({ path }) => !path.startsWith("/channels/briefly/archive/1/"));
  expect(rulesAt("/channels/briefly/archive/2/atom.xml", spoiled)).toEqual([
    "The archives of a channel are numbered from 1 without gaps",
    "A link to the site leads to one of its documents",
  ]);
});

test("archives without a feed that leads to them are objected to", () => {
  const spoiled = goldenDocuments.filter(({ path }) => !inBriefly(path) || path.includes("/archive/"));
  expect(rulesAt("/channels/briefly/archive/1/rss.xml", spoiled)).toContain(
    "An archive belongs to a feed that can be subscribed to",
  );
});

test("what is deleted stands in no archive either", () => {
  const [ref, older] = ["000000000092", "000000000008"];
  expect(brokenRules("/channels/briefly/atom.xml", ref, older)).toEqual([
    "What is deleted is in no document of the channel",
  ]);
});
