import { z } from "zod";
import type { MediaLink } from "../articles/article.ts";
import { AUTHOR_KEYS, authorField, authorShape } from "../articles/author-field.ts";
import { licenceField } from "../articles/licence-field.ts";
import { readSource } from "../articles/source-field.ts";
import {
  addressField,
  type Clean,
  fieldByShape,
  fieldOf,
  languageField,
  readAddress,
  textField,
  yesNoField,
} from "../yaml/fields.ts";
import { DECLARED_KEYS, declaredField, declaredShape, distinct } from "./declared-field.ts";
import { CRITERIA_KEYS, selectionField } from "./selection-field.ts";
import type { Contributor, Site } from "./site.ts";
import { themeField, themeKeys } from "./theme-schema.ts";

const ORIGIN = "where everything is served from, such as https://wire.example, without a path";
const TIME_ZONE = "a time zone's name such as Europe/Lisbon";
const FILE =
  "an address such as https://wire.example/icon.png, or the path of a file below data/ such as icon.png";

const pictureField = fieldOf(FILE, readPicture);

const FEED_DEFAULTS = { itemsMax: 100, itemsMin: 20, bytesMax: 250_000 };

const KEYS =
  "title description url home language timeZone authors rights licence icon logo feed sections tags languages contributors channels correctionsInAll theme".split(
    " ",
  );

/** The keys that can be set at a path of the file. */
export function knownKeys([key, ...below]: readonly PropertyKey[]): readonly string[] {
  switch (key) {
    case "authors":
      return AUTHOR_KEYS;
    case "feed":
      return Object.keys(FEED_DEFAULTS);
    case "sections":
    case "tags":
    case "languages":
      return DECLARED_KEYS;
    case "contributors":
      return [...DECLARED_KEYS, ...AUTHOR_KEYS.slice(1)];
    case "channels":
      return below[1] === undefined
        ? [...DECLARED_KEYS, "include", "exclude", "content", "itemsMax"]
        : CRITERIA_KEYS;
    case "theme":
      return themeKeys(below);
    default:
      return KEYS;
  }
}

/** `data/site.yaml`. What is not said there has its default. @param clean as text on a page is cleaned */
export function siteSchema(clean: Clean): z.ZodType<Site> {
  const text = textField(clean);
  return z
    .strictObject(
      {
        title: text,
        description: text.exactOptional(),
        url: fieldOf(ORIGIN, readOrigin),
        home: addressField.exactOptional(),
        language: languageField.default("en"),
        timeZone: fieldOf(TIME_ZONE, readTimeZone).default("UTC"),
        authors: z.array(authorField(clean), { error: "a list of authors, each with a name" }).default([]),
        rights: text.nullable().default(null),
        licence: licenceField.nullable().default(null),
        icon: pictureField.nullable().default(null),
        logo: pictureField.nullable().default(null),
        feed: feedField().prefault({}),
        sections: declaredField(clean, text).default([]),
        tags: declaredField(clean, text).default([]),
        languages: declaredField(clean, languageField).default([]),
        contributors: contributorsField(clean).default([]),
        channels: distinct(
          z.array(selectionField(clean), { error: "a list of channels, each with a name" }),
        ).default([]),
        correctionsInAll: yesNoField.default(false),
        theme: themeField(clean, pictureField).prefault({}),
      },
      { error: "keys with values, at least title and url" },
    )
    .transform(({ channels, ...said }) => ({
      ...said,
      description: said.description ?? said.title,
      home: said.home ?? `${said.url}/`,
      selections: channels,
    }));
}

/** People whose texts have a channel: a list of names, or of who they are. */
function contributorsField(clean: Clean): z.ZodType<readonly Contributor[]> {
  const name = textField(clean);
  const group = z
    .strictObject(
      { ...declaredShape(clean, name), ...authorShape(clean) },
      { error: "a name, or a group with a name" },
    )
    .transform(({ url, email, avatar, ...declared }): Contributor => {
      const author = {
        name: declared.name,
        ...(url !== undefined && { url }),
        ...(email !== undefined && { email }),
        ...(avatar !== undefined && { avatar }),
      };
      return { ...declared, author };
    });
  const only = name.transform((name): unknown => ({ name })).pipe(group);
  const entry = fieldByShape((typed): z.ZodType<Contributor> => (typeof typed === "string" ? only : group));
  return distinct(z.array(entry, { error: "a list of people, each with a name" }));
}

function feedField() {
  const count = (least: number) => {
    const error = `a whole number, at least ${least}`;
    return z.int({ error }).min(least, { error });
  };
  const { itemsMax, itemsMin, bytesMax } = FEED_DEFAULTS;
  return z
    .strictObject(
      {
        itemsMax: count(1).default(itemsMax),
        itemsMin: count(1).exactOptional(),
        bytesMax: count(1000).default(bytesMax),
      },
      { error: "itemsMax, itemsMin and bytesMax" },
    )
    .refine((feed) => (feed.itemsMin ?? 1) <= feed.itemsMax, {
      path: ["itemsMin"],
      error: "no more than itemsMax",
    })
    .transform((feed) => ({ ...feed, itemsMin: feed.itemsMin ?? Math.min(itemsMin, feed.itemsMax) }));
}

/** A picture of the site's own: an address, or a file below `data/`. */
function readPicture(text: string): MediaLink | null {
  const source = readSource(text);
  if (source === null || readAddress(source) !== null) return source;
  const file = source.replace(/^\.\//, "");
  const isBelow = file.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  return isBelow ? { file, fragment: "" } : null;
}

function readOrigin(text: string): string | null {
  const address = readAddress(text);
  const url = address === null ? null : URL.parse(address);
  return url !== null && url.href === `${url.origin}/` && !/[?#]$/.test(text) ? url.origin : null;
}

/** A name, not an offset such as +01:00, which Intl knows, too, but which no summer time can move. */
function readTimeZone(name: string): string | null {
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch {
    return null;
  }
}
