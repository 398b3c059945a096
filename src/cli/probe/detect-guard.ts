import type { Answer } from "./exchange.ts";
import type { Reading } from "./read-content.ts";

/** A bot protection that stood in the way. It `challenges` where a browser could go on: a reader can't. */
export type Guard = {
  readonly name: string;
  readonly does: "challenges" | "blocks";
};

/** Set by the protection itself, whatever the status. */
const HEADERS: readonly (readonly [header: string, value: RegExp, guard: Guard])[] = [
  ["cf-mitigated", /^challenge/i, { name: "Cloudflare", does: "challenges" }],
  ["x-vercel-mitigated", /^challenge/i, { name: "Vercel's firewall", does: "challenges" }],
  ["x-vercel-mitigated", /^deny/i, { name: "Vercel's firewall", does: "blocks" }],
  ["x-amzn-waf-action", /./, { name: "Amazon's firewall (AWS WAF)", does: "challenges" }],
];

/** Titles of pages that ask for a human, or refuse; some come with status 200. */
const TITLES: readonly (readonly [title: RegExp, guard: Guard])[] = [
  [/^just a moment/i, { name: "Cloudflare", does: "challenges" }],
  [/\| cloudflare$|used cloudflare to restrict access/i, { name: "Cloudflare", does: "blocks" }],
  [/^making sure you(?:'|’)re not a bot/i, { name: "Anubis", does: "challenges" }],
  [/^vercel security checkpoint/i, { name: "Vercel's firewall", does: "challenges" }],
  [/^ddos-guard/i, { name: "DDoS-Guard", does: "challenges" }],
  [/^sucuri website firewall/i, { name: "Sucuri's firewall", does: "blocks" }],
  [
    /checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|captcha/i,
    { name: "A bot protection", does: "challenges" },
  ],
];

const REFUSING: ReadonlySet<number> = new Set([403, 429, 503]);

/** On all that passes them: their own doing if it is a refusal with a page. */
const FRONTS: readonly (readonly [header: string, value: RegExp, name: string])[] = [
  ["x-datadome", /./, "DataDome"],
  ["x-sucuri-id", /./, "Sucuri's firewall"],
  ["x-iinfo", /./, "Imperva's firewall"],
  ["server", /^ddos-guard/i, "DDoS-Guard"],
  ["server", /^akamaighost/i, "Akamai"],
];

/** What Cloudflare sends those who would not take HTML: `error code: 1020`. */
const CLOUDFLARE_ERROR = /^error code: 1\d{3}\s*$/;

/** Recognises a protection by what it says of itself; null if nothing points to one. */
export function detectGuard({ status, headers, body }: Answer, reading: Reading | null): Guard | null {
  if (reading?.content.is === "feed") return null;
  for (const [header, value, guard] of HEADERS) if (value.test(headers.get(header) ?? "")) return guard;
  const page = reading?.content.is === "page" ? reading.content : null;
  for (const [title, guard] of TITLES) if (page !== null && title.test(page.title)) return guard;
  if (!REFUSING.has(status)) return null;
  if (CLOUDFLARE_ERROR.test(body.toString("latin1", 0, 40))) return { name: "Cloudflare", does: "blocks" };
  const front = FRONTS.find(([header, value]) => page !== null && value.test(headers.get(header) ?? ""));
  return front === undefined ? null : { name: front[2], does: "blocks" };
}
