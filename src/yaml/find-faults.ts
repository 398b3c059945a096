import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type YAMLMap } from "yaml";
import type { Mistake } from "./mistake.ts";

export const ALIASES_MAX = 20;

/** What the YAML library would take, but no file of ours means: a key twice, a key that is no text, more aliases than a person writes. */
export function findFaults(
  document: Document.Parsed,
  lineAt: (offset: number) => number,
): readonly Mistake[] {
  const faults: Mistake[] = [];
  const open: unknown[] = [document.contents];
  let aliases = 0;
  while (open.length > 0) {
    const node = open.pop();
    if (isAlias(node)) aliases += 1;
    if (isSeq(node)) for (const item of node.items) open.push(item);
    if (!isMap(node)) continue;
    for (const fault of faultyKeys(node, lineAt)) faults.push(fault);
    for (const pair of node.items) open.push(pair.value);
  }
  if (aliases > ALIASES_MAX) {
    faults.push({ where: "", found: `${aliases} aliases`, expected: `at most ${ALIASES_MAX}` });
  }
  return faults;
}

function faultyKeys({ items }: YAMLMap, lineAt: (offset: number) => number): readonly Mistake[] {
  const faults: Mistake[] = [];
  const lines = new Map<string, number | undefined>();
  for (const { key } of items) {
    const offset = isNode(key) ? key.range?.[0] : undefined;
    const line = offset === undefined ? {} : { lineNumber: lineAt(offset) };
    if (!isScalar(key)) {
      const found = "a list, a group or an alias as a key";
      faults.push({ where: "", ...line, found, expected: "a text as key" });
      continue;
    }
    const where = String(key.value);
    if (!lines.has(where)) {
      lines.set(where, line.lineNumber);
      continue;
    }
    const found = `a key that stands on line ${lines.get(where)}, too`;
    faults.push({ where, ...line, found, expected: "each key once" });
  }
  return faults;
}
