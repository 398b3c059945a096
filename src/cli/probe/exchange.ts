import type { Reading } from "./read-content.ts";

/** A redirect that was followed. */
export type Hop = { readonly from: string; readonly status: number; readonly to: string };

/** What came back, after redirects. */
export type Answer = {
  readonly is: "answer";
  readonly url: string;
  readonly hops: readonly Hop[];
  readonly status: number;
  /** By name in small letters; several of one name are joined as a list. */
  readonly headers: ReadonlyMap<string, string>;
  readonly cookies: readonly string[];
  /** As it was sent, still encoded. */
  readonly body: Buffer;
  /** Cut off: the connection ended early (`broken`), or we had enough (`too-long`). */
  readonly end: "whole" | "broken" | "too-long";
  /** Bytes that followed the end of the answer. */
  readonly extraBytes: number;
  /** Status line, headers and body on the wire, without redirects. */
  readonly wireBytes: number;
  /** From the first request to the last byte, redirects included. */
  readonly milliseconds: number;
};

/** Why there is no answer. The first three concern everybody: nobody can reach such a host. */
export type FailureReason =
  | "no-name"
  | "no-connection"
  | "no-trust"
  | "reset"
  | "garbage"
  | "too-slow"
  | "bad-redirect";

export type Failure = {
  readonly is: "failure";
  readonly reason: FailureReason;
  /** A sentence without full stop. May hold what the server sent: escape it before it is shown. */
  readonly detail: string;
  readonly hops: readonly Hop[];
};

export type Exchange = {
  readonly sent: Readonly<Record<string, string>>;
  readonly outcome: Answer | Failure;
  /** What the body turned out to be; null where there is no answer, and of HEAD and 304, which have none. */
  readonly reading: Reading | null;
};
