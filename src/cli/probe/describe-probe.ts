import { shownUrl } from "./ask.ts";
import type { Exchange } from "./exchange.ts";
import type { Finding } from "./finding.ts";
import { printable, shorten } from "./printable.ts";
import type { ProbeResult, Visit } from "./probe-result.ts";

/** The report, for a terminal: whatever came from the server has been made harmless. */
export function describeProbe(result: ProbeResult, findings: readonly Finding[]): string {
  const lines = [
    ...(result.page === null
      ? []
      : [`This is a page: ${shownUrl(new URL(result.page))}`, "Its feed, asked for instead:"]),
    shownUrl(new URL(result.url)),
    "",
    ...tableOf(result, findings),
    ...(result.isCutShort ? ["The others were not asked, since nothing came in time"] : []),
    "",
    ...findings.flatMap((finding) => describeFinding(finding, result)),
    summaryOf(findings),
  ];
  return lines.map(printable).join("\n");
}

function tableOf({ visits }: ProbeResult, findings: readonly Finding[]): readonly string[] {
  const rows = [
    ["reader", "first answer", "asked again", "bytes", "verdict"],
    ...visits.map((visit) => [
      visit.reader.name,
      describeExchange(visit.first),
      visit.second === null ? "-" : describeExchange(visit.second),
      describeBytes(visit),
      verdictOf(visit.reader.name, findings),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function describeExchange({ outcome, reading }: Exchange): string {
  if (outcome.is === "failure") return outcome.reason.replaceAll("-", " ");
  const content = reading?.content;
  const what =
    content === undefined
      ? ""
      : content.is === "feed"
        ? ` ${content.format}, ${content.itemCount} items`
        : ` ${content.is}`;
  const codings = reading?.codings.join("+") ?? "";
  return shorten(`${outcome.status}${what}${codings === "" ? "" : `, ${codings}`}`);
}

/** On the wire, with headers: what a poll costs. */
function describeBytes({ first, second }: Visit): string {
  return [first, second]
    .map((exchange) => (exchange?.outcome.is === "answer" ? String(exchange.outcome.wireBytes) : "-"))
    .join(" / ");
}

function verdictOf(reader: string, findings: readonly Finding[]): string {
  const labels = findings
    .filter(({ severity, whom }) => severity !== "note" && whom.includes(reader))
    .map(({ label }) => label);
  return labels.length === 0 ? "good" : [...new Set(labels)].join(", ");
}

function describeFinding(
  { severity, what, whom, advice }: Finding,
  { visits }: ProbeResult,
): readonly string[] {
  const isForAll = visits.length > 1 && visits.every(({ reader }) => whom.includes(reader.name));
  const lines = [
    `${severity.toUpperCase()}: ${what}`,
    `  for: ${isForAll ? "everybody" : whom.join(", ")}`,
    `  do:  ${advice}`,
    "",
  ];
  return lines;
}

function summaryOf(findings: readonly Finding[]): string {
  const faults = findings.filter(({ severity }) => severity !== "note").length;
  const notes = findings.length - faults;
  const found =
    faults === 0 ? "Nothing is wrong" : `${faults} ${faults === 1 ? "thing is" : "things are"} wrong`;
  return notes === 0 ? found : `${found}; ${notes} ${notes === 1 ? "note" : "notes"}`;
}
