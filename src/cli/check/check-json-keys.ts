import type { Objector } from "./objection.ts";

// What tells where objects and strings begin and end. No pattern for a whole string: a long one would exhaust the
// stack that regular expressions have.
const TOKEN = /[{}]|\\.|"/g;
const COLON_NEXT = /\s*:/y;

/**
 * No key stands twice in one object: JSON.parse keeps the last one in silence, another reader the first.
 *
 * @param text valid JSON
 */
export function checkJsonKeys(text: string, object: Objector): void {
  const openObjects: Set<string>[] = [];
  let stringStart: number | null = null;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (stringStart !== null) {
      if (token !== '"') continue;
      const end = index + 1;
      if (isKey(text, end)) noteKey(JSON.parse(text.slice(stringStart, end)), openObjects.at(-1), object);
      stringStart = null;
    } else if (token === '"') stringStart = index;
    else if (token === "{") openObjects.push(new Set());
    else if (token === "}") openObjects.pop();
  }
}

function isKey(text: string, end: number): boolean {
  COLON_NEXT.lastIndex = end;
  return COLON_NEXT.test(text);
}

function noteKey(key: string, keys: Set<string> | undefined, object: Objector): void {
  if (keys?.has(key)) object("A key stands once in its object", key, "one");
  keys?.add(key);
}
