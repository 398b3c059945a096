import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lazily } from "../edition/lazily.ts";
import { ROOT } from "./paths.ts";

/** Changes with anything that what a build makes may depend on but `data/` and the moment: the sources, the packages, Node. Read once. */
export const codeDigest = lazily(() => {
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:ts|js|json)$/.test(file))
    .map((file) => join("src", file));
  const hash = createHash("sha256").update(JSON.stringify(process.versions));
  for (const file of ["package-lock.json", ...sources].sort()) {
    const bytes = readFileSync(join(ROOT, file));
    hash.update(`${file} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
});
