import { Lexer, Parser } from "yaml";

/** How many lists and groups may be open at once. */
export const LEVELS_MAX = 50;

/**
 * Whether YAML nests deeper than any person would write. The library reads what it has parsed by recursion, which takes
 * minutes or the whole stack on a text of nothing but brackets; its parser only keeps a list of what is open.
 */
export function isTooDeep(yaml: string): boolean {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(yaml)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > LEVELS_MAX) return true;
  }
  return false;
}
