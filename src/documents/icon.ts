import { escapeMarkup } from "../articles/escape-markup.ts";
import type { Edition, Move } from "../edition/edition.ts";
import type { Document } from "./document.ts";
import { fingerprint } from "./fingerprint.ts";

type IconOf = Pick<Edition, "site" | "icon">;

/** A letter in the publication's colours: its icon where it has none among its own files. */
export function drawnIcon({ site }: Pick<Edition, "site">): Document {
  const { link, paper } = site.theme.colours.light;
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="${link}"/><text x="32" y="32" dy=".35em" text-anchor="middle" font-family="Georgia,serif" font-size="40" font-weight="700" fill="${paper}">${escapeMarkup(initialOf(site.title))}</text></svg>\n`;
  return {
    kind: "asset",
    path: `/icon-${fingerprint(text)}.svg`,
    mediaType: "image/svg+xml",
    parts: [text],
    links: [],
  };
}

/** Absolute address of the icon that pages name. */
export function iconUrl({ site, icon }: IconOf): string {
  return icon?.url ?? new URL(drawnIcon({ site }).path, site.url).href;
}

/** What browsers and phones ask for without having been told of it, and where it is. */
export function iconMoves({ site, icon }: IconOf): readonly Move[] {
  const own = icon === null ? null : new URL(icon.url);
  // A picture elsewhere is no address of ours to lead to.
  const to = own?.origin === new URL(site.url).origin ? decodeURI(own.pathname) : drawnIcon({ site }).path;
  return ASKED_FOR.map((from) => ({ from, to }));
}

const ASKED_FOR = [
  "/favicon.ico",
  "/favicon.png",
  "/favicon.svg",
  "/apple-touch-icon.png",
  "/apple-touch-icon-precomposed.png",
];

/** The first letter or figure, with the marks that belong to it; of a title without one the first character. */
function initialOf(title: string): string {
  const [initial] = /[\p{L}\p{N}]\p{M}{0,3}/u.exec(title) ?? [...title];
  return (initial ?? "").toUpperCase();
}
