import type { Objector } from "./objection.ts";

/** RFC 6838's names of a type and a subtype. */
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

/** RFC 3986 characters only, as validators of feeds are stricter about URLs than browsers. */
const HTTP_URL = /^https?:\/\/(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$/;
const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/;
const RFC_3339_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

export function checkHttpUrl(what: string, value: string, object: Objector): void {
  if (HTTP_URL.test(value) && URL.canParse(value)) return;
  object(`${what} is an absolute URL`, value, "http:// or https:// and only characters that a URL may have");
}

export function checkIri(what: string, value: string, object: Objector): void {
  if (!IRI.test(value)) object(`${what} is an absolute IRI`, value, "something like urn:uuid:...");
}

export function checkNotEmpty(what: string, value: string, object: Objector): void {
  if (value.trim() === "") object(`${what} is not empty`, value, "text");
}

export function checkMediaType(what: string, value: string, object: Objector): void {
  if (!MEDIA_TYPE.test(value)) object(`${what} is a media type`, value, "something like audio/mpeg");
}

/** @param unit what is counted: `bytes` */
export function checkCount(what: string, value: string, unit: string, object: Objector): void {
  if (!/^[1-9]\d*$/.test(value)) object(`${what} is a number of ${unit}`, value, "a whole number above 0");
}

export function checkLanguage(what: string, value: string, object: Objector): void {
  try {
    if (Intl.getCanonicalLocales(value).length === 1) return;
  } catch {
    // said below
  }
  object(`${what} is a language tag of BCP 47`, value, "something like en or pt-BR");
}

/** @returns seconds since 1970, NaN if it cannot be read, which has then been objected to */
export function readRfc3339(what: string, value: string, object: Objector): number {
  const instant = Date.parse(value);
  // Written once more, because Date.parse takes 31 February for 3 March.
  const exact =
    RFC_3339_UTC.test(value) &&
    !Number.isNaN(instant) &&
    new Date(instant).toISOString().startsWith(value.slice(0, -1));
  if (exact) return instant / 1000;
  object(`${what} is a date of RFC 3339 in UTC`, value, "something like 2026-01-16T09:30:00Z");
  return Number.NaN;
}

/** @returns seconds since 1970, NaN if it cannot be read, which has then been objected to */
export function readRfc822(what: string, value: string, object: Objector): number {
  const instant = Date.parse(value);
  if (!Number.isNaN(instant) && new Date(instant).toUTCString() === value) return instant / 1000;
  object(
    `${what} is a date of RFC 822 with a year of four digits, in GMT`,
    value,
    "something like Fri, 16 Jan 2026 09:30:00 GMT",
  );
  return Number.NaN;
}
