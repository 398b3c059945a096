import { type ArticleProblem, articleProblem } from "./article-problem.ts";
import { GONE_ELEMENTS } from "./kept-elements.ts";
import type { TypedHtml } from "./render-markdown.ts";

/** Elements that a person typed and that feeds don't carry, each kind where it first stands. */
export function unsafeHtmlProblems(typed: readonly TypedHtml[]): readonly ArticleProblem[] {
  const problems = new Map<string, ArticleProblem>();
  for (const { html, lineNumber } of typed) {
    for (const [, tag = ""] of html.matchAll(/<([a-z][a-z0-9]*)/gi)) {
      const name = tag.toLowerCase();
      if (!GONE_ELEMENTS.has(name) || problems.has(name)) continue;
      problems.set(name, articleProblem("unsafe-html-removed", lineNumber, `<${name}>`));
    }
  }
  return [...problems.values()];
}
