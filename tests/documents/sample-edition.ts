import type {
  ArticleItem,
  Category,
  Channel,
  ChannelKind,
  CorrectionItem,
  Edition,
  HeadlineItem,
  Item,
  NoticeItem,
} from "../../src/edition/edition.ts";
import type { Site } from "../../src/edition/site.ts";
import { OUR_THEME } from "../../src/edition/theme.ts";

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
  licence: null,
  icon: null,
  logo: null,
  feed: { itemsMax: 100, itemsMin: 20, bytesMax: 250_000 },
  sections: [],
  tags: [],
  contributors: [],
  languages: [],
  selections: [],
  correctionsInAll: false,
  theme: OUR_THEME,
};

function facts(path: string, slug: string) {
  return {
    path,
    slug,
    url: new URL(path, sampleSite.url).href,
    authors: [],
    published,
    embargoed: false,
    updated: published,
    changed: published,
    language: sampleSite.language,
    categories: [],
    source: null,
  };
}

/** An article as plain as can be, but for the facts given. */
export function article(given: Partial<ArticleItem> = {}): ArticleItem {
  const slug = given.slug ?? "plain-article";
  return {
    kind: "article",
    id: "urn:uuid:8d1f0c1a-0000-5000-8000-000000000001",
    title: "A plain article",
    ...facts(`/articles/${slug}`, slug),
    changed: given.updated ?? published,
    titleDerived: false,
    dateline: null,
    paragraphs: ["One paragraph."],
    html: null,
    summary: null,
    image: null,
    pictures: [],
    enclosures: [],
    link: null,
    canonical: null,
    licence: null,
    corrections: [],
    ...given,
  };
}

/** A headline as plain as can be, but for the facts given. */
export function headline(given: Partial<HeadlineItem> = {}): HeadlineItem {
  const slug = given.slug ?? "plain-headline";
  return {
    kind: "headline",
    id: "urn:uuid:8d1f0c1a-0000-5000-8000-000000000002",
    title: "A plain headline",
    ...facts(`/headlines/${slug}`, slug),
    changed: given.updated ?? published,
    address: null,
    ...given,
  };
}

/** What stands in the place of a withdrawn article. */
export function notice(given: Partial<NoticeItem> = {}): NoticeItem {
  const slug = given.slug ?? "withdrawn-article";
  return {
    kind: "notice",
    id: "urn:uuid:8d1f0c1a-0000-5000-8000-000000000003",
    title: "Withdrawn",
    ...facts(`/articles/${slug}`, slug),
    changed: given.updated ?? published,
    reason: "The court asked for it.",
    ...given,
  };
}

/** A correction of the plain article, if no other is given. */
export function correction(given: Partial<CorrectionItem> = {}, of: ArticleItem = article()): CorrectionItem {
  const { path, slug, url, title } = of;
  const id = given.id ?? "urn:uuid:8d1f0c1a-0000-5000-8000-000000000004";
  return {
    kind: "correction",
    id,
    title: `Correction: ${title}`,
    ...facts(path, slug),
    changed: given.updated ?? published,
    url: `${url}#correction-${id.slice(-8)}`,
    note: "It was Tuesday.",
    corrected: title,
    ...given,
  };
}

/** A section or tag whose channel stands at `term`. */
export function category(kind: Category["kind"], term: string, label: string): Category {
  return { kind, term, scheme: new URL(`/${kind}s/${term}`, sampleSite.url).href, label };
}

/** A channel of these items, none of which is in an archive, but for the facts given. */
export function channelOf(
  kind: ChannelKind,
  name: string,
  items: readonly Item[],
  given: Partial<Channel> = {},
): Channel {
  const path = kind === "all" ? "" : `/${name}`;
  const label = name.slice(name.indexOf("/") + 1);
  return {
    kind,
    name,
    path,
    id: `urn:uuid:8d1f0c1a-0000-5000-8000-${numberOf(name).toString(16).padStart(12, "0")}`,
    label,
    title: kind === "all" ? sampleSite.title : `${sampleSite.title}: ${label}`,
    description: sampleSite.description,
    language: sampleSite.language,
    updated: new Date("2026-01-16T12:00:00Z"),
    freshSeconds: 900,
    content: "full",
    limits: sampleSite.feed,
    items,
    open: new Set(items.map(({ id }) => id)),
    archives: [],
    deleted: [],
    ...given,
  };
}

/** Differs from name to name. */
function numberOf(name: string): number {
  const known = ["all", "headlines", "articles"].indexOf(name);
  if (known !== -1) return 0x101 + known;
  let number = 0;
  for (const letter of name) number = (number * 31 + (letter.codePointAt(0) ?? 0)) % 2 ** 40;
  return number;
}

/** An edition of these items with the three channels by kind, but for the facts given. */
export function editionOf(
  items: readonly Item[],
  site: Partial<Site> = {},
  given: Partial<Edition> = {},
): Edition {
  const whole = { ...sampleSite, ...site };
  const settings = { language: whole.language, limits: whole.feed };
  return {
    site: whole,
    at: new Date("2026-01-16T12:00:00Z"),
    icon: null,
    logo: null,
    masthead: null,
    items,
    channels: [
      channelOf("all", "all", items, settings),
      channelOf(
        "headlines",
        "headlines",
        items.filter(({ kind }) => kind === "headline"),
        settings,
      ),
      channelOf(
        "articles",
        "articles",
        items.filter(({ kind }) => kind === "article" || kind === "notice"),
        settings,
      ),
    ],
    gone: [],
    moves: [],
    media: [],
    ...given,
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
