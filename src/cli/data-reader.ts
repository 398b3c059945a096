import { en } from "../documents/pages/words/en.ts";
import type { Candidate } from "../edition/candidate.ts";
import { candidatesOf } from "../edition/candidates-of.ts";
import type { Ledger } from "../edition/ledger.ts";
import { parseLedger } from "../edition/parse-ledger.ts";
import { parseSite } from "../edition/parse-site.ts";
import type { Site } from "../edition/site.ts";
import { readNewswire } from "../newswire/read-newswire.ts";
import { describeMistake, type Mistake } from "../yaml/mistake.ts";
import { checkLayout } from "./check-layout.ts";
import { checkStyle } from "./check-style.ts";
import { codeDigest } from "./code-digest.ts";
import { FileMemory } from "./file-memory.ts";
import { type DataFile, findFile, listFiles } from "./list-files.ts";
import { MediaLibrary } from "./media-library.ts";
import { openAgain, openText } from "./open-file.ts";
import { CACHE } from "./paths.ts";
import { readArticle } from "./read-article.ts";
import { readArticles } from "./read-articles.ts";
import type { Data, FileProblem } from "./read-data.ts";
import { measureMedia } from "./read-media.ts";
import { type Reading, ReadingCache } from "./reading-cache.ts";
import { CommandError } from "./run-command.ts";

/** What a newswire page says. */
export type ReadPage = {
  readonly candidates: readonly Candidate[];
  readonly problems: readonly FileProblem[];
};

/** What was read of the files of a publication that is served from one origin. */
type Memory = Reading & { readonly url: string; readonly cache: ReadingCache | null };

/** The files that say how everything looks, as they were read. */
type Texts = { readonly settings: string; readonly layout: string | null; readonly style: string | null };

/** The publisher's own, if they are there. */
const LAYOUT = "layout.html";
const STYLE = "style.css";

/** Reading as many bytes again takes about as long as writing what was read of them. */
const WORTH_STORING_BYTES = 500_000;
/** Finding out that a file's bytes are the same, instead of making something of them, is so much faster. */
const OPENING_SHARE = 1 / 16;

/**
 * Reads a publication's folder, as often as it is asked to: what has not changed since is not opened again, and comes as the
 * very same objects (site, ledger, candidates, media).
 */
export class DataReader {
  readonly #folder: string;
  readonly #url: string | undefined;
  readonly #ledgers: FileMemory<Ledger>;
  #site: { readonly texts: Texts; readonly site: Site } | undefined;
  readonly #cache: string | null;
  #memory: Memory | undefined;

  /**
   * @param url origin that everything is served from, if it is not the one in `site.yaml`
   * @param cache folder where the next run finds what was read; null for none
   */
  constructor(folder: string, url?: string, cache: string | null = CACHE) {
    this.#folder = folder;
    this.#url = url;
    this.#cache = cache;
    this.#ledgers = new FileMemory(folder, (bytes) => parseLedger(new TextDecoder().decode(bytes)));
  }

  /**
   * Odd text becomes a problem; what can't be opened stops everything, because going on without it would look as if it had
   * been taken back.
   *
   * @throws {CommandError} for a file that can't be read, and the faults of `parseSite` and `parseLedger`
   */
  async read(): Promise<Data> {
    const folder = this.#folder;
    const site = await this.#readSite();
    const ledgerFile = findFile(folder, "ledger.json");
    const ledger = ledgerFile && this.#ledgers.read(ledgerFile);
    const memory = this.#memoryFor(site.url);
    const newswire = listFiles(folder, "newswire", !hadFilesIn("newswire", ledger));
    const files = listFiles(folder, "articles", !hadFilesIn("articles", ledger));
    const pages = readPages(newswire, memory.pages);
    const library = new MediaLibrary(folder, memory.media, files);
    const articles = readArticles(files, memory.articles, library);
    this.#addPictures(site, library);
    memory.pages.keepOnly(newswire.map(({ path }) => path));
    memory.articles.keepOnly(files.map(({ path }) => path));
    memory.media.keepOnly(library.media.keys());
    await this.#store(memory);
    return {
      site,
      ledger,
      candidates: [...articles.candidates, ...pages.candidates],
      media: library.media,
      held: articles.held,
      problems: [...articles.problems, ...pages.problems],
    };
  }

  async #readSite(): Promise<Site> {
    const texts = {
      settings: openText(this.#folder, "site.yaml"),
      layout: this.#openIfThere(LAYOUT),
      style: this.#openIfThere(STYLE),
    };
    if (this.#site !== undefined && isSame(this.#site.texts, texts)) return this.#site.site;
    const { theme, ...site } = atAddress(parseSite(texts.settings, en), this.#url);
    const { layout, style } = texts;
    requireNone(LAYOUT, layout === null ? [] : checkLayout(layout));
    requireNone(STYLE, style === null ? [] : await checkStyle(style));
    this.#site = { texts, site: { ...site, theme: { ...theme, layout, style } } };
    return this.#site.site;
  }

  #openIfThere(file: string): string | null {
    return findFile(this.#folder, file) === null
      ? null
      : openText(this.#folder, file).replaceAll("\r\n", "\n");
  }

  /** The address of everything stands in what was read. */
  #memoryFor(url: string): Memory {
    if (this.#memory?.url === url) return this.#memory;
    const folder = this.#folder;
    const cache =
      this.#cache === null ? null : new ReadingCache(this.#cache, `${folder}\n${url}`, codeDigest());
    const reread = (path: string, digest: string) => readArticle(openAgain(folder, path, digest), path, url);
    const kept = cache?.load(reread);
    this.#memory = {
      url,
      cache,
      articles: new FileMemory(folder, (bytes, file) => readArticle(bytes, file, url), kept?.articles),
      pages: new FileMemory(folder, readPage, kept?.pages),
      media: new FileMemory(folder, measureMedia, kept?.media),
    };
    return this.#memory;
  }

  async #store({ cache, ...reading }: Memory): Promise<void> {
    const memories = [reading.articles, reading.pages, reading.media];
    const costs = memories.map(({ madeBytes, openedBytes }) => madeBytes + openedBytes * OPENING_SHARE);
    if (cache === null || costs.reduce((sum, cost) => sum + cost) < WORTH_STORING_BYTES) return;
    await cache.store(reading);
    for (const memory of memories) memory.forgetCosts();
  }

  /** The site's own. */
  #addPictures(site: Site, library: MediaLibrary): void {
    const mistakes: string[] = [];
    const links = { icon: site.icon, logo: site.logo, "theme.logo": site.theme.logo };
    for (const [key, link] of Object.entries(links)) {
      if (link === null || typeof link === "string") continue;
      const file = findFile(this.#folder, link.file);
      if (file !== null) library.add(file);
      else mistakes.push(`  ${key}: found ${link.file}, expected an address or a file below ${this.#folder}`);
    }
    if (mistakes.length > 0)
      throw new CommandError(`Cannot use the settings in site.yaml:\n${mistakes.join("\n")}`);
  }
}

function isSame(one: Texts, other: Texts): boolean {
  return one.settings === other.settings && one.layout === other.layout && one.style === other.style;
}

/** @throws {CommandError} that says what is wrong in a file of `data/` */
function requireNone(file: string, mistakes: readonly Mistake[]): void {
  if (mistakes.length === 0) return;
  const lines = mistakes.map((mistake) => `  ${describeMistake(mistake)}`);
  throw new CommandError(`Cannot use ${file}:\n${lines.join("\n")}`);
}

/** The same publication with its links leading elsewhere. Ids don't depend on the address. */
function atAddress(site: Site, url = site.url): Site {
  const home = site.home.startsWith(`${site.url}/`) ? url + site.home.slice(site.url.length) : site.home;
  return { ...site, url, home };
}

function readPages(files: readonly DataFile[], memory: FileMemory<ReadPage>): ReadPage {
  const candidates: Candidate[] = [];
  const problems: FileProblem[] = [];
  for (const file of files) {
    if (!/\.txt$/i.test(file.path)) {
      problems.push({ file: file.path, kind: "unread-file", value: "newswire pages end in .txt" });
      continue;
    }
    const page = memory.read(file);
    for (const problem of page.problems) problems.push(problem);
    for (const candidate of page.candidates) candidates.push(candidate);
  }
  return { candidates, problems };
}

function readPage(bytes: Uint8Array, file: string): ReadPage {
  const page = readNewswire(bytes);
  return {
    candidates: candidatesOf(file, page),
    problems: page.problems.map((problem) => ({ file, ...problem })),
  };
}

/** git keeps no empty folder, so a publication without such a text may lack it; one that had some may not. */
function hadFilesIn(folder: "newswire" | "articles", ledger: Ledger | null): boolean {
  const living = (ledger?.items ?? []).filter(({ removed }) => removed === undefined);
  return living.some(({ files }) => Object.keys(files).some((file) => file.startsWith(`${folder}/`)));
}
