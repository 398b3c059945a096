import { nameWithoutDate } from "../newswire/date-in-name.ts";
import { anchorOf } from "./anchor-of.ts";

const ENDING = /\.(?:md|markdown)$/i;
const INDEX = /\/index\.(?:md|markdown)$/i;

/** Whether a file below `data/articles/` is an article, not something that articles show. */
export function isArticleFile(file: string): boolean {
  return ENDING.test(file);
}

/** A file's path without its ending; of `articles/storm/index.md` the folder's. */
export function articleName(file: string): string {
  const folder = file.replace(INDEX, "");
  return folder.includes("/") ? folder.replace(ENDING, "") : file.replace(ENDING, "");
}

/**
 * What stands before each id in an article, so that two articles in one reader's page don't share ids.
 *
 * Made from the file's name alone, without its date: so it outlasts every edit, a new title, a new date and a move to
 * another folder, and a link from another article can be made without reading this one. Two hyphens, which no id of ours
 * has, mark its end.
 */
export function idPrefix(file: string): string {
  const name = articleName(file);
  return `${anchorOf(nameWithoutDate(name)) || anchorOf(name.slice(name.lastIndexOf("/") + 1)) || "article"}--`;
}
