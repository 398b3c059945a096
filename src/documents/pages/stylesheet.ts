import { COLOUR_NAMES, type Colours, type Theme } from "../../edition/theme.ts";
import type { Document } from "../document.ts";
import { fingerprint } from "../fingerprint.ts";

/** All but the colours, which the theme has: `--text`, `--muted`, `--link`, `--paper` and `--line`. */
const css = `* { box-sizing: border-box; }
html { font-size: clamp(1.0625rem, 0.95rem + 0.3vw, 1.75rem); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  padding: 0 clamp(1rem, 4vw, 3rem);
  background: var(--paper);
  color: var(--text);
  font: 1rem/1.55 Charter, "Bitstream Charter", Georgia, "Times New Roman", serif;
  overflow-wrap: anywhere;
}
:is(body, [lang]):is(:lang(ar), :lang(fa), :lang(ur), :lang(he), :lang(ja), :lang(zh), :lang(ko)) { line-height: 1.8; }
:is(em, i, cite, address):is(:lang(ar), :lang(fa), :lang(ur), :lang(he), :lang(ja), :lang(zh), :lang(ko)) { font-style: normal; font-weight: bold; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; inset-block-start: -999rem; }
.skip:focus { position: static; display: inline-block; padding: 0.5rem 0; }
h1, h2, h3, h4, h5, h6 { margin: 1.5rem 0 0.5rem; line-height: 1.2; text-wrap: balance; }
:is(h1, h2, h3, .p-name):lang(ja) { word-break: auto-phrase; }
h1, h2, h3, .p-name { hyphens: auto; hyphenate-limit-chars: 15 6 6; }
:is(.lead h2, h1, h2, h3):is(:lang(ar), :lang(fa), :lang(ur), :lang(ja), :lang(zh), :lang(ko)) { line-height: 1.45; }
h1 { font-size: clamp(1.5rem, 1.1rem + 2vw, 2rem); }
h2 { font-size: 1.5rem; }
h3 { font-size: 1.25rem; }
h4, h5, h6 { font-size: 1rem; }
p, ul, ol, dl, figure, pre, blockquote { margin: 0 0 1rem; }
img, video { max-width: 100%; height: auto; }
audio { display: block; width: 100%; }
.muted, .facts, .kicker, .whose, .more, figcaption, footer, time { color: var(--muted); font-size: 0.875rem; }
time { white-space: nowrap; }
:is(.muted, .facts, footer) :is(time, .muted) { color: inherit; font-size: inherit; }

.masthead, main, .foot { max-width: 68rem; margin-inline: auto; }
main { padding-block: 0 2rem; }
main.text { max-width: 38rem; }
main.list { max-width: 44rem; }
.masthead { padding-block: 0.75rem 0.5rem; border-block-end: 1px solid var(--line); }
.masthead { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; align-items: baseline; }
.masthead > * { grid-column: 1; }
.masthead .follow { grid-area: 1 / 2; font-size: 0.875rem; font-weight: normal; }
.masthead.front > * { grid-column: 1 / 3; }
.masthead .follow a { color: var(--link); text-decoration: underline; }
.masthead p { margin: 0; font-size: 1.25rem; font-weight: bold; }
.masthead img { display: block; width: auto; max-height: 2.5rem; }
.masthead a, .trail a { display: inline-block; padding-block: 0.125rem; color: inherit; text-decoration: none; }
.masthead a:hover, .p-name a:hover, a.p-name:hover { text-decoration: underline; }
.trail ol { display: flex; flex-wrap: wrap; margin: 0; padding: 0; color: var(--muted); font-size: 0.875rem; list-style: none; }
.trail li + li::before { content: "/"; padding-inline: 0.5rem; }
.masthead.front { padding-block: 1.25rem 1rem; border-block-end: 3px double var(--text); text-align: center; }
.masthead.front h1 { margin: 0; font-size: clamp(2rem, 1rem + 5vw, 3.5rem); letter-spacing: -0.01em; line-height: 1.1; }
.masthead.front img { max-height: 6rem; margin-inline: auto; }
.masthead.front p { margin: 0.5rem 0 0; color: var(--muted); font-size: 1rem; font-weight: normal; }
.masthead.front .follow { grid-area: auto / 1 / auto / 3; font-size: 0.875rem; }

.dateline { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2rem; padding-block: 0.375rem; border-block-end: 1px solid var(--line); }
.dateline :is(p, ul) { margin: 0; }
.dateline ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding: 0; font-size: 0.875rem; list-style: none; }
.dateline a { display: inline-block; padding-block: 0.125rem; color: inherit; }
.p-name a, a.p-name { color: inherit; text-decoration: none; }
.lead { padding-block: 1.5rem; }
.lead h2 { margin-block: 0 0.5rem; font-size: clamp(1.5rem, 1rem + 2.5vw, 2.5rem); line-height: 1.15; }
.lead figure { margin: 0 0 1rem; }
.lead img { display: block; width: 100%; }
.facts { margin-block-end: 0.5rem; }
.p-summary { margin: 0; }
.rubric { margin: 0; padding-block: 0.375rem; border-block-start: 2px solid var(--text); font-size: 1rem; }
.wire { margin: 0; padding: 0; list-style: none; }
.wire li { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: 0 0.75rem; padding-block: 0.5rem; border-block-start: 1px solid var(--line); break-inside: avoid; }
.wire time { padding-block-start: 0.125em; white-space: normal; }
.wire .p-name { line-height: 1.35; }
.wire .p-summary { margin-block-start: 0.25rem; color: var(--muted); font-size: 0.875rem; }
.day h2 { margin-block: 2rem 0.5rem; font-size: 1rem; }
.day h2 time { color: inherit; font-size: inherit; }
.more { margin-block: 0.5rem 2rem; }
.headlines { margin-block-end: 2rem; }
.stories > div { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: 0 2rem; }
.stories article { padding-block: 0.75rem 1rem; border-block-start: 1px solid var(--line); }
.stories h3 { margin-block: 0 0.25rem; }
.stories .p-summary { font-size: 0.9375rem; }

.text h1 { margin-block: 1.5rem 0.75rem; }
.kicker { margin: 1.5rem 0 -1.25rem; }
.title-derived:is(h1), .title-derived h2 { font-weight: normal; }
article > .p-summary { margin-block-end: 0.75rem; font-size: 1.25rem; line-height: 1.45; }
.motto { color: var(--muted); }
.story { font-size: 1.25rem; }
.e-content { hyphens: auto; text-wrap: pretty; }
figure { margin-block: 1.5rem; }
figcaption { margin-block-start: 0.375rem; }
.text article > footer { margin-block-start: 2rem; padding-block-start: 0.75rem; border-block-start: 1px solid var(--line); }
.text article > footer p { margin-block-end: 0.25rem; }
.corrections { margin-block-start: 2rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.corrections h2 { margin-block-start: 0; font-size: 1rem; }
.corrections time { display: block; }
.e-content :is(ul, ol) { padding-inline-start: clamp(1.5rem, 6vw, 2.5rem); }
pre, table { font-size: 0.875rem; }
pre, code { unicode-bidi: plaintext; }
pre { padding: 0.75rem; border: 1px solid var(--line); white-space: pre-wrap; hyphens: none; }
.wide { margin: 0 0 1rem; overflow-x: auto; }
table { margin: 0; overflow-wrap: normal; border-collapse: collapse; }
td, th { padding: 0.25rem 0.75rem; border-block-end: 1px solid var(--line); text-align: start; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
hr { border: 0; border-block-start: 1px solid var(--line); }
:target { outline: 3px solid var(--line); outline-offset: 4px; }

.pair { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem 2rem; margin-block-start: 2rem; padding-block-start: 0.75rem; border-block-start: 1px solid var(--line); }
.pair p { flex: 1 1 14rem; margin: 0; }
.pair p:has([rel="next"]) { text-align: end; }
.pair span { display: block; color: var(--muted); font-size: 0.875rem; }
.columns { columns: 14rem; padding: 0; list-style: none; }
.columns li { padding-block: 0.25rem; }
.channels { margin: 0; padding: 0; list-style: none; }
.channels li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding-block: 0.375rem; border-block-start: 1px solid var(--line); }
.formats { display: inline-flex; flex-wrap: wrap; gap: 0 0.75rem; font-size: 0.875rem; }
.foot { padding-block: 0.75rem 2rem; border-block-start: 1px solid var(--line); }
.foot h2 { margin: 0 0 0.25rem; font-size: 1rem; color: var(--text); }
.foot ul { padding: 0; list-style: none; }
.foot ul { columns: 20rem; }
.foot li { display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: baseline; padding-block: 0.25rem; break-inside: avoid; }

.subscribe { margin-block: 1rem 1.5rem; padding-block: 0.75rem; border-block: 1px solid var(--line); font-size: 0.875rem; }
.subscribe :is(h2, h3) { margin: 0 0 0.25rem; font-size: 1rem; }
.subscribe :is(p, ul) { margin-block-end: 0.75rem; }
.subscribe label { display: block; color: var(--muted); }
.subscribe :is(input, button) { padding: 0.375rem 0.5rem; border: 1px solid var(--muted); border-radius: 0; background: var(--paper); color: var(--text); font: inherit; }
.subscribe input { width: 100%; font-family: ui-monospace, monospace; }
.subscribe button { margin-block-start: 0.375rem; cursor: pointer; }
.apps { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0; list-style: none; }
.subscribe a, .formats a, .foot a { display: inline-block; padding-block: 0.125rem; }
summary { padding-block: 0.125rem; }
@media (scripting: enabled) {
  .subscribe button[hidden] { display: inline-block; }
}
@media (max-width: 30rem) {
  .wire li { display: block; }
}
@media (min-width: 60rem) {
  .lead:has(> figure) { display: grid; grid-template-columns: 3fr 2fr; gap: 2rem; }
  .lead figure { margin: 0; }
  .lead:not(:has(> figure)) .p-summary { columns: 2; column-gap: 2rem; }
  .headlines .wire { columns: 2; column-gap: 2rem; }
}
@media screen and (min-width: 60rem) {
  main.list:has(> .subscribe) { display: grid; grid-template-columns: minmax(0, 1fr) 19rem; grid-template-rows: auto auto 1fr; gap: 0 3rem; max-width: 68rem; }
  main.list > .subscribe { grid-area: 1 / 2 / span 4 / 2; align-self: start; margin-block-start: 1.75rem; }
}
@media print {
  :root { color-scheme: light; --text: #000; --muted: #333; --link: #000; --paper: #fff; --line: #999; }
  html { font-size: 11pt; }
  .skip, nav, .follow, .pair, .trail, .subscribe, audio, video, .foot nav { display: none; }
  main { max-width: none; padding: 0; }
  .e-content a[href^="http"]:not([href*="#"])::after { content: " (" attr(href) ")"; font-size: 0.8em; }
  h1, h2, h3 { break-after: avoid; }
  figure, blockquote, tr { break-inside: avoid; }
}
`;

const made = new WeakMap<Theme, Document>();

/** The one stylesheet of a theme's pages. Its path changes with its text, so it can be kept for ever. */
export function stylesheetOf(theme: Theme): Document {
  const known = made.get(theme);
  if (known !== undefined) return known;
  const text = `${colours(theme)}${css}${theme.style ?? ""}`;
  const path = `/assets/style-${fingerprint(text)}.css`;
  const stylesheet: Document = { kind: "asset", path, mediaType: "text/css", parts: [text], links: [] };
  made.set(theme, stylesheet);
  return stylesheet;
}

function colours({ colours: { light, dark } }: Theme): string {
  return `:root {
  color-scheme: light dark;
${variables(light)}}
@media (prefers-color-scheme: dark) {
  :root {
${variables(dark)}  }
}
`;
}

function variables(colours: Colours): string {
  return COLOUR_NAMES.map((name) => `  --${name}: ${colours[name]};\n`).join("");
}
