// The page at /embed: makes the line to copy of what is chosen, and shows it live.

import { directionOf, isRightToLeft } from "./direction-of.ts";

type Choice = {
  readonly channel: string;
  /** What people call the channel. */
  readonly name: string;
  readonly way: "script" | "light" | "frame" | "static";
  readonly items: number;
  readonly theme: string;
  readonly summary: boolean;
};

/** What of `/feeds.json` is looked at. */
type FeedsJson = {
  readonly feeds: readonly { readonly kind: string; readonly title: string; readonly page_url: string }[];
};

/** What of a JSON Feed is looked at. */
type FeedJson = {
  readonly title: string;
  readonly home_page_url: string;
  readonly language?: string;
  readonly items: readonly {
    readonly url: string;
    readonly external_url?: string;
    readonly title: string;
    readonly date_published: string;
    readonly language?: string;
  }[];
};

const ITEMS_DEFAULT = 10;
const HEAD_HEIGHT = 64;
const LINE_HEIGHT = 60;
/** Of the page itself, whatever address it says the site has: to try things out at another one. */
const HERE = location.origin;

const form = find("builder", HTMLFormElement);
const choices = find("choices", HTMLFieldSetElement);
const channels = find("channel", HTMLSelectElement);
const snippet = find("snippet", HTMLTextAreaElement);
const copy = find("copy", HTMLButtonElement);
const copied = find("copied", HTMLElement);
const preview = find("preview", HTMLElement);
const { site = HERE, script = "", integrity = "" } = form.dataset;

/** What is chosen now; what was asked for before may come late. */
let asked = 0;

choices.disabled = false;
copy.disabled = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", show);
snippet.addEventListener("focus", () => snippet.select());
copy.addEventListener("click", copyLine);
listChannels()
  .catch(() => undefined)
  .then(show);

function find<E extends HTMLElement>(id: string, type: new () => E): E {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`There is no ${id}`);
}

async function listChannels(): Promise<void> {
  const { feeds }: FeedsJson = await (await fetch("/feeds.json")).json();
  const options = feeds.map(({ title, page_url }) => new Option(title, nameOf(page_url)));
  channels.replaceChildren(...options);
  const wanted = new URLSearchParams(location.search).get("channel");
  if (options.some(({ value }) => value === wanted)) channels.value = wanted ?? "all";
}

/** `sections/harbour`, of the address of its page. */
function nameOf(page: string): string {
  return decodeURI(new URL(page).pathname).replace(/^\//, "") || "all";
}

function chosen(): Choice {
  const value = (id: string) => find(id, HTMLSelectElement).value;
  const way = value("way");
  const items = find("items", HTMLInputElement);
  return {
    channel: channels.value,
    name: channels.selectedOptions[0]?.text ?? "",
    way: way === "light" || way === "frame" || way === "static" ? way : "script",
    items: items.validity.valid && items.value !== "" ? Number(items.value) : ITEMS_DEFAULT,
    theme: value("theme"),
    summary: find("summary", HTMLInputElement).checked,
  };
}

async function show(): Promise<void> {
  asked += 1;
  const asking = asked;
  const choice = chosen();
  copied.textContent = "";
  const line = choice.way === "static" ? await staticHtml(choice) : lineOf(choice);
  if (asking !== asked) return;
  snippet.value = line;
  preview.replaceChildren(choice.way === "frame" ? frameOf(choice) : scriptOf(choice));
}

function lineOf(choice: Choice): string {
  const fromUs = [
    ["src", site + script],
    ["integrity", integrity],
    ["crossorigin", "anonymous"],
  ] as const;
  if (choice.way !== "frame") return tag("script", [...fromUs, ...dataOf(choice), ["async", ""]]);
  const frame = tag("iframe", [
    ["src", frameAddress(choice, site)],
    ["title", choice.name],
    ["width", "100%"],
    ["height", String(heightOf(choice))],
    ["frameborder", "0"],
    ["loading", "lazy"],
  ]);
  // Without its second line the frame keeps the height that the first one says.
  return `${frame}\n${tag("script", [...fromUs, ["async", ""]])}`;
}

/** Only what is not as by default. */
function dataOf({ channel, way, items, theme, summary }: Choice): readonly (readonly [string, string])[] {
  const data: (readonly [string, string])[] = [["data-channel", channel]];
  if (items !== ITEMS_DEFAULT) data.push(["data-items", String(items)]);
  if (way === "light") data.push(["data-root", "light"]);
  else if (theme !== "auto") data.push(["data-theme", theme]);
  if (summary) data.push(["data-summary", "yes"]);
  return data;
}

function frameAddress({ channel, items, theme, summary }: Choice, origin: string): string {
  const query = new URLSearchParams();
  if (items !== ITEMS_DEFAULT) query.set("items", String(items));
  if (theme !== "auto") query.set("theme", theme);
  if (summary) query.set("summary", "yes");
  const address = new URL(`/embed/${channel}`, origin);
  address.search = query.toString();
  return address.href;
}

function heightOf({ items }: Choice): number {
  return HEAD_HEIGHT + items * LINE_HEIGHT;
}

function frameOf(choice: Choice): Element {
  const frame = document.createElement("iframe");
  frame.src = frameAddress(choice, HERE);
  frame.title = choice.name;
  frame.width = "100%";
  frame.height = String(heightOf(choice));
  return frame;
}

/** Of plain HTML, too: that is as it looks where no style is. */
function scriptOf(choice: Choice): Element {
  const element = document.createElement("script");
  const data = dataOf(choice.way === "static" ? { ...choice, way: "light", summary: false } : choice);
  for (const [name, value] of data) element.setAttribute(name, value);
  element.src = HERE + script;
  return element;
}

async function staticHtml({ channel, items }: Choice): Promise<string> {
  const path = channel === "all" ? "/feed.json" : `/${channel}/feed.json`;
  const feed: FeedJson = await (await fetch(path)).json();
  const language = feed.language ?? "en";
  const lines = feed.items.slice(0, items).map((item) => {
    const day = new Date(item.date_published).toLocaleDateString(language, { dateStyle: "long" });
    const own =
      item.language !== undefined && item.language !== language ? ` lang="${escaped(item.language)}"` : "";
    const address = escaped(item.external_url ?? item.url);
    const direction = directionOf(item.title, item.language ?? language);
    return `<li><a href="${address}"${own} dir="${direction}">${escaped(item.title)}</a>, ${escaped(day)}</li>`;
  });
  const source = `<p><a href="${escaped(feed.home_page_url)}">${escaped(feed.title)}</a></p>`;
  return `<div lang="${escaped(language)}" dir="${isRightToLeft(language) ? "rtl" : "ltr"}">\n${source}\n<ul>\n${lines.join("\n")}\n</ul>\n</div>`;
}

function tag(name: string, attributes: readonly (readonly [name: string, value: string])[]): string {
  const written = attributes.map(([key, value]) => (value === "" ? key : `${key}="${escaped(value)}"`));
  return `<${name} ${written.join(" ")}></${name}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

async function copyLine(): Promise<void> {
  try {
    await navigator.clipboard.writeText(snippet.value);
    copied.textContent = "Copied";
  } catch {
    snippet.focus();
    copied.textContent = "Select the line and copy it";
  }
}
