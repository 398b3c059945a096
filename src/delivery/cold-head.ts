import { createHash } from "node:crypto";
import type { EntryHead } from "./entry.ts";
import { ONLY_WITH_BODY, omitHeaders } from "./prepared-answers.ts";

/** What follows from the head alone of something that will lie in a pack. */
export type ColdHead = {
  readonly head: EntryHead;
  /** Those of an answer without a body, but for ETag and Last-Modified. */
  readonly headers: EntryHead["headers"];
  /** Of all that the head says. */
  readonly digest: string;
  /** From 0 to 1, by the path, all equally likely. */
  readonly chance: number;
};

export function makeColdHead(head: EntryHead): ColdHead {
  return {
    head,
    headers: omitHeaders(head.headers, ONLY_WITH_BODY),
    digest: createHash("sha256").update(JSON.stringify(head)).digest("base64"),
    chance: createHash("sha256").update(head.path).digest().readUInt32BE(0) / 2 ** 32,
  };
}
