import type { CheckedDocument } from "./check/checked-document.ts";
import type { Objection } from "./check/objection.ts";

/** What a build and the thread that checks its documents say to each other, in this order. */
export type CheckStart = {
  /** Folder of the build. */
  readonly out: string;
  readonly siteUrl: string;
  /** After which nothing may be dated. */
  readonly now: Date;
  /** The thread counts there how many messages with documents it has read. Shared memory. */
  readonly readCount: Int32Array<SharedArrayBuffer>;
};

/** Versions of the documents that are known, by path: their texts need not be sent. */
export type CheckKnown = ReadonlyMap<string, string>;

export type CheckRequest =
  | { readonly is: "documents"; readonly documents: readonly SentDocument[] }
  | { readonly is: "finish"; readonly otherPaths: readonly string[] };

export type SentDocument = Omit<CheckedDocument, "parts"> & {
  /** A number stands for the text that was sent as that many-th since texts were last forgotten. */
  readonly parts: readonly (string | number)[];
  /** Whether the texts that were sent before are forgotten. */
  readonly forgets: boolean;
};

export type CheckResult = readonly Objection[];
