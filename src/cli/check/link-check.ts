import { OEMBED_PATH } from "../../documents/embed/oembed-links.ts";
import type { Objector } from "./objection.ts";

/** What a link has to lead to. */
export type LinkTarget =
  /** Anything the site has, or had. */
  | "document"
  /** What an item of a feed opens: a page that is there. */
  | "page"
  | "feed";

type Place = { readonly mediaType: string; readonly status: number; readonly ids: ReadonlySet<string> };

const FEEDS = new Set(["application/rss+xml", "application/atom+xml", "application/feed+json"]);

/** Collects where documents lead on the site itself, and says in the end what leads nowhere. */
export class LinkCheck {
  readonly #origin: string;
  readonly #places = new Map<string, Place>();
  /** By target, by URL: the path of the first document that leads there. */
  readonly #links: Readonly<Record<LinkTarget, Map<string, string>>> = {
    document: new Map(),
    page: new Map(),
    feed: new Map(),
  };

  readonly #typed = new Set<string>();

  /** @param siteUrl origin of the site */
  constructor(siteUrl: string) {
    this.#origin = new URL(siteUrl).origin;
  }

  /** @param ids what fragments may lead to */
  addPlace(path: string, mediaType: string, status: number, ids: ReadonlySet<string> = new Set()): void {
    this.#places.set(path, { mediaType, status, ids });
  }

  /** @param path of the document it stands in */
  addLink(href: string, path: string, target: LinkTarget): void {
    const links = this.#links[target];
    const wanted = this.#shownBy(href) ?? href;
    if (!links.has(wanted)) links.set(wanted, path);
  }

  /** An address that somebody wrote into a text: where it leads is theirs to know, and must not keep all else from being published. */
  addTyped(href: string): void {
    this.#typed.add(href);
  }

  /**
   * @param otherPaths of what is no document but answers: media, and addresses that changed, with all that is below them
   */
  finish(otherPaths: ReadonlySet<string>, objectorFor: (path: string) => Objector): void {
    for (const [target, links] of Object.entries(this.#links)) {
      for (const [href, path] of links) this.#checkLink(href, target, otherPaths, objectorFor(path));
    }
  }

  /** Of which of our addresses oEmbed is asked, if it is. It answers only for what is there. */
  #shownBy(href: string): string | null {
    if (!href.startsWith(`${this.#origin}${OEMBED_PATH}?`)) return null;
    return new URL(href).searchParams.get("url");
  }

  #checkLink(href: string, target: string, otherPaths: ReadonlySet<string>, object: Objector): void {
    if (!URL.canParse(href)) return; // objected to where it stands
    const { origin, pathname, hash } = new URL(href);
    if (origin !== this.#origin) {
      if (target === "feed") object("A list of feeds leads to feeds of the site", href, this.#origin);
      return;
    }
    const path = decode(pathname);
    if (this.#typed.has(href)) return;
    const place = this.#places.get(path);
    if (target === "document" && place === undefined && isBelow(path, otherPaths)) return;
    if (place === undefined)
      object("A link to the site leads to one of its documents", href, "the URL of a document");
    else if (target === "feed" && !FEEDS.has(place.mediaType))
      object("A list of feeds leads to feeds", href, "the URL of a feed");
    else if (target === "page") checkPage(href, hash, place, object);
  }
}

/** A wrong fragment in a text leads to the right page all the same; that of an item is our own. */
function checkPage(href: string, hash: string, { status, mediaType, ids }: Place, object: Objector): void {
  if (status !== 200 || mediaType !== "text/html")
    object("What is published leads to a page that is there", `${href}: ${status}`, "a page with status 200");
  else if (hash !== "" && !ids.has(decode(hash.slice(1))))
    object("A link with a fragment leads to an element of the page", href, "the id of an element");
}

/** Whether a path, or one that it lies below, is among them. */
function isBelow(path: string, paths: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
    if (paths.has(path.slice(0, end))) return true;
  }
  return false;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
