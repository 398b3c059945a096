import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renderDocuments } from "../../src/documents/render-documents.ts";
import { goldenEdition } from "./golden-edition.ts";
import { sampleScripts } from "./sample-scripts.ts";

const program = join(import.meta.dirname, "print-documents.ts");

test.each([
  { TZ: "UTC", LANG: "C", LC_ALL: "C" },
  { TZ: "Pacific/Kiritimati", LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" },
  { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  { TZ: "Asia/Kathmandu", LANG: "th_TH.UTF-8", LC_ALL: "th_TH.UTF-8" },
])("a machine with TZ=$TZ and LC_ALL=$LC_ALL makes the same bytes", (environment) => {
  const printed = execFileSync(process.execPath, [program], { env: environment, encoding: "utf8" });
  const documents = [...renderDocuments(goldenEdition, sampleScripts)].map(
    ({ shows: _, ...document }) => document,
  );
  expect(printed).toBe(JSON.stringify(documents));
});
