// Runs in a thread of its own: checks the documents of a build, and writes what was learned of them for the next one.
import { parentPort } from "node:worker_threads";
import { DocumentCheck } from "./check/document-check.ts";
import type { CheckKnown, CheckRequest, CheckResult, CheckStart, SentDocument } from "./check-messages.ts";
import { readChecked, writeChecked } from "./checked-memory.ts";

parentPort?.once("message", async ({ out, siteUrl, now, readCount }: CheckStart) => {
  const check = new DocumentCheck(siteUrl, now, await readChecked(out, siteUrl));
  const texts: string[] = [];
  parentPort?.on("message", async (request: CheckRequest) => {
    if (request.is === "documents") {
      for (const document of request.documents) check.add({ ...document, parts: partsOf(document, texts) });
      Atomics.add(readCount, 0, 1);
      Atomics.notify(readCount, 0);
      return;
    }
    const objections: CheckResult = check.finish(request.otherPaths);
    parentPort?.postMessage(objections);
    if (objections.length === 0 && !check.learnedNothing) await writeChecked(out, siteUrl, check.learned);
    parentPort?.close();
  });
  const known: CheckKnown = check.known;
  parentPort?.postMessage(known);
});

function partsOf({ parts, forgets }: SentDocument, texts: string[]): readonly string[] {
  if (forgets) texts.length = 0;
  return parts.map((part) => {
    if (typeof part === "number") return texts[part] ?? "";
    texts.push(part);
    return part;
  });
}
