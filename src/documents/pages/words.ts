import { html, raw } from "hono/html";
import type { Site } from "../../edition/site.ts";
import { isRightToLeft } from "./language.ts";
import type { Html } from "./layout.ts";
import { ar } from "./words/ar.ts";
import { de } from "./words/de.ts";
import { en, type WordKey, type WordTable } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { he } from "./words/he.ts";
import { it } from "./words/it.ts";
import { ja } from "./words/ja.ts";
import { ko } from "./words/ko.ts";
import { nl } from "./words/nl.ts";
import { pl } from "./words/pl.ts";
import { pt } from "./words/pt.ts";
import { ru } from "./words/ru.ts";
import { sv } from "./words/sv.ts";
import { tableOf } from "./words/table-of.ts";
import { zhHans } from "./words/zh-hans.ts";
import { zhHant } from "./words/zh-hant.ts";

export type { WordKey };

const TABLES: Readonly<Record<string, WordTable>> = {
  en,
  de,
  fr,
  es,
  pt,
  it,
  nl,
  sv,
  pl,
  ru,
  ar,
  he,
  ja,
  ko,
  "zh-hans": zhHans,
  "zh-hant": zhHant,
};

/** The short texts of the frame, for a page in one language: in that language if we know it, else in English. */
export class Words {
  /** Of the page; BCP 47. */
  readonly page: string;
  readonly #own: Readonly<Record<string, string>>;
  readonly #table: WordTable;
  /** What says their language where it is not that of the page. */
  readonly #lang: Html | false;

  /** @param own the publisher's, in the language of the page */
  constructor(page: string, own: Readonly<Record<string, string>>) {
    const table = tableOf(TABLES, page);
    this.page = page;
    this.#own = own;
    this.#table = table ?? en;
    this.#lang = table === null && english(page);
  }

  /** As plain text. @param values put in where the text has `{}`, one after the other */
  text(key: WordKey, ...values: readonly string[]): string {
    let next = 0;
    return this.#textOf(key).replaceAll("{}", () => values[next++] ?? "");
  }

  /** The attributes that say the language of a text, with a space before them; nothing if it is the page's. */
  lang(key: WordKey): Html | false {
    return this.#own[key] === undefined && this.#lang;
  }

  /** The language of a text, a BCP 47 tag. */
  languageOf(key: WordKey): string {
    return this.lang(key) === false ? this.page : "en";
  }

  /** As a part of a line, which says its language itself. */
  html(key: WordKey, ...values: readonly (string | Html)[]): Html {
    const [first = "", ...rest] = this.#textOf(key).split("{}");
    const text = html`${first}${rest.map((piece, i) => html`${values[i] ?? ""}${piece}`)}`;
    const lang = this.lang(key);
    return lang === false ? text : html`<span${lang}>${text}</span>`;
  }

  #textOf(key: WordKey): string {
    return this.#own[key] ?? this.#table[key];
  }
}

function english(page: string): Html {
  return raw(isRightToLeft(page) ? ' lang="en" dir="ltr"' : ' lang="en"');
}

const known = new WeakMap<Site, Map<string, Words>>();

/** The words for pages in a language, a BCP 47 tag. */
export function wordsOf(language: string, site: Site): Words {
  const ofSite = known.get(site) ?? new Map<string, Words>();
  known.set(site, ofSite);
  const words = ofSite.get(language) ?? new Words(language, ownWords(language, site));
  ofSite.set(language, words);
  return words;
}

function ownWords(language: string, { language: own, theme }: Site): Readonly<Record<string, string>> {
  const isSame = primary(language) === primary(own);
  return isSame ? theme.words : {};
}

function primary(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}

/** What a language, a BCP 47 tag, is called in itself; the tag where that is not known. */
export function languageName(language: string): string {
  const name = tableOf(TABLES, language)?.languageName;
  if (name === undefined) return language;
  const region = /-([A-Z]{2}|\d{3})(?:-|$)/.exec(language)?.[1];
  return region === undefined ? name : `${name} (${region})`;
}
