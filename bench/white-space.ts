// What white space costs in a feed, raw and compressed as the build compresses: npm run bench -- white-space
// Each document is written in other ways from what we make of it, so that they differ in white space alone.
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { cleanEdition } from "../src/documents/clean-edition.ts";
import { renderFeeds } from "../src/documents/render-channel.ts";
import { textOf } from "../src/documents/text-of.ts";
import type { Edition } from "../src/edition/edition.ts";
import { sampleEdition } from "./rendering/sample.ts";

const editions: readonly (readonly [name: string, edition: Edition])[] = [
  ["18 headlines", sampleEdition(18, 0)],
  ["200 headlines", sampleEdition(200, 0)],
  ["200 articles of about 350 words", sampleEdition(200, 350)],
];

type Variant = { readonly name: string; readonly write: (text: string) => string };

const xmlVariants: readonly Variant[] = [
  { name: "indented by four spaces", write: indentXml },
  { name: "an element a line", write: (xml) => xml.replace(/>\s+</g, ">\n<") },
  { name: "none", write: (xml) => xml.replace(/>\s+</g, "><") },
];

const jsonVariants: readonly Variant[] = [
  { name: "indented by two spaces", write: (json) => JSON.stringify(JSON.parse(json), null, 2) },
  { name: "an item a line", write: (json) => json },
  { name: "none", write: (json) => JSON.stringify(JSON.parse(json)) },
];

for (const [name, edition] of editions) {
  console.log(
    `\n${name.padEnd(40)} ${["raw", "gzip 9", "brotli 11"].map((column) => column.padStart(10)).join(" ")}`,
  );
  for (const document of renderFeeds(cleanEdition(edition)).slice(0, 3)) {
    const variants = document.path.endsWith(".json") ? jsonVariants : xmlVariants;
    const first = sizesOf(variants[0]?.write(textOf(document)) ?? "");
    for (const { name: variant, write } of variants) {
      const sizes = sizesOf(write(textOf(document)));
      const columns = sizes.map((bytes) => String(bytes).padStart(10)).join(" ");
      const shares = sizes.map((bytes, i) => `${(100 * (bytes / (first[i] ?? bytes) - 1)).toFixed(1)} %`);
      console.log(`${document.path.padEnd(11)} ${variant.padEnd(28)} ${columns}   ${shares.join(", ")}`);
    }
  }
}

function sizesOf(text: string): readonly number[] {
  const bytes = Buffer.from(text);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return [bytes, gzipSync(bytes, { level: 9 }), brotliCompressSync(bytes, { params: quality })].map(
    ({ length }) => length,
  );
}

/** In text there is neither `<` nor `>`. */
function indentXml(xml: string): string {
  let depth = 0;
  return xml.replace(/(?<=>)\s+(<\/?)|(\/>|<\/)/g, (found, start: string | undefined) => {
    if (start === undefined) {
      depth -= 1;
      return found;
    }
    if (start === "</") depth -= 1;
    const indented = `\n${"    ".repeat(Math.max(0, depth))}${start}`;
    if (start === "<") depth += 1;
    return indented;
  });
}
