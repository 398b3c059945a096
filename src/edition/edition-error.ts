import { describeMistake, type Mistake } from "../yaml/mistake.ts";

/** Why something cannot be used or made. Thrown while building, never while a reader waits. */
export type EditionFault =
  | { readonly reason: "ledger-unusable"; readonly mistakes: readonly Mistake[] }
  | { readonly reason: "site-unusable"; readonly mistakes: readonly Mistake[] };

export class EditionError extends Error {
  override readonly name = "EditionError";
  readonly fault: EditionFault;
  constructor(fault: EditionFault) {
    super(describeFault(fault));
    this.fault = fault;
  }
}

function describeFault(fault: EditionFault): string {
  const lines = fault.mistakes.map(describeMistake);
  switch (fault.reason) {
    case "ledger-unusable":
      return `Cannot read the ledger: ${lines.join("\n")}`;
    case "site-unusable":
      return `Cannot use the settings in site.yaml:\n${lines.map((line) => `  ${line}`).join("\n")}`;
  }
}
