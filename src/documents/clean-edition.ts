import type { Author } from "../articles/author.ts";
import type {
  Archive,
  ArticleItem,
  Category,
  Channel,
  CorrectionItem,
  Edition,
  Enclosure,
  HeadlineItem,
  Item,
  NoticeItem,
} from "../edition/edition.ts";
import { lazily } from "../edition/lazily.ts";
import type { Picture } from "../edition/media.ts";
import type { Site } from "../edition/site.ts";
import type { Theme, ThemeLink } from "../edition/theme.ts";
import { cleanLine, cleanText } from "../newswire/clean-text.ts";
import { cleanUrl } from "./clean-url.ts";

/**
 * The edition with every string fit for every format: text without characters that XML forbids, URLs absolute and
 * percent-encoded, an address that is none left out. The text arrives clean; this is the one place that makes sure,
 * because a single forbidden character makes a whole feed unreadable, with all the items beside it.
 */
export function cleanEdition(edition: Edition): Edition {
  return {
    ...edition,
    site: cleanSite(edition.site),
    icon: cleanPicture(edition.icon),
    logo: cleanPicture(edition.logo),
    masthead: cleanPicture(edition.masthead),
    items: edition.items.map(cleanItem),
    channels: edition.channels.map(cleanChannel),
    gone: edition.gone.map((gone) => ({ ...gone, reason: lineOrNull(gone.reason) })),
  };
}

/** Made once of each site: the same site gives the very same clean one. */
export const cleanSite = once(
  (site: Site): Site => ({
    ...site,
    title: cleanLine(site.title),
    description: cleanLine(site.description),
    home: new URL(site.home).href,
    language: cleanLine(site.language),
    authors: cleanAuthors(site.authors),
    rights: lineOrNull(site.rights),
    licence: urlOrNull(site.licence),
    theme: cleanTheme(site.theme),
  }),
);

function cleanTheme(theme: Theme): Theme {
  const cleanLink = ({ label, url }: ThemeLink) => ({ label: cleanLine(label), url });
  return {
    ...theme,
    footer: theme.footer.map((line) => (typeof line === "string" ? cleanLine(line) : cleanLink(line))),
    links: theme.links.map(cleanLink),
    readers: theme.readers?.map((app) => ({ ...app, name: cleanLine(app.name) })) ?? null,
    words: Object.fromEntries(Object.entries(theme.words).map(([key, text]) => [key, cleanLine(text)])),
  };
}

/** Made once of each channel. */
const cleanChannel = once(
  (channel: Channel): Channel => ({
    ...channel,
    label: cleanLine(channel.label),
    title: cleanLine(channel.title),
    description: cleanLine(channel.description),
    language: cleanLine(channel.language),
    items: channel.items.map(cleanItem),
    archives: channel.archives.map(cleanArchive),
  }),
);

const cleanArchive = once(
  (archive: Archive): Archive => ({ ...archive, items: archive.items.map(cleanItem) }),
);

/** Made once of each item: wherever it stands in the edition, it is the very same clean one. */
export const cleanItem = once((item: Item): Item => {
  switch (item.kind) {
    case "article":
      return cleanArticle(item);
    case "headline":
      return cleanHeadline(item);
    case "notice":
      return cleanNotice(item);
    case "correction":
      return cleanCorrection(item);
  }
});

/** Its texts are cleaned when they are first asked for, so that they are not even made before. */
function cleanArticle(article: ArticleItem): ArticleItem {
  const { titleDerived } = article;
  const html = cleanHtmlOf(article);
  const paragraphs = cleanParagraphsOf(article);
  return {
    kind: "article",
    ...cleanFacts(article),
    titleDerived,
    dateline: lineOrNull(article.dateline),
    get paragraphs() {
      return paragraphs();
    },
    get html() {
      return html();
    },
    summary: lineOrNull(article.summary),
    image: cleanPicture(article.image),
    pictures: article.pictures.flatMap((picture) => cleanPicture(picture) ?? []),
    enclosures: article.enclosures.flatMap(cleanEnclosure),
    link: urlOrNull(article.link),
    canonical: urlOrNull(article.canonical),
    licence: urlOrNull(article.licence),
    corrections: article.corrections.map((correction) => ({
      ...correction,
      note: cleanLine(correction.note),
    })),
  };
}

// Functions of their own, because a getter holds all that the functions beside it hold.
function cleanHtmlOf(article: ArticleItem): () => string | null {
  return lazily(() => (article.html === null ? null : cleanText(article.html).text));
}

function cleanParagraphsOf(article: ArticleItem): () => readonly string[] {
  return lazily(() => article.paragraphs.map(cleanParagraph));
}

/** The very string that was given if it is clean, so that long texts are not kept twice. */
function cleanParagraph(text: string): string {
  const clean = cleanLine(text);
  return clean === text ? text : clean;
}

function cleanHeadline(headline: HeadlineItem): HeadlineItem {
  return { ...headline, ...cleanFacts(headline), address: urlOrNull(headline.address) };
}

function cleanNotice(notice: NoticeItem): NoticeItem {
  return { ...notice, ...cleanFacts(notice), reason: cleanLine(notice.reason) };
}

function cleanCorrection(correction: CorrectionItem): CorrectionItem {
  const { note, corrected } = correction;
  return {
    ...correction,
    ...cleanFacts(correction),
    note: cleanLine(note),
    corrected: cleanLine(corrected),
  };
}

function cleanFacts(item: Item) {
  const { id, path, slug, published, embargoed, updated, changed } = item;
  const { title, url, authors, language, categories, source } = item;
  return {
    ...{ id, path, slug, published, embargoed, updated, changed },
    title: cleanLine(title),
    url: new URL(url).href,
    authors: cleanAuthors(authors),
    language: cleanLine(language),
    categories: categories.map(cleanCategory),
    source: cleanSource(source),
  };
}

function cleanAuthors(authors: readonly Author[]): readonly Author[] {
  return authors.map(cleanAuthor).filter(({ name }) => name !== "");
}

function cleanAuthor({ name, url, email, avatar }: Author): Author {
  const safeUrl = urlOrNull(url);
  const safeAvatar = urlOrNull(avatar);
  return {
    name: cleanLine(name),
    ...(safeUrl !== null && { url: safeUrl }),
    ...(email !== undefined && { email: cleanLine(email) }),
    ...(safeAvatar !== null && { avatar: safeAvatar }),
  };
}

/** Made once: many items share one. */
const cleanCategory = once(
  (category: Category): Category => ({
    ...category,
    term: cleanLine(category.term),
    scheme: new URL(category.scheme).href,
    label: cleanLine(category.label),
  }),
);

function cleanSource(source: Item["source"]): Item["source"] {
  const name = lineOrNull(source?.name);
  if (name === null) return null;
  const url = urlOrNull(source?.url);
  return { name, ...(url !== null && { url }) };
}

function cleanPicture(picture: Picture | null): Picture | null {
  const url = urlOrNull(picture?.url);
  if (picture === null || url === null) return null;
  return { ...picture, url, alt: cleanLine(picture.alt), credit: lineOrNull(picture.credit) };
}

function cleanEnclosure(enclosure: Enclosure): readonly Enclosure[] {
  const url = cleanUrl(enclosure.url);
  if (url === null) return [];
  return [{ ...enclosure, url, type: cleanLine(enclosure.type), title: lineOrNull(enclosure.title) }];
}

/** A text of which nothing is left says nothing. */
function lineOrNull(text: string | null | undefined): string | null {
  return cleanLine(text ?? "") || null;
}

function urlOrNull(url: string | null | undefined): string | null {
  return cleanUrl(url ?? "");
}

/** A function that remembers what it made of an object for as long as the object lives. */
function once<T extends object>(make: (value: T) => T): (value: T) => T {
  const made = new WeakMap<T, T>();
  return (value) => {
    const known = made.get(value);
    if (known !== undefined) return known;
    const result = make(value);
    made.set(value, result);
    // What is clean stays as it is.
    made.set(result, result);
    return result;
  };
}
