import { type ArticleProblem, articleProblem } from "./article-problem.ts";
import { GONE_ELEMENTS, KEPT_ELEMENTS } from "./kept-elements.ts";
import type { TypedHtml } from "./render-markdown.ts";

/** Of these only the tags go, and nothing is lost: HTML's elements that readers need not show. */
const UNWRAPPED_ELEMENTS: ReadonlySet<string> = new Set(
  `html body section article header footer nav main aside address hgroup search center font tt big strike acronym nobr form label
  fieldset legend input meter progress output dialog menu dir data slot link meta base area map param rb rtc`.split(
    /\s+/,
  ),
);

/**
 * Elements that a person typed and that feeds don't carry, each kind where it first stands. What is no element at all may have been
 * meant as text: `<your name>`.
 */
export function unsafeHtmlProblems(typed: readonly TypedHtml[]): readonly ArticleProblem[] {
  const problems = new Map<string, ArticleProblem>();
  for (const { html, lineNumber } of typed) {
    for (const [, tag = ""] of html.matchAll(/<([a-z][a-z0-9]*)/gi)) {
      const name = tag.toLowerCase();
      if (problems.has(name) || KEPT_ELEMENTS.has(name) || UNWRAPPED_ELEMENTS.has(name)) continue;
      const kind = GONE_ELEMENTS.has(name) ? "unsafe-html-removed" : "unknown-element";
      problems.set(name, articleProblem(kind, lineNumber, `<${GONE_ELEMENTS.has(name) ? name : tag}>`));
    }
  }
  return [...problems.values()];
}
