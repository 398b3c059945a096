import MarkdownIt, { type StateCore, type Token } from "markdown-it";
import { anchorOf, distinctAnchors } from "./anchor-of.ts";
import { footnotes } from "./footnotes.ts";
import { BLOCK_ELEMENTS, GONE_ELEMENTS, KEPT_ELEMENTS } from "./kept-elements.ts";

export type RenderedMarkdown = {
  /** As unsafe as what was written: only for `cleanHtml`. */
  readonly html: string;
  /** Plain text of the heading of level 1 that the text begins with, which is then no part of `html`. */
  readonly title: string | null;
  /** 1-based line of what is nested too deep to be read, and so is no part of `html`. */
  readonly tooDeepAt: number | null;
  /** The pieces of HTML that were written as such. */
  readonly typedHtml: readonly TypedHtml[];
};

export type TypedHtml = {
  readonly html: string;
  /** 1-based; of a piece inside a paragraph the paragraph's. */
  readonly lineNumber: number;
};

/** So deep that nobody writes it, and shallow enough for a parser that calls itself for each level. */
const NESTING_MAX = 100;

const markdown = new MarkdownIt({ html: true, linkify: true, maxNesting: NESTING_MAX });
// Only what is written as an address becomes a link: `wire.example` and `ana@wire.example` may be meant as words.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdown.linkify.add("//", null).add("ftp:", null);
// One policy decides about addresses: cleanHtml's.
markdown.validateLink = () => true;
markdown.use(footnotes);
markdown.core.ruler.push("task_marks", markTasks);
markdown.core.ruler.push("heading_anchors", anchorHeadings);

/**
 * Renders CommonMark with GitHub's tables, strikethrough, task lists, autolinks (of whole addresses) and footnotes, and with
 * an id at each heading. HTML in it stays as it is. Linear.
 *
 * @param isTitle whether a heading of level 1 at the very start is to be taken out as the text's title
 */
export function renderMarkdown(text: string, isTitle: (heading: string) => boolean): RenderedMarkdown {
  const env = {};
  const tokens = markdown.parse(text, env);
  const heading = firstHeading(tokens);
  const title = heading !== null && isTitle(heading) ? heading : null;
  return {
    html: markdown.renderer.render(title === null ? tokens : tokens.slice(3), markdown.options, env),
    title,
    tooDeepAt: tooDeepAt(tokens),
    typedHtml: tokens.flatMap(typedHtmlIn),
  };
}

function typedHtmlIn(block: Token): readonly TypedHtml[] {
  return [block, ...(block.children ?? [])]
    .filter(({ type }) => type === "html_block" || type === "html_inline")
    .map(({ content }) => ({ html: content, lineNumber: lineOf(block) }));
}

function lineOf({ map }: Token): number {
  return (map?.[0] ?? 0) + 1;
}

/** Plain text of a heading of level 1, if it is the first thing there is. */
function firstHeading([open, inline]: readonly Token[]): string | null {
  if (open?.type !== "heading_open" || open.tag !== "h1" || inline === undefined) return null;
  return plainText(inline);
}

/** Whatever is inside a container on the deepest level was passed over. */
function tooDeepAt(tokens: readonly Token[]): number | null {
  const deep = tokens.find(
    ({ level, nesting, type }) =>
      level >= NESTING_MAX - 1 &&
      nesting === 1 &&
      /^(?:blockquote|list_item|footnote_reference)_open$/.test(type),
  );
  return deep === undefined ? null : lineOf(deep);
}

/** Readers drop checkboxes, so the marks of a task list become characters. */
function markTasks({ tokens }: StateCore): void {
  for (const [i, { children }] of tokens.entries()) {
    const [first] = children ?? [];
    const opensItem = tokens[i - 1]?.type === "paragraph_open" && tokens[i - 2]?.type === "list_item_open";
    if (!opensItem || first?.type !== "text") continue;
    first.content = first.content.replace(/^\[([ xX])\](?=\s)/, (_, mark) => (mark === " " ? "☐" : "☑"));
  }
}

/** Gives headings ids made from their text. */
function anchorHeadings({ tokens }: StateCore): void {
  const distinct = distinctAnchors();
  for (const [i, token] of tokens.entries()) {
    const inline = tokens[i + 1];
    if (token.type !== "heading_open" || inline === undefined) continue;
    token.attrSet("id", distinct(anchorOf(plainText(inline)) || "section"));
  }
}

function plainText({ children }: Token): string {
  return (children ?? [])
    .map(({ type, content, children }) => {
      if (type === "softbreak" || type === "hardbreak") return " ";
      if (type === "image") return (children ?? []).map(({ content }) => content).join("");
      return type === "html_inline" && isElement(content) ? "" : content;
    })
    .join("");
}

/** In a heading `<T>` and `<your name>` are words. */
function isElement(tag: string): boolean {
  const name = /^<\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase();
  return name === undefined || KEPT_ELEMENTS.has(name) || GONE_ELEMENTS.has(name) || BLOCK_ELEMENTS.has(name);
}
