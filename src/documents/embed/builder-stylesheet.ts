import type { Document } from "../document.ts";
import { fingerprint } from "../fingerprint.ts";

/** What the page at `/embed` needs beyond the style sheet of all pages, whose colours it takes. */
const css = `#choices { min-inline-size: 0; margin: 0 0 1rem; padding: 0; border: 0; }
#choices legend { padding: 0; font-weight: bold; }
#choices p { display: grid; grid-template-columns: 6rem minmax(0, 1fr); align-items: baseline; gap: 0 0.75rem; margin-block: 0.5rem; }
#choices p:has([type="checkbox"]) { grid-template-columns: max-content minmax(0, 1fr); }
#builder > p { margin-block: 0.25rem 0.5rem; }
#builder :is(select, input, textarea, button) {
  max-inline-size: 100%;
  padding: 0.375rem 0.5rem;
  border: 1px solid var(--muted);
  border-radius: 0;
  background: var(--paper);
  color: var(--text);
  font: inherit;
}
#builder [type="number"] { inline-size: 6rem; }
#builder [type="checkbox"] { inline-size: 1.25rem; block-size: 1.25rem; }
#builder textarea { display: block; inline-size: 100%; font: 0.875rem/1.5 ui-monospace, monospace; resize: vertical; }
#copy:disabled { visibility: hidden; }
#preview { min-block-size: 40rem; }
#preview iframe { inline-size: 100%; border: 1px solid var(--line); }
`;

export const BUILDER_STYLESHEET: Document = {
  kind: "asset",
  path: `/assets/builder-${fingerprint(css)}.css`,
  mediaType: "text/css",
  parts: [css],
  links: [],
};
