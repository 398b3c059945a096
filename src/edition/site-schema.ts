import { z } from "zod";
import type { Site } from "./site.ts";

const TEXT = "a text (in quotes, if YAML takes it for a number or a date)";
const ADDRESS = "an address such as https://wire.example/about";
const ORIGIN = "where everything is served from, such as https://wire.example, without a path";
const LANGUAGE = "a language tag such as en or pt-BR";
const TIME_ZONE = "a time zone's name such as Europe/Lisbon";
const EMAIL = "an e-mail address";

/** What a person's text may be, cleaned as text on a page is; `""` where nothing is left. */
export function siteSchema(clean: (text: string) => string) {
  const text = z
    .string({ error: TEXT })
    .transform(clean)
    .refine((line) => line !== "", { error: "a text that is not empty" });
  const address = z.string({ error: ADDRESS }).refine(isAddress, { error: ADDRESS }).transform(normalAddress);
  const author = z.strictObject(
    {
      name: text,
      url: address.nullish().transform(orUndefined),
      email: z
        .string({ error: EMAIL })
        .regex(/^[^\s@<>"]+@[^\s@<>"]+$/, { error: EMAIL })
        .nullish()
        .transform(orUndefined),
    },
    { error: "an author with a name, and perhaps url and email" },
  );
  return z.strictObject(
    {
      title: text,
      description: text.nullish(),
      url: z.string({ error: ORIGIN }).refine(isOrigin, { error: ORIGIN }).transform(originOf),
      home: address.nullish(),
      language: z
        .string({ error: LANGUAGE })
        .refine(isLanguage, { error: LANGUAGE })
        .transform(canonicalLanguage)
        .nullish(),
      timeZone: z.string({ error: TIME_ZONE }).refine(isTimeZone, { error: TIME_ZONE }).nullish(),
      authors: z.array(author, { error: "a list of authors, each with a name" }).nullish(),
      rights: text.nullish(),
      feed: feedLimits().nullish(),
    },
    { error: "keys with values, at least title and url" },
  );
}

export type SiteSettings = z.output<ReturnType<typeof siteSchema>>;

const FEED_DEFAULTS = { itemsMax: 100, itemsMin: 20, bytesMax: 250_000 };

/** The keys that can be set at a path of the file. */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  if (path[0] === "authors") return ["name", "url", "email"];
  if (path[0] === "feed") return Object.keys(FEED_DEFAULTS);
  return ["title", "description", "url", "home", "language", "timeZone", "authors", "rights", "feed"];
}

/** Fills in what was not said. */
export function toSite(settings: SiteSettings): Site {
  const { title, url } = settings;
  return {
    title,
    description: settings.description ?? title,
    url,
    home: settings.home ?? `${url}/`,
    language: settings.language ?? "en",
    timeZone: settings.timeZone ?? "UTC",
    authors: (settings.authors ?? []).map(({ name, url, email }) => ({
      name,
      ...(url === undefined ? {} : { url }),
      ...(email === undefined ? {} : { email }),
    })),
    rights: settings.rights ?? null,
    feed: {
      itemsMax: settings.feed?.itemsMax ?? FEED_DEFAULTS.itemsMax,
      itemsMin: settings.feed?.itemsMin ?? FEED_DEFAULTS.itemsMin,
      bytesMax: settings.feed?.bytesMax ?? FEED_DEFAULTS.bytesMax,
    },
  };
}

function feedLimits() {
  const count = (least: number) => {
    const error = `a whole number, at least ${least}`;
    return z.int({ error }).min(least, { error }).nullish();
  };
  return z
    .strictObject(
      { itemsMax: count(1), itemsMin: count(1), bytesMax: count(1000) },
      { error: "itemsMax, itemsMin and bytesMax" },
    )
    .refine(({ itemsMin, itemsMax }) => (itemsMin ?? 1) <= (itemsMax ?? FEED_DEFAULTS.itemsMax), {
      path: ["itemsMin"],
      error: "no more than itemsMax",
    });
}

function orUndefined<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

function isAddress(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    (url.protocol === "https:" || url.protocol === "http:") &&
    url.username === "" &&
    url.password === ""
  );
}

function normalAddress(text: string): string {
  return URL.parse(text)?.href ?? text;
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return isAddress(text) && url !== null && url.href === `${url.origin}/` && !/[?#]$/.test(text);
}

function originOf(text: string): string {
  return URL.parse(text)?.origin ?? text;
}

function isLanguage(tag: string): boolean {
  return canonicalLanguage(tag) !== "";
}

function canonicalLanguage(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "";
  } catch {
    return "";
  }
}

/** A name, not an offset such as +01:00, which Intl knows, too, but which no summer time can move. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
