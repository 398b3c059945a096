import { foldText } from "./fold-text.ts";
import { wordsOf } from "./words-of.ts";

/** A record, or a candidate. */
type Titled = { readonly title: string };

const folds = new WeakMap<Titled, string>();
const words = new WeakMap<Titled, readonly string[]>();

/** See `foldText`; made once of each record and candidate, which are many and seldom change. */
export function foldedTitle(one: Titled): string {
  const known = folds.get(one) ?? foldText(one.title);
  folds.set(one, known);
  return known;
}

/** See `wordsOf`. */
export function titleWords(one: Titled): readonly string[] {
  const known = words.get(one) ?? wordsOf(one.title);
  words.set(one, known);
  return known;
}
