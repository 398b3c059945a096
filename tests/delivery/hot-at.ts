import type { Representation, Store } from "../../src/delivery/representation.ts";

/** What is found without loading a pack. */
export function hotAt({ find }: Store, path: string): Representation | undefined {
  const found = find(path);
  return found?.is === "hot" ? found : undefined;
}
