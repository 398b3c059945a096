import type { ArticleItem, Channel, Edition, HeadlineItem, Item } from "../../src/edition/edition.ts";
import type { Site } from "../../src/edition/site.ts";

const published = new Date("2026-01-16T09:30:00Z");

export const sampleSite: Site = {
  title: "The Lumen Wire",
  description: "News from Port Lumen & around",
  url: "https://wire.example",
  home: "https://wire.example/",
  language: "en-GB",
  timeZone: "UTC",
  authors: [],
  rights: "© 2026 The Lumen Wire, CC BY 4.0",
  feed: { itemsMax: 100, itemsMin: 20, bytesMax: 250_000 },
};

/** An article as plain as can be, but for the facts given. */
export function article(facts: Partial<ArticleItem> = {}): ArticleItem {
  const slug = facts.slug ?? "plain-article";
  return {
    kind: "article",
    id: "urn:uuid:8d1f0c1a-0000-5000-8000-000000000001",
    slug,
    title: "A plain article",
    url: new URL(`/articles/${slug}`, sampleSite.url).href,
    authors: [],
    published,
    updated: published,
    titleDerived: false,
    dateline: null,
    paragraphs: ["One paragraph."],
    ...facts,
  };
}

/** A headline as plain as can be, but for the facts given. */
export function headline(facts: Partial<HeadlineItem> = {}): HeadlineItem {
  const slug = facts.slug ?? "plain-headline";
  return {
    kind: "headline",
    id: "urn:uuid:8d1f0c1a-0000-5000-8000-000000000002",
    slug,
    title: "A plain headline",
    url: new URL(`/headlines/${slug}`, sampleSite.url).href,
    authors: [],
    published,
    updated: published,
    address: null,
    ...facts,
  };
}

/** An edition of these items with the three channels. */
export function editionOf(items: readonly Item[], site: Partial<Site> = {}): Edition {
  const channel = (name: string, path: string, digit: number, selected: readonly Item[]): Channel => ({
    name,
    path,
    id: `urn:uuid:8d1f0c1a-0000-5000-8000-00000000010${digit}`,
    title: path === "" ? sampleSite.title : `${sampleSite.title}: ${name}`,
    description: sampleSite.description,
    updated: new Date("2026-01-16T12:00:00Z"),
    items: selected,
  });
  return {
    site: { ...sampleSite, ...site },
    items,
    channels: [
      channel("all", "", 1, items),
      channel(
        "headlines",
        "/headlines",
        2,
        items.filter(({ kind }) => kind === "headline"),
      ),
      channel(
        "articles",
        "/articles",
        3,
        items.filter(({ kind }) => kind === "article"),
      ),
    ],
  };
}

/** `count` headlines, a second apart, newest first. */
export function manyHeadlines(count: number): readonly HeadlineItem[] {
  return Array.from({ length: count }, (_, index) => {
    const instant = new Date(published.getTime() - index * 1000);
    return headline({
      id: `urn:uuid:8d1f0c1a-0000-5000-8000-1${String(index).padStart(11, "0")}`,
      slug: `headline-${index}`,
      title: `Headline number ${index}`,
      published: instant,
      updated: instant,
    });
  });
}
