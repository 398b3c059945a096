import type { Document } from "../document.ts";
import { fingerprint } from "../fingerprint.ts";

const css = `:root {
  color-scheme: light dark;
  --text: #1a1a1a;
  --muted: #595959;
  --link: #0b57a4;
  --paper: #fffdf8;
  --line: #d9d4c7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #ece8df;
    --muted: #b3ada0;
    --link: #8ec5ff;
    --paper: #171614;
    --line: #3d3a33;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  max-width: 42rem;
  padding: 1rem;
  background: var(--paper);
  color: var(--text);
  font: 1.125rem/1.6 Georgia, "Times New Roman", serif;
  overflow-wrap: anywhere;
}
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { position: static; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; }
h1.title-derived { font-size: 1.375rem; font-weight: normal; font-style: italic; }
header, footer { padding-block: 0.5rem; }
footer { margin-block-start: 2rem; border-block-start: 1px solid var(--line); }
time, .muted { color: var(--muted); font-size: 0.875rem; }
time { white-space: nowrap; }
ul { padding-inline-start: 1.25rem; }
li { margin-block: 0.5rem; }
.row { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding: 0; list-style: none; }
.story { font-size: 1.25rem; }
.muted { margin-block: 0.25rem; }
figure { margin: 1.5rem 0; }
img, video { max-width: 100%; height: auto; }
audio { display: block; width: 100%; }
pre, table { overflow-x: auto; font-size: 1rem; }
pre { padding: 0.75rem; border: 1px solid var(--line); }
table { display: block; border-collapse: collapse; }
td, th { padding: 0.25rem 0.75rem; border: 1px solid var(--line); text-align: start; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
:target { outline: 3px solid var(--line); outline-offset: 4px; }
`;

/** The one stylesheet. Its path changes with its text, so it can be kept for ever. */
export const STYLESHEET: Document = {
  kind: "asset",
  path: `/assets/style-${fingerprint(css)}.css`,
  mediaType: "text/css",
  parts: [css],
  links: [],
};
