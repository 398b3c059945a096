/** `broken`: somebody does not get the feed. `wrong`: it costs them, or us, or goes wrong one day. `note`: good to know. */
export type Severity = "broken" | "wrong" | "note";

export type Finding = {
  readonly severity: Severity;
  /** Two or three words for the table. */
  readonly label: string;
  /** A sentence without full stop. May hold what the server sent: escape it before it is shown. */
  readonly what: string;
  /** Names of readers. */
  readonly whom: readonly string[];
  /** What the publisher can do; a sentence without full stop. */
  readonly advice: string;
};

/** What is wrong, before it is known for whom else. */
export type Fault = Omit<Finding, "whom">;

export function fault(severity: Severity, label: string, what: string, advice: string): Fault {
  return { severity, label, what, advice };
}

const SEVERITIES: readonly Severity[] = ["broken", "wrong", "note"];

/** Joins findings that say the same of several readers, the worst first, else in the order they came. */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.severity, finding.label, finding.what, finding.advice]);
    const whom = new Set([...(merged.get(key)?.whom ?? []), ...finding.whom]);
    merged.set(key, { ...finding, whom: [...whom] });
  }
  return SEVERITIES.flatMap((severity) =>
    [...merged.values()].filter((finding) => finding.severity === severity),
  );
}
