import { pagePathOf } from "./page-for-people.ts";

/** The path of the page that is shown elsewhere for what stands at a path: a channel's for its feeds and for the front page. */
export function shownPageOf(path: string): string {
  if (path === "/") return "/all";
  return /\/(?:rss\.xml|atom\.xml|feed\.json)$/.test(path) ? pagePathOf(path) : path;
}
