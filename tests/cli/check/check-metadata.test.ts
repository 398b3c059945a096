import { expect, test } from "vitest";
import { goldenEdition } from "../../documents/golden-edition.ts";
import { brokenRules, goldenDocuments, objectionsTo } from "./spoiled-documents.ts";

const CRANE = "/articles/o-guindaste-volta";
const DEAD = "A link to the site leads to one of its documents";

test("nothing is said against what is there", () => {
  expect(objectionsTo(goldenDocuments, goldenEdition)).toEqual([]);
});

test.each([
  ["/", '<link rel="canonical"', '<link rel="original"', "The page has one canonical address"],
  ["/feeds", '<meta property="og:title"', '<meta name="og:title"', "The page has one og:title"],
  [
    "/feeds",
    '<meta property="og:type" content="website"',
    '<meta property="og:type" content=""',
    "og:type is not empty",
  ],
  [
    "/feeds",
    'og:url" content="https://wire.example/feeds"',
    'og:url" content="https://wire.example/"',
    "og:url is the canonical address",
  ],
  [
    CRANE,
    'og:image" content="https://wire.example/media/',
    'og:image" content="/media/',
    "og:image is an absolute URL",
  ],
  ["/", "application/ld+json", "application/json", "The page has one block of JSON-LD"],
  ["/", "</h1>", '</h1><script type="application/ld+json">{}</script>', "The page has one block of JSON-LD"],
  ["/", '{"@context"', '{"@context', "JSON-LD is JSON"],
  ["/", "https://schema.org", "http://schemas.example", "JSON-LD is in schema.org's words"],
  ["/", '"@graph":[', '"@graph":[],"@nodes":[', "JSON-LD says what the page is about"],
  ["/headlines", '"@type":"CollectionPage",', "", "@type in JSON-LD is not empty"],
  ["/headlines", '"name":"', '"title":"', "The name in JSON-LD is not empty"],
  ["/headlines", '"contentUrl":"https:', '"contentUrl":"ftp:', "contentUrl in JSON-LD is an absolute URL"],
  [
    "/headlines",
    '"contentUrl":"https://wire.example/headlines/',
    '"contentUrl":"https://wire.example/none/',
    DEAD,
  ],
  [CRANE, '"headline":', '"name":', "The name in JSON-LD is not empty"],
  [
    CRANE,
    '"inLanguage":"pt-BR"',
    '"inLanguage":"pt_BR"',
    "inLanguage in JSON-LD is a language tag of BCP 47",
  ],
  [CRANE, '"url":"https://wire.example/articles/', '"url":"/articles/', "url in JSON-LD is an absolute URL"],
  [
    CRANE,
    '"datePublished":"2026-01-15T09:20:00Z"',
    '"datePublished":"yesterday"',
    "datePublished in JSON-LD is a date of RFC 3339 in UTC",
  ],
  [
    CRANE,
    '"dateModified":"2026-01-15',
    '"dateModified":"2026-01-14',
    "dateModified in JSON-LD is no earlier than datePublished",
  ],
  [
    CRANE,
    '"publisher":{"@type":"Organization","name"',
    '"publisher":{"@type":"Organization","title"',
    "The publisher in JSON-LD is not empty",
  ],
  [
    CRANE,
    '"author":[{"@type":"Person","name":"João',
    '"author":[{"@type":"Person","nom":"João',
    "An author in JSON-LD is not empty",
  ],
  [
    CRANE,
    '"ImageObject","url":"https://wire.example/media/',
    '"ImageObject","url":"https://wire.example/none/',
    DEAD,
  ],
  [CRANE, '"position":2', '"position":3', "The steps of a trail in JSON-LD are numbered"],
  [CRANE, '"item":"https:', '"item":"ftp:', "item in JSON-LD is an absolute URL"],
  [
    CRANE,
    '"itemListElement":[',
    '"itemListElement":[],"steps":[',
    "A trail in JSON-LD has two steps or more",
  ],
])("in %s, %j made %j: %s", (path, from, to, rule) => {
  expect(brokenRules(path, from, to)).toContain(rule);
});

test("a page that asks not to be found needs none", () => {
  const spoiled = brokenRules(
    "/feeds",
    '<link rel="canonical"',
    '<meta name="robots" content="noindex"><link rel="other"',
  );
  expect(spoiled).toEqual([]);
});
