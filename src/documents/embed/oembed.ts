import { html } from "hono/html";
import { escapeMarkup } from "../../articles/escape-markup.ts";
import { FRAME_DEFAULTS } from "./frame-options.ts";
import type { PageFacts } from "./page-facts.ts";

/** What somebody wants to show, and in how much space. */
export type OembedRequest = {
  readonly facts: PageFacts;
  /** Absolute URL of the page that shows it in a frame. */
  readonly frame: string;
  /** A channel is shown as a list, an item as a card. */
  readonly shows: "list" | "card";
  /** Pixels; null for no limit. */
  readonly maxWidth: number | null;
  readonly maxHeight: number | null;
};

/** Members by their names; those for which there is nothing to say are absent. */
export type OembedAnswer = Readonly<Record<string, string | number>>;

const WIDTH = 600;
const CARD_HEIGHT = 200;
const PICTURE_HEIGHT = 236;
const LIST_HEAD_HEIGHT = 64;
const LINE_HEIGHT = 60;
/** Seconds. What was withdrawn must not stand elsewhere for days. */
const CACHE_AGE = 3_600;

/** @see https://oembed.com/ §2.3.4 */
export function oembedAnswer(request: OembedRequest): OembedAnswer {
  const { facts, maxWidth, maxHeight } = request;
  const width = atMost(WIDTH, maxWidth);
  const items = itemsWithin(maxHeight);
  const height = atMost(request.shows === "card" ? cardHeight(facts) : listHeight(items), maxHeight);
  const isShort = request.shows === "list" && items !== FRAME_DEFAULTS.items;
  const frame = isShort ? `${request.frame}?items=${items}` : request.frame;
  return {
    version: "1.0",
    type: "rich",
    title: facts.title,
    ...(facts.author && { author_name: facts.author.name }),
    ...(facts.author?.url && { author_url: facts.author.url }),
    provider_name: facts.publisher.name,
    provider_url: facts.publisher.url,
    cache_age: CACHE_AGE,
    ...thumbnail(request),
    width,
    height,
    html: embedHtml({ title: facts.title, url: facts.url, frame, width, height }),
  };
}

/** The specification wants all three or none, and none that is larger than was asked for. */
function thumbnail({ facts: { image }, maxWidth, maxHeight }: OembedRequest): OembedAnswer {
  if (image === null || image.width === null || image.height === null) return {};
  if (image.width > (maxWidth ?? image.width) || image.height > (maxHeight ?? image.height)) return {};
  return { thumbnail_url: image.url, thumbnail_width: image.width, thumbnail_height: image.height };
}

type Framed = {
  readonly title: string;
  readonly url: string;
  readonly frame: string;
  readonly width: number;
  readonly height: number;
};

/**
 * WordPress takes a quotation before the frame for what is shown until the frame has told its height, and without one it neither
 * listens nor lets links out. It throws `hidden` away, which hides the quotation everywhere else.
 */
function embedHtml({ title, url, frame, width, height }: Framed): string {
  const quotation = html`<blockquote hidden><a href="${url}">${title}</a></blockquote>`;
  return String(
    html`${quotation}<iframe src="${frame}" title="${title}" width="${width}" height="${height}" frameborder="0"></iframe>`,
  );
}

function cardHeight({ image }: PageFacts): number {
  return image === null ? CARD_HEIGHT : CARD_HEIGHT + PICTURE_HEIGHT;
}

function listHeight(items: number): number {
  return LIST_HEAD_HEIGHT + items * LINE_HEIGHT;
}

function itemsWithin(maxHeight: number | null): number {
  if (maxHeight === null) return FRAME_DEFAULTS.items;
  const fitting = Math.floor((maxHeight - LIST_HEAD_HEIGHT) / LINE_HEIGHT);
  return Math.max(1, Math.min(fitting, FRAME_DEFAULTS.items));
}

function atMost(size: number, limit: number | null): number {
  return Math.min(size, limit ?? size);
}

export function oembedJson(answer: OembedAnswer): string {
  return `${JSON.stringify(answer)}\n`;
}

export function oembedXml(answer: OembedAnswer): string {
  const elements = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escapeMarkup(String(value))}</${name}>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${elements.join("")}</oembed>\n`;
}
