import type { Expected } from "./judge-answer.ts";

/** A request, and what has to be answered to it. */
export type Poll = {
  /** Which share of the mix it is of. */
  readonly share: Share;
  readonly method: string;
  /** As the request line has it. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expected: Expected;
};

/** Who asks: a reader that knows a state, one that knows none, or anybody else. */
export type Share = "conditional" | "unconditional" | "other";
