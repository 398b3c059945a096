import { z } from "zod";
import type { MediaLink } from "../articles/article.ts";
import { type Clean, fieldByShape, fieldOf, readAddress, textField, yesNoField } from "../yaml/fields.ts";
import type { Mistake } from "../yaml/mistake.ts";
import { expectedKey } from "../yaml/mistakes-of.ts";
import type { ParsedYaml } from "../yaml/parse-yaml.ts";
import { valueAt } from "../yaml/value-at.ts";
import { contrastOf } from "./contrast-of.ts";
import {
  COLOUR_NAMES,
  type ColourName,
  type Colours,
  OUR_COLOURS,
  type Theme,
  type ThemeLink,
} from "./theme.ts";

const COLOUR = 'a colour such as "#0b57a4", in quotes, because # begins a comment';
const LINK =
  "an address such as https://wire.example/about, mailto:desk@wire.example, or a path of this site such as /articles/about";
const READER =
  "an address in which {url} stands for the feed's, such as https://reader.example/add?feed={url}, or {address} for that without https://";

/** WCAG 2.2, 1.4.3: of text that is not large. A focused link's outline has the colour of links, which 1.4.11 would allow less. */
const CONTRAST_MIN = 4.5;

/** Where in `site.yaml` colours stand: for light screens, for dark ones. */
const PALETTES = [
  ["theme", "colours"],
  ["theme", "colours", "dark"],
] as const;

/** The keys that can be set at a path of `theme`. Those of `words` depend on the words that there are. */
export function themeKeys([key, inside]: readonly PropertyKey[]): readonly string[] {
  switch (key) {
    case "colours":
      return inside === undefined ? [...COLOUR_NAMES, "dark"] : COLOUR_NAMES;
    case "footer":
    case "links":
      return ["label", "url"];
    case "readers":
      return ["name", "url", "podcasts"];
    default:
      return ["colours", "logo", "footer", "links", "readers", "words"];
  }
}

/** `theme` in `data/site.yaml`. @param picture an address or a file of the publisher's */
export function themeField(clean: Clean, picture: z.ZodType<MediaLink>): z.ZodType<Theme> {
  const text = textField(clean);
  const link = z.strictObject({ label: text, url: fieldOf(LINK, readLink) }, { error: "a label and a url" });
  const line = fieldByShape(
    (typed): z.ZodType<string | ThemeLink> => (typeof typed === "string" ? text : link),
  );
  const reader = z.strictObject(
    { name: text, url: fieldOf(READER, readTemplate), podcasts: yesNoField.default(false) },
    { error: "a name and a url" },
  );
  const lines = z.array(line, { error: "a text, or a list of texts and links" });
  return z
    .strictObject(
      {
        colours: coloursField().prefault({}),
        logo: picture.nullable().default(null),
        footer: fieldByShape(
          (typed): z.ZodType<Theme["footer"]> =>
            typeof typed === "string" ? text.transform((only) => [only]) : lines,
        ).prefault([]),
        links: z.array(link, { error: "a list of links, each with label and url" }).default([]),
        readers: z
          .array(reader, { error: "a list of readers, each with name and url" })
          .nullable()
          .default(null),
        words: z.record(z.string(), text, { error: "texts, each under its key" }).default({}),
      },
      { error: themeKeys([]).join(", ") },
    )
    .transform((said) => ({ ...said, layout: null, style: null }));
}

type SaidColours = { readonly [Name in ColourName]?: string | undefined };

function coloursField() {
  const colour = fieldOf(COLOUR, readColour).exactOptional();
  const shape = { text: colour, muted: colour, link: colour, paper: colour, line: colour };
  const error = `${COLOUR_NAMES.join(", ")} and, for dark screens, dark`;
  return z
    .strictObject({ ...shape, dark: z.strictObject(shape, { error }).prefault({}) }, { error })
    .transform(({ dark, ...light }, context): Theme["colours"] => {
      const colours = { light: { ...OUR_COLOURS.light, ...light }, dark: { ...OUR_COLOURS.dark, ...dark } };
      const faint = [
        ...findFaint(light, colours.light),
        ...findFaint(dark, colours.dark).map((one) => ({ ...one, path: ["dark", ...one.path] })),
      ];
      for (const issue of faint) context.addIssue({ code: "custom", ...issue });
      return faint.length > 0 ? z.NEVER : colours;
    });
}

/** What can't be read, at the colour that was said: at the paper's if only that was. */
function findFaint(said: SaidColours, colours: Colours): readonly { path: PropertyKey[]; message: string }[] {
  return (["text", "muted", "link"] as const).flatMap((name) => {
    const contrast = contrastOf(colours[name], colours.paper);
    if (contrast >= CONTRAST_MIN) return [];
    const [at, other] = said[name] === undefined ? (["paper", name] as const) : ([name, "paper"] as const);
    // Cut off, so that what is not enough never looks as if it were.
    const shown = (Math.floor(contrast * 100) / 100).toFixed(2);
    return [
      {
        path: [at],
        message: `a contrast of at least ${CONTRAST_MIN}:1 with ${other} ${colours[other]}, not ${shown}:1`,
      },
    ];
  });
}

/** Colours that say nothing: YAML takes one without quotes for a comment, and nobody would hear of it. */
export function findUnquotedColours({ value, lineOf }: ParsedYaml): readonly Mistake[] {
  return PALETTES.flatMap((path) =>
    COLOUR_NAMES.flatMap((name) => {
      const at = [...path, name];
      const lineNumber = lineOf(at);
      if (valueAt(value, at) !== null) return [];
      return [{ where: at.join("."), ...(lineNumber !== undefined && { lineNumber }), expected: COLOUR }];
    }),
  );
}

function readColour(text: string): string | null {
  const [, digits] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const whole = digits.length === 6 ? digits : digits.replace(/./g, "$&$&");
  return `#${whole.toLowerCase()}`;
}

function readLink(text: string): string | null {
  const path = /^\/(?!\/)[^\s\p{C}\\]*$/u.exec(text);
  const mail = /^mailto:[^\s\p{C}@<>"]+@[^\s\p{C}@<>"]+$/u.exec(text);
  return path?.[0] ?? mail?.[0] ?? readAddress(text);
}

/** Apps have schemes of their own; those that run in our page or show what is on the machine are none. */
function readTemplate(text: string): string | null {
  const isTemplate = /^[a-z][a-z0-9+.-]*:[^\s\p{C}<>"\\]+$/iu.test(text) && /\{(?:url|address)\}/.test(text);
  return isTemplate && !/^(?:javascript|data|vbscript|file|blob|about):/i.test(text) ? text : null;
}

/** Texts under keys that nobody asks for, or without the places for what is put into them. Of a parsed `site.yaml`. */
export function findWrongWords(
  { value, lineOf }: ParsedYaml,
  words: Readonly<Record<string, string>>,
): readonly Mistake[] {
  const said = valueAt(value, ["theme", "words"]);
  if (typeof said !== "object" || said === null) return [];
  return Object.entries(said).flatMap(([key, text]): Mistake[] => {
    const path = ["theme", "words", key];
    const lineNumber = lineOf(path);
    const at = { where: path.join("."), ...(lineNumber !== undefined && { lineNumber }) };
    const ours = valueAt(words, [key]);
    if (typeof ours !== "string")
      return [{ ...at, found: "a key nobody knows", expected: expectedKey(key, Object.keys(words)) }];
    if (typeof text !== "string" || placesIn(text) === placesIn(ours)) return [];
    return [{ ...at, found: JSON.stringify(text), expected: `{} as often as in ${JSON.stringify(ours)}` }];
  });
}

function placesIn(text: string): number {
  return text.split("{}").length - 1;
}
