import type { Channel } from "../../edition/edition.ts";
import { langIfOther } from "./language.ts";
import type { Html } from "./layout.ts";
import { languageName, type WordKey, type Words } from "./words.ts";

/** What people call a channel, and in which language. */
export type ChannelName = {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** The attributes that say the language where it is not the page's, with a space before them. */
  readonly lang: Html | false;
};

const KNOWN_NAMES: Partial<Readonly<Record<Channel["kind"], WordKey>>> = {
  all: "everything",
  headlines: "headlines",
  articles: "articles",
  corrections: "corrections",
};

/** On a page of these words. What every publication has is called by them; a language's name is its own. */
export function channelName({ kind, label, language }: Channel, words: Words): ChannelName {
  const known = KNOWN_NAMES[kind];
  if (known !== undefined) {
    return { text: words.text(known), language: words.languageOf(known), lang: words.lang(known) };
  }
  const text = kind === "language" ? languageName(label) : label;
  return { text, language, lang: langIfOther(language, words.page) };
}
