import type { Colours, Theme } from "../../edition/theme.ts";
import type { Document } from "../document.ts";
import { fingerprint } from "../fingerprint.ts";
import { FRAME_ITEMS_MAX } from "./frame-options.ts";

/** The style sheet of pages that are shown in frames. Its path changes with its text. */
export function frameStylesheet({ colours }: Theme): Document {
  const css = cssOf(colours);
  return {
    kind: "asset",
    path: `/assets/frame-${fingerprint(css)}.css`,
    mediaType: "text/css",
    parts: [css],
    links: [],
  };
}

function cssOf({ light, dark }: Theme["colours"]): string {
  return `html { ${scheme("light", light)} }
@media (prefers-color-scheme: dark) { html.theme-auto { ${scheme("dark", dark)} } }
html.theme-dark { ${scheme("dark", dark)} }
* { box-sizing: border-box; }
body {
  margin: 0;
  padding: 0.75rem 1rem;
  background: var(--paper);
  color: var(--text);
  font: 1rem/1.45 Charter, "Bitstream Charter", Georgia, "Times New Roman", serif;
  overflow-wrap: anywhere;
}
:lang(ja) body, :lang(zh) body, :lang(ko) body { line-height: 1.7; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
li a, .card h1 a { text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { margin: 0 0 0.5rem; font-size: 1rem; }
h1 a { color: var(--text); }
ul { margin: 0; padding: 0; list-style: none; }
li { padding-block: 0.5rem; border-block-start: 1px solid var(--line); }
time, .muted { color: var(--muted); font-size: 0.875rem; }
time { white-space: nowrap; }
p { margin: 0.25rem 0; }
.summary { font-size: 0.9375rem; }
.summary-no li .summary { display: none; }
.card h1 { font-size: 1.25rem; line-height: 1.25; text-wrap: balance; }
.card h1 a { color: var(--link); }
.card img { display: block; width: 100%; height: auto; max-height: 14rem; object-fit: cover; margin-block-end: 0.75rem; }
${hidden()}
`;
}

function scheme(name: string, colours: Colours): string {
  const variables = Object.entries(colours).map(([colour, value]) => `--${colour}: ${value};`);
  return `color-scheme: ${name}; ${variables.join(" ")}`;
}

/** Those that an option leaves out. */
function hidden(): string {
  const rules = Array.from(
    { length: FRAME_ITEMS_MAX - 1 },
    (_, index) => `.items-${index + 1} li:nth-child(n+${index + 2})`,
  );
  return `${rules.join(",\n")} { display: none; }`;
}
