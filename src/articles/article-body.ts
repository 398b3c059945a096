import type { Article, FileLink } from "./article.ts";
import { joinHtml } from "./join-html.ts";

/** The body as readers get it. @param addressOf gives the absolute URL of a file, with the link's fragment; null if it has none */
export function articleBody(article: Article, addressOf: (link: FileLink) => string | null): string {
  return joinHtml(article.body, addressOf);
}
