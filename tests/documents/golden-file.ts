import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

// After a change that is meant: `GOLDEN=renew npm test`, and read the difference word by word before it is committed.
const renew = process.env.GOLDEN === "renew";

/** What a golden document says; `text` from now on, when they are renewed. */
export function goldenText(file: string, text: string): string {
  const golden = join(import.meta.dirname, "../golden", file);
  if (renew) {
    mkdirSync(dirname(golden), { recursive: true });
    writeFileSync(golden, text);
  }
  return readFileSync(golden, "utf8");
}

/** JSON as golden documents have it, for people to read; anything else as it is. */
export function readable(file: string, text: string): string {
  return file.endsWith(".json") ? `${JSON.stringify(JSON.parse(text), null, 2)}\n` : text;
}
