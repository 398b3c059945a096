import { html } from "hono/html";
import { formatInstant } from "../format-instant.ts";
import type { Html } from "./layout.ts";

/** An instant for people, in UTC and in no language: `2026-01-16 09:30 UTC`. */
export function time(instant: Date): Html {
  const rfc3339 = formatInstant(instant);
  return html`<time datetime="${rfc3339}">${rfc3339.slice(0, 10)} ${rfc3339.slice(11, 16)} UTC</time>`;
}
