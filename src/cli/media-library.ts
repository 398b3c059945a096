import type { Article } from "../articles/article.ts";
import { mediaFilesOf } from "../articles/article-files.ts";
import type { Media } from "../edition/media.ts";
import type { FileMemory } from "./file-memory.ts";
import type { DataFile } from "./list-files.ts";
import { openAgain } from "./open-file.ts";
import { type MediaFacts, readMedia } from "./read-media.ts";

/** Of an unchanged file the very same object as before, so that what was made with it can be kept. */
const made = new WeakMap<MediaFacts, { readonly media: Media; readonly saidType: string | undefined }>();

/** Files below `data/` that articles show or link to. */
export class MediaLibrary {
  readonly media = new Map<string, Media>();
  readonly #folder: string;
  readonly #memory: FileMemory<MediaFacts>;
  readonly #files: ReadonlyMap<string, DataFile>;

  /** @param files all that there are */
  constructor(folder: string, memory: FileMemory<MediaFacts>, files: readonly DataFile[]) {
    this.#folder = folder;
    this.#memory = memory;
    this.#files = new Map(files.map((file) => [file.path, file]));
  }

  /** Returns what keeps the article from being published: files that are not there, or empty. */
  load(article: Article): readonly { readonly kind: string; readonly value: string }[] {
    return mediaFilesOf(article).flatMap((value) => {
      const file = this.#files.get(value);
      if (file === undefined) return [{ kind: "missing-file", value }];
      const { byteLength } = this.media.get(value) ?? this.add(file, saidType(article, value));
      return byteLength === 0 ? [{ kind: "empty-file", value }] : [];
    });
  }

  add(file: DataFile, saidType?: string): Media {
    const facts = this.#memory.read(file);
    const known = made.get(facts);
    const media =
      known !== undefined && known.saidType === saidType ? known.media : this.#make(file, facts, saidType);
    made.set(facts, { media, saidType });
    this.media.set(file.path, media);
    return media;
  }

  /** Files that are called pictures, but can't be measured as such. */
  unreadable(files: readonly string[]): readonly string[] {
    return files.filter((file) => {
      const media = this.media.get(file);
      return media?.mediaType.startsWith("image/") && media.size === null && media.byteLength > 0;
    });
  }

  digestsOf(files: readonly string[]): Readonly<Record<string, string>> {
    return Object.fromEntries(files.map((file) => [file, this.media.get(file)?.path ?? ""]));
  }

  #make({ path }: DataFile, facts: MediaFacts, saidType: string | undefined): Media {
    return readMedia(path, facts, () => openAgain(this.#folder, path, facts.digest), saidType);
  }
}

function saidType({ enclosures }: Article, file: string): string | undefined {
  return enclosures.find(({ src }) => typeof src !== "string" && src.file === file)?.type;
}
