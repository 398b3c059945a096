import type { MediaLink } from "../articles/article.ts";
import type { Media, Picture } from "./media.ts";
import type { Site } from "./site.ts";

/** Where the files of `data/` are published. */
export class Files {
  readonly #site: Site;
  readonly #media: ReadonlyMap<string, Media>;
  readonly #pages: ReadonlyMap<string, string>;

  /**
   * @param media files that are published as they are, by their path below `data/`
   * @param pages URLs of the articles' pages, by the article's file
   */
  constructor(site: Site, media: ReadonlyMap<string, Media>, pages: ReadonlyMap<string, string>) {
    this.#site = site;
    this.#media = media;
    this.#pages = pages;
  }

  /** What stands at each of these paths: the URL of an article's page, a published file, or nothing. */
  at(paths: readonly string[]): readonly (string | Media | undefined)[] {
    return paths.map((path) => this.#pages.get(path) ?? this.#media.get(path));
  }

  /** These alone, so that who keeps them keeps nothing else. */
  only(paths: readonly string[]): Files {
    const among = <T>(all: ReadonlyMap<string, T>) =>
      new Map(
        paths.flatMap((path) => {
          const one = all.get(path);
          return one === undefined ? [] : [[path, one] as const];
        }),
      );
    return new Files(this.#site, among(this.#media), among(this.#pages));
  }

  media(link: MediaLink): Media | undefined {
    return typeof link === "string" ? undefined : this.#media.get(link.file);
  }

  /** Absolute URL; null if nothing is published there. */
  urlOf(link: MediaLink): string | null {
    if (typeof link === "string") return link;
    const page = this.#pages.get(link.file);
    if (page !== undefined) return page + link.fragment;
    const media = this.#media.get(link.file);
    return media === undefined ? null : `${this.#site.url}${encodeURI(media.path)}${link.fragment}`;
  }

  /** Null if the picture is nowhere. */
  picture(link: MediaLink, alt = "", credit: string | null = null): Picture | null {
    const url = this.urlOf(typeof link === "string" ? link : { ...link, fragment: "" });
    if (url === null) return null;
    const media = this.media(link);
    const file = media && { type: media.mediaType, length: media.byteLength, size: media.size };
    return { url, alt, credit, file: file ?? null };
  }

  /** What of these is published as it is, each once. */
  mediaOf(paths: Iterable<string>): readonly Media[] {
    const found = [...paths].flatMap((path) => this.#media.get(path) ?? []);
    return [...new Map(found.map((media) => [media.path, media])).values()];
  }
}
