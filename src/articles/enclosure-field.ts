import { z } from "zod";
import { type Clean, fieldByShape, fieldOf, readAddress, textField } from "../yaml/fields.ts";
import type { ArticleEnclosure } from "./article.ts";
import { mediaTypeOf } from "./media-types.ts";
import { sourceField, type TypedSource } from "./source-field.ts";

const TYPE = "a media type such as audio/mpeg";
const LENGTH = "the file's length in bytes, a whole number above 0";
const DURATION = "seconds, or a time such as 12:34 or 1:02:03";

const seconds = z.number({ error: DURATION }).min(0, { error: DURATION });
const clock = fieldOf(DURATION, (text) => {
  const [matched, hours = "0", minutes, rest] = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$/.exec(text) ?? [];
  return matched === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
});

/**
 * A file to listen to, to watch or to keep. Of one elsewhere we can't look ourselves: its length must be said, and its
 * type, if its ending does not tell.
 */
export function enclosureField(clean: Clean): z.ZodType<TypedSource<ArticleEnclosure>> {
  const group = z.strictObject(
    {
      src: sourceField.exactOptional(),
      url: sourceField.exactOptional(),
      type: z
        .string({ error: TYPE })
        .regex(/^[\w.+-]+\/[\w.+-]+$/, { error: TYPE })
        .exactOptional(),
      length: z.int({ error: LENGTH }).min(1, { error: LENGTH }).exactOptional(),
      title: textField(clean).exactOptional(),
      duration: fieldByShape((value) => (typeof value === "string" ? clock : seconds)).exactOptional(),
    },
    { error: "an enclosure with src, and perhaps type, length, title and duration" },
  );
  const shorthand = sourceField.transform((src) => ({ src }));
  return fieldByShape((value): z.ZodType<SaidEnclosure> => (typeof value === "string" ? shorthand : group))
    .check(checkEnclosure)
    .transform(({ src, url, ...said }) => {
      const source = src ?? url ?? "";
      const type = said.type ?? (readAddress(source) === null ? null : mediaTypeOf(source));
      return { ...said, src: source, ...(type === null ? {} : { type }) };
    });
}

type SaidEnclosure = {
  src?: string;
  url?: string;
  type?: string;
  length?: number;
  title?: string;
  duration?: number;
};

function checkEnclosure({ value, issues }: z.core.ParsePayload<SaidEnclosure>): void {
  const expect = (key: string, message: string) =>
    issues.push({ code: "custom", path: [key], message, input: value });
  const { src, url, type, length } = value;
  const source = src ?? url;
  if (source === undefined) expect("src", "an address or the path of a file");
  else if (src !== undefined && url !== undefined) expect("url", "none beside src, which says the same");
  else if (readAddress(source) !== null) {
    if (length === undefined) expect("length", `${LENGTH}, because the file lies elsewhere`);
    if ((type ?? mediaTypeOf(source)) === null)
      expect("type", `${TYPE}, because the address's ending does not say it`);
  }
}
