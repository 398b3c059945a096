// /embed.js: shows the newest of a channel on any page, beside the script element that loads it. See docs/embedding.md.

import { directionOf, isRightToLeft } from "./direction-of.ts";

type Line = {
  readonly title: string;
  readonly url: string;
  /** RFC 3339. */
  readonly date: string;
  /** Plain text; empty for none. */
  readonly summary: string;
  /** BCP 47. */
  readonly language: string;
};

type List = {
  readonly title: string;
  readonly home: string;
  readonly language: string;
  readonly lines: readonly Line[];
};

/** One for each feed of a page, however many scripts show it. */
type Feed = { list: List | null; readonly widgets: Set<Widget> };

/** All our scripts on a page have it in common, whatever their version. */
type Shared = {
  /** By the feed's address. */
  readonly feeds: Map<string, Feed>;
  /** Whose frames are given their height. */
  readonly origins: Set<string>;
};

type Widget = { readonly host: Element; readonly show: (list: List) => void };

/** What of a JSON Feed is looked at. */
type FeedJson = {
  readonly title: string;
  readonly home_page_url: string;
  readonly language?: string;
  readonly items: readonly ItemJson[];
};

type ItemJson = {
  readonly url: string;
  readonly external_url?: string;
  readonly title: string;
  readonly summary?: string;
  readonly content_text?: string;
  readonly content_html?: string;
  readonly date_published: string;
  readonly language?: string;
};

const LINES_MAX = 30;
const LINES_DEFAULT = 10;
const SUMMARY_CHARS_MAX = 200;
const FRESH_SECONDS_MIN = 60;
const FRESH_SECONDS_DEFAULT = 900;
/** What is fresh for a month by the settings of a cache on the way would be too long for a timer, which then does not wait at all. */
const FRESH_SECONDS_MAX = 86_400;
const FRAME_HEIGHT_MAX = 10_000;
const STYLE = `:host{display:block}section{overflow-wrap:anywhere}ul{list-style:none;margin:0;padding:0}p,li{margin:.5em 0}p{font-weight:bold}a{color:inherit}time{font-size:.875em;white-space:nowrap}div{font-size:.875em}.light,.dark{padding:.1em 1em}.light{color:#1a1a1a;background:#fffdf8}.dark{color:#ece8df;background:#171614}.light a{color:#0b57a4}.dark a{color:#8ec5ff}`;

/** A symbol: no element of the page can take its place. */
const KEY = Symbol.for("teleprinter 1");
const { feeds, origins }: Shared = Reflect.get(window, KEY) ?? { feeds: new Map(), origins: new Set() };
Reflect.set(window, KEY, { feeds, origins });

// From the prototype: an image or a form of the page may be named `currentScript`, and stands before it.
const script: unknown = Reflect.get(Document.prototype, "currentScript", document);
if (script instanceof HTMLScriptElement && script.src !== "") start(script, new URL(script.src).origin);

function start(element: HTMLScriptElement, origin: string): void {
  fitFrames(origin);
  const channel = element.dataset.channel?.replace(/^\/+|\/+$/g, "");
  if (channel === undefined) return;
  const page = new URL(origin);
  // Not by joining the two: `\\evil.example` would be another site.
  if (channel !== "all") page.pathname = channel;
  const home = page.href;
  const address = `${home.replace(/\/$/, "")}/feed.json`;
  const widget = makeWidget(element);

  const known = feeds.get(address);
  const feed = known ?? { list: remembered(address), widgets: new Set<Widget>() };
  feeds.set(address, feed);
  feed.widgets.add(widget);
  try {
    if (feed.list) widget.show(feed.list);
  } catch {
    feed.list = null; // what was remembered is no list: other scripts write there, too
  }
  if (!known) load(address, home, feed);
}

/** In the browser's own cache, which asks with ETag when what it has is too old, and needs no preflight. */
async function load(address: string, home: string, feed: Feed): Promise<void> {
  let seconds = FRESH_SECONDS_DEFAULT;
  try {
    const response = await fetch(address);
    if (!response.ok) throw response;
    seconds = Number(/max-age=(\d+)/.exec(response.headers.get("Cache-Control") ?? "")?.[1] ?? seconds);
    feed.list = listOf(await response.json());
    remember(address, feed.list);
  } catch {
    // What was shown stays. Where nothing was, a link is better than a gap.
    feed.list ??= { title: new URL(home).host, home, language: "", lines: [] };
  }
  for (const widget of feed.widgets) {
    if (widget.host.isConnected) widget.show(feed.list);
    else feed.widgets.delete(widget);
  }
  if (feed.widgets.size === 0) feeds.delete(address);
  else setTimeout(whenSeen, pauseOf(seconds) * 1000, () => load(address, home, feed));
}

function pauseOf(seconds: number): number {
  return Math.min(Math.max(seconds, FRESH_SECONDS_MIN), FRESH_SECONDS_MAX);
}

function whenSeen(action: () => void): void {
  if (document.hidden) document.addEventListener("visibilitychange", action, { once: true });
  else action();
}

function listOf({ title, home_page_url, language = "", items }: FeedJson): List {
  const lines = items.slice(0, LINES_MAX).map((item) => ({
    title: item.title,
    url: item.external_url ?? item.url,
    date: item.date_published,
    summary: summaryOf(item),
    language: item.language ?? language,
  }));
  return { title, home: home_page_url, language, lines };
}

function summaryOf({ title, summary, content_text, content_html = "" }: ItemJson): string {
  const text = summary ?? content_text ?? textOf(content_html);
  if (text === title) return "";
  return text.length > SUMMARY_CHARS_MAX
    ? `${text.slice(0, SUMMARY_CHARS_MAX).replace(/\s*\S*$/, "")}…`
    : text;
}

/** Not by the browser's own parser, which a page may forbid (Trusted Types). What comes of it is only ever shown as text. */
function textOf(html: string): string {
  const named = new Map([
    ["amp", "&"],
    ["lt", "<"],
    ["gt", ">"],
    ["quot", '"'],
    ["nbsp", " "],
  ]);
  return html
    .slice(0, 4_000)
    .replace(/<[^>]*(>|$)/g, " ")
    .replace(/&(\w+);/g, (whole, name) => named.get(name) ?? whole)
    .replace(/\s+/g, " ")
    .trim();
}

/** As long as the window is open, so that nothing of it outlives the visit; some browsers, and some settings, allow not even that. */
function remember(address: string, list: List): void {
  try {
    sessionStorage.setItem(`teleprinter 1 ${address}`, JSON.stringify(list));
  } catch {}
}

function remembered(address: string): List | null {
  try {
    return JSON.parse(sessionStorage.getItem(`teleprinter 1 ${address}`) ?? "null");
  } catch {
    return null;
  }
}

function makeWidget(element: HTMLScriptElement): Widget {
  const { items, theme, summary, root } = element.dataset;
  const host = document.createElement("div");
  host.className = "teleprinter";
  const place = root === "light" ? host : shadowOf(host);
  const most = Math.min(Math.max(Number(items), 0) || LINES_DEFAULT, LINES_MAX);
  let shown = "";
  const show = (list: List) => {
    const text = JSON.stringify(list);
    // Who reads with the keyboard must not be thrown out of the list: the next time will do.
    if (text === shown || host.matches(":focus-within")) return;
    shown = text;
    const section = sectionOf(list, most, summary === "yes");
    if (theme === "light" || theme === "dark") section.classList.add(theme);
    place.replaceChildren(section);
  };
  element.after(host);
  return { host, show };
}

function shadowOf(host: Element): ShadowRoot {
  const root = host.attachShadow({ mode: "open" });
  try {
    // Not an element: `style-src` of the page has no say in it.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {} // an older browser shows it without
  return root;
}

function sectionOf({ title, home, language, lines }: List, most: number, hasSummary: boolean): Element {
  const section = make("section", "section");
  section.setAttribute("aria-label", title);
  speak(section, language);
  if (language) section.dir = isRightToLeft(language) ? "rtl" : "ltr";
  const heading = make("p", "title");
  heading.append(link(title, home, language));
  section.append(heading);
  const list = make("ul", "list");
  for (const line of lines.slice(0, most)) list.append(itemOf(line, language, hasSummary));
  if (lines.length > 0) section.append(list);
  return section;
}

function itemOf({ title, url, date, summary, language }: Line, around: string, hasSummary: boolean): Element {
  const item = make("li", "item");
  if (language !== around) speak(item, language);
  const time = make("time", "time");
  time.dateTime = date;
  time.textContent = dayOf(date, around);
  item.append(link(title, url, language), " ", time);
  if (hasSummary && summary) {
    const text = make("div", "summary");
    text.dir = directionOf(summary, language);
    text.textContent = summary;
    item.append(text);
  }
  return item;
}

function dayOf(date: string, language: string): string {
  try {
    return new Date(date).toLocaleDateString(language || undefined, { dateStyle: "medium" });
  } catch {
    return date.slice(0, "2026-01-16".length); // the browser takes the language for none
  }
}

function link(text: string, url: string, language: string): Element {
  const anchor = make("a", "link");
  anchor.dir = directionOf(text, language);
  anchor.textContent = text;
  if (/^https?:/.test(url)) anchor.href = url;
  anchor.rel = "noopener";
  return anchor;
}

function speak(element: HTMLElement, language: string): void {
  if (language) element.lang = language;
}

/** @param part how the page's own styles reach it, in the shadow root (`::part()`) and outside (as a class) */
function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  part: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.setAttribute("part", part);
  element.className = `teleprinter-${part}`;
  return element;
}

/** Gives the frames that show our pages the height that they tell. */
function fitFrames(origin: string): void {
  if (origins.has(origin)) return;
  origins.add(origin);
  addEventListener("message", ({ data, source }) => {
    if (data?.teleprinter !== "height") return;
    const frame = framesOf(origin).find(({ contentWindow }) => contentWindow === source);
    if (frame) frame.style.height = `${Math.min(Number(data.height) || 0, FRAME_HEIGHT_MAX)}px`;
  });
  for (const frame of framesOf(origin)) frame.contentWindow?.postMessage({ teleprinter: "ready" }, "*");
}

function framesOf(origin: string): readonly HTMLIFrameElement[] {
  return [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(`${origin}/embed/`));
}
