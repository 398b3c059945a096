import { parse } from "parse5";
import type { Mistake } from "../yaml/mistake.ts";
import { attributeOf, elementsOf, type HtmlElement } from "./check/html-tree.ts";

/** A place in a layout that is filled. */
type Slot = {
  readonly expected: string;
  /** What stands there while the layout is checked: without a line end, so that lines stay what they are. */
  readonly standIn: string;
  /** Whether a browser sees the stand-in, as this element, where it belongs. */
  readonly isAt: (element: HtmlElement) => boolean;
};

const SLOTS: Readonly<Record<string, Slot>> = {
  language: attributeSlot("lang", "language"),
  direction: attributeSlot("dir", "direction"),
  head: {
    expected: "once, in <head>",
    standIn: '<meta name="x-slot">',
    isAt: (element) => attributeOf(element, "name") === "x-slot" && element.parentNode?.nodeName === "head",
  },
  header: partSlot("header"),
  main: partSlot("main"),
  footer: partSlot("footer"),
};

function attributeSlot(attribute: string, name: string): Slot {
  return {
    expected: `once, as <html ${attribute}="{{${name}}}">`,
    standIn: `x-${name}`,
    isAt: (element) => element.tagName === "html" && attributeOf(element, attribute) === `x-${name}`,
  };
}

function partSlot(tag: string): Slot {
  return {
    expected: "once, in <body>",
    standIn: `<${tag} data-x-slot></${tag}>`,
    isAt: (element) => element.tagName === tag && attributeOf(element, "data-x-slot") !== null,
  };
}

/** What the pages' Content-Security-Policy would block, what slots bring, and what would change where links lead. */
const UNWANTED: ReadonlyMap<string, string> = new Map([
  ["script", "none: pages run no scripts but their own"],
  ["style", "none: what it says can stand in style.css"],
  ["base", "none: it would lead our links elsewhere"],
  ["title", "none: {{head}} brings it"],
  ["main", "none: {{main}} brings it"],
  ["form", "none: pages send nothing"],
  ["iframe", "none: pages show no others"],
  ["object", "none: pages show no others"],
  ["embed", "none: pages show no others"],
]);

/** Elements without an end tag. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** What is wrong in `data/layout.html`, in the order of its lines. */
export function checkLayout(text: string): readonly Mistake[] {
  const mistakes = [...checkSlots(text), ...checkMarkup(text)];
  return mistakes.sort((a, b) => (a.lineNumber ?? 0) - (b.lineNumber ?? 0));
}

function checkSlots(text: string): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const seen = new Set<string>();
  for (const { 0: found, 1: name = "", index } of text.matchAll(/\{\{([^{}\n]{0,40})\}\}/g)) {
    const at = { where: "slots", lineNumber: lineAt(text, index) };
    const slot = slotOf(name);
    if (slot === undefined)
      mistakes.push({ ...at, found, expected: `one of ${Object.keys(SLOTS).join(", ")}` });
    else if (seen.has(name)) mistakes.push({ ...at, found: `${found} again`, expected: slot.expected });
    seen.add(name);
  }
  for (const [name, { expected }] of Object.entries(SLOTS)) {
    if (!seen.has(name)) mistakes.push({ where: `{{${name}}}`, expected });
  }
  return mistakes;
}

function checkMarkup(text: string): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const filled = text.replace(/\{\{(\w{1,40})\}\}/g, (found, name) => slotOf(name)?.standIn ?? found);
  const tree = parse(filled, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) =>
      mistakes.push({
        where: "HTML",
        lineNumber: startLine,
        found: code,
        expected: "none that browsers must mend",
      }),
  });
  const elements = elementsOf(tree);
  for (const element of elements) for (const mistake of checkElement(element)) mistakes.push(mistake);
  for (const [name, { expected, isAt }] of Object.entries(SLOTS)) {
    const offset = text.indexOf(`{{${name}}}`);
    if (offset === -1 || elements.some(isAt)) continue;
    mistakes.push({
      where: `{{${name}}}`,
      lineNumber: lineAt(text, offset),
      found: "it elsewhere",
      expected,
    });
  }
  return mistakes;
}

function checkElement(element: HtmlElement): readonly Mistake[] {
  const { tagName, attrs, sourceCodeLocation } = element;
  const lineNumber = sourceCodeLocation?.startLine;
  const mistake = (found: string, expected: string): Mistake => {
    return { where: `<${tagName}>`, ...(lineNumber !== undefined && { lineNumber }), found, expected };
  };
  // Where a slot stands in what it can't stand in, a browser closes that before it.
  if (
    sourceCodeLocation?.startTag !== undefined &&
    sourceCodeLocation.endTag === undefined &&
    !VOID.has(tagName)
  )
    return [mistake("no end where it should have one", `</${tagName}>`)];
  const unwanted = UNWANTED.get(tagName);
  if (unwanted !== undefined && attributeOf(element, "data-x-slot") === null)
    return [mistake("it", unwanted)];
  if (tagName === "link" && /\bstylesheet\b/i.test(attributeOf(element, "rel") ?? ""))
    return [mistake("a stylesheet", "none: what it says can stand in style.css")];
  return attrs.flatMap(({ name, value }) => {
    const found = `${name}="${value}"`;
    if (name === "style") return [mistake(found, "a class, and what it says in style.css")];
    if (name.startsWith("on")) return [mistake(found, "none: pages run no scripts but their own")];
    const isAddress = /^(?:\/(?!\/)|#|https?:\/\/[^/]|mailto:)/i.test(value);
    if ((name !== "href" && name !== "src") || isAddress) return [];
    return [mistake(found, "an address such as https://wire.example/ or a path of this site such as /feeds")];
  });
}

function slotOf(name: string): Slot | undefined {
  return Object.hasOwn(SLOTS, name) ? SLOTS[name] : undefined;
}

/** 1-based. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
