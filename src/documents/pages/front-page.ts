import { html } from "hono/html";
import type { ArticleItem, Channel, Edition, HeadlineItem } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import { formatDay } from "../format-day.ts";
import { channelUrl } from "./channel-url.ts";
import type { Guide } from "./guide.ts";
import { itemList, shortText } from "./item-list.ts";
import { directionOf, langIfOther } from "./language.ts";
import type { Html, Page } from "./layout.ts";
import { pictureImage } from "./picture-figure.ts";
import { shortTime, weekday } from "./time.ts";
import { type WordKey, type Words, wordsOf } from "./words.ts";

const HEADLINES_MAX = 24;
/** More would push the news off the first screen. */
const SECTIONS_MAX = 16;
const STORIES_MAX = 9;
/** UTF-16 code units: of the newest article with a picture, and without one. */
const LEAD_CHARS_MAX = 300;
const LONG_LEAD_CHARS_MAX = 700;
const STORY_CHARS_MAX = 160;

/** What the parts of the front page are made with. */
type Making = {
  readonly site: Site;
  readonly words: Words;
  /** The day of the newest item: `2026-01-16`. */
  readonly today: string;
};

/** The page at `/`: the newest article, the newest headlines, more articles, and the sections. */
export function frontPage(edition: Edition, { all }: Guide): Page {
  const { site, items } = edition;
  const [newest] = items;
  const words = wordsOf(site.language, site);
  const today = newest === undefined ? "" : formatDay(newest.published, site.timeZone);
  const making = { site, words, today };
  const [first, ...others] = items.filter((item) => item.kind === "article").slice(0, STORIES_MAX + 1);
  const headlines = items.filter((item) => item.kind === "headline").slice(0, HEADLINES_MAX);
  const main = html`${dateline(edition, making)}${newest === undefined && html`<p>${words.html("nothing")}</p>\n`}${first !== undefined && lead(first, making)}${wire(headlines, edition, making)}${stories(others, edition, making)}`;
  return {
    kind: "page",
    about: { kind: "front" },
    path: "/",
    title: site.title,
    heading: site.title,
    canonical: new URL("/", site.url).href,
    language: site.language,
    channels: all,
    trail: [],
    main,
  };
}

function dateline(edition: Edition, { today, words }: Making): Html | null {
  const links = sections(edition, words);
  if (today === "" && links === null) return null;
  return html`<div class="dateline">
${today !== "" && html`<p>${weekday(today, words)}</p>\n`}${links}</div>
`;
}

function sections({ channels, site }: Edition, words: Words): Html | null {
  const found = channels.filter(({ kind }) => kind === "section");
  const links = found
    .slice(0, SECTIONS_MAX)
    .map(
      (channel) =>
        html`<li><a href="${channelUrl(channel, site)}"${langIfOther(channel.language, words.languageOf("sections"))} dir="auto">${channel.label}</a></li>\n`,
    );
  if (links.length === 0) return null;
  return html`<nav aria-label="${words.text("sections")}"${words.lang("sections")}>
<ul>
${links}${found.length > SECTIONS_MAX && html`<li><a href="${new URL("/feeds#group-sections", site.url).href}"${words.lang("allFeeds")}>${words.text("allFeeds")}</a></li>\n`}</ul>
</nav>
`;
}

/** The newest article; without a picture to look at it says more. */
function lead(article: ArticleItem, making: Making): Html {
  const { title, titleDerived, url, image } = article;
  const text = shortText(article, image === null ? LONG_LEAD_CHARS_MAX : LEAD_CHARS_MAX);
  const lang = langIfOther(article.language, making.words.page);
  return html`<article class="${titleDerived ? "lead h-entry title-derived" : "lead h-entry"}"${lang}>
${image !== null && html`<figure>${pictureImage(image)}</figure>\n`}<div>
<h2 class="p-name" dir="${directionOf(title, article.language)}"><a class="u-url" href="${url}">${title}</a></h2>
${facts(article, making)}${summary(text, article)}</div>
</article>
`;
}

function stories(articles: readonly ArticleItem[], edition: Edition, making: Making): Html | null {
  if (articles.length === 0) return null;
  return html`<section class="stories" aria-labelledby="articles">
${heading("articles", making)}<div>
${articles.map((article) => story(article, making))}</div>
${more("articles", "moreArticles", edition, making)}</section>
`;
}

function story(article: ArticleItem, making: Making): Html {
  const text = shortText(article, STORY_CHARS_MAX);
  return html`<article class="h-entry"${langIfOther(article.language, making.words.page)}>
<h3 class="p-name" dir="${directionOf(article.title, article.language)}"><a class="u-url" href="${article.url}">${article.title}</a></h3>
${facts(article, making)}${summary(text, article)}</article>
`;
}

function summary(text: string, { language }: ArticleItem): Html | false {
  return text !== "" && html`<p class="p-summary" dir="${directionOf(text, language)}">${text}</p>\n`;
}

function wire(headlines: readonly HeadlineItem[], edition: Edition, making: Making): Html | null {
  if (headlines.length === 0) return null;
  const { today, words, site } = making;
  return html`<section class="headlines h-feed" aria-labelledby="headlines">
${heading("headlines", making)}${itemList(headlines, today, words, site)}${more("headlines", "moreHeadlines", edition, making)}</section>
`;
}

function heading(key: WordKey, { words }: Making): Html {
  return html`<h2 id="${key}" class="rubric"${words.lang(key)}>${words.text(key)}</h2>\n`;
}

/** The way to all of a kind. */
function more(
  kind: Channel["kind"],
  key: WordKey,
  { channels }: Edition,
  { words, site }: Making,
): Html | null {
  const channel = channels.find((one) => one.kind === kind);
  if (channel === undefined) return null;
  return html`<p class="more"><a href="${channelUrl(channel, site)}"${words.lang(key)}>${words.text(key)}</a></p>\n`;
}

/** In the language of the page, which the article around it may not be in. */
function facts({ authors, published, language }: ArticleItem, { words, today, site }: Making): Html {
  const time = html`<span${langIfOther(words.page, language)}>${shortTime(published, today, words, site)}</span>`;
  const names = authors.map(({ name }) => name).join(", ");
  return html`<p class="facts">${names !== "" && html`<span class="p-author" dir="auto">${names}</span> · `}${time}</p>\n`;
}
