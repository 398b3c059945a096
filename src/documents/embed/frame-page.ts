import { html } from "hono/html";
import { isRightToLeft } from "../pages/language.ts";
import type { Html } from "../pages/layout.ts";
import { FRAME_DEFAULTS, type FrameOptions, frameOpening } from "./frame-options.ts";

/** A page that is shown in a frame on other sites. */
export type FramePage = {
  /** BCP 47. */
  readonly language: string;
  /** Plain text. */
  readonly title: string;
  /** Absolute URL of the page that it stands for. */
  readonly canonical: string;
  readonly main: Html;
};

/** Addresses of what the page loads, as its own attributes say them. */
export type FrameAssets = { readonly stylesheet: string; readonly script: string };

/** The parts of the page's text. The first is `frameOpening` of the options by default, and stands for that of any other. */
export function frameParts(page: FramePage, assets: FrameAssets): readonly string[] {
  const head = html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="${assets.stylesheet}">
<script src="${assets.script}" defer></script>
`;
  return [frameOpening(FRAME_DEFAULTS), `${languageOf(page)}${HEAD}${head}`, ownText(page)];
}

/** The text of another page with the same head. @param text of a page that `frameParts` made */
export function anotherFrame(text: string, page: FramePage, options: FrameOptions): string {
  const head = text.slice(text.indexOf(HEAD), text.indexOf(TITLE));
  return `${frameOpening(options)}${languageOf(page)}${head}${ownText(page)}`;
}

const HEAD = ">\n<head>\n";
const TITLE = "<title>";

function languageOf({ language }: FramePage): string {
  return String(html` lang="${language}"${isRightToLeft(language) && html` dir="rtl"`}`);
}

function ownText({ title, canonical, main }: FramePage): string {
  const text = html`<title>${title}</title>
<link rel="canonical" href="${canonical}">
</head>
<body>
<main>
${main}</main>
</body>
</html>
`;
  return String(text);
}

/** What every link says that leads out of a frame, with a space before it. */
export const OUTWARDS = html` target="_parent" rel="noopener"`;
