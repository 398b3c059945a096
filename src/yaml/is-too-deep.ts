import { Lexer, Parser } from "yaml";

/** How many lists and groups may be open at once. */
export const LEVELS_MAX = 50;
/** More than the parser has open where nothing is nested: stream, document, a scalar. */
const OWN_LEVELS = 10;

/**
 * Whether YAML nests deeper than any person would write. The library reads what it has parsed by recursion, which takes
 * minutes or the whole stack on a text of nothing but brackets; its parser only keeps a list of what is open.
 */
export function isTooDeep(yaml: string): boolean {
  // Each level is opened by one of these, beside the few that the parser counts for itself.
  const openers = yaml.match(/[[{]|[-?:](?=\s|$)/g)?.length ?? 0;
  if (openers < LEVELS_MAX - OWN_LEVELS) return false;
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(yaml)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > LEVELS_MAX) return true;
  }
  return false;
}
