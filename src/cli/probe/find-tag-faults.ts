import { opaque } from "./find-condition-faults.ts";
import type { Finding } from "./finding.ts";
import { type ProbeResult, type Served, servedBy } from "./probe-result.ts";

type Seen = {
  readonly name: string;
  readonly served: Served;
};

/** What the validators of different answers say of one another. */
export function findTagFaults({ visits }: ProbeResult): readonly Finding[] {
  const seen = visits.flatMap(({ reader, first, second }) =>
    [first, second].flatMap((exchange) => {
      const served = servedBy(exchange);
      return served === null || served.answer.status !== 200 ? [] : [{ name: reader.name, served }];
    }),
  );
  return [...compareTexts(seen), ...compareTags(seen), ...compareDates(seen)];
}

function compareTexts(seen: readonly Seen[]): Finding[] {
  const groups = groupBy(seen, ({ served }) => served.reading.digest);
  if (groups.length !== 2) return [];
  const [, few = []] = groups.toSorted((a, b) => b.length - a.length);
  return [
    {
      severity: "note",
      label: "another text",
      what: "Gets another text than the others",
      whom: namesOf(few),
      advice:
        "if nothing was published just now, find out what makes it for whom: caches will hand either to anybody",
    },
  ];
}

function compareTags(seen: readonly Seen[]): Finding[] {
  return groupBy(seen, ({ served }) => served.reading.digest).flatMap((same) => {
    const tagged = same.filter(({ served }) => tagOf(served) !== "");
    const sameCoding = groupBy(tagged, ({ served }) => served.reading.codings.join());
    if (sameCoding.some((group) => countOf(group, (served) => opaque(tagOf(served))) > 1))
      return [
        {
          severity: "wrong" as const,
          label: "ETag changes",
          what: "The ETag changes although the feed does not",
          whom: namesOf(tagged),
          advice:
            "make the ETag from the text alone: not from the file's number or time, which differ between servers",
        },
      ];
    return describeCodings(tagged);
  });
}

function describeCodings(tagged: readonly Seen[]): Finding[] {
  if (countOf(tagged, tagOf) < 2) return [];
  const isAltered = countOf(tagged, (served) => opaque(tagOf(served))) === 1;
  return [
    {
      severity: "note",
      label: "ETag by encoding",
      what: isAltered
        ? "The same ETag comes in several spellings (with W/ or with the encoding's name): a proxy that compresses has altered it"
        : "Each encoding has an ETag of its own",
      whom: namesOf(tagged),
      advice:
        "a weak ETag made from the text serves all encodings, and survives a cache or a reader that changes its Accept-Encoding",
    },
  ];
}

function compareDates(seen: readonly Seen[]): Finding[] {
  const moving = groupBy(seen, ({ served }) => `${served.reading.digest} ${opaque(tagOf(served))}`).filter(
    (same) => countOf(same, ({ answer }) => answer.headers.get("last-modified") ?? "") > 1,
  );
  return moving.map((same) => ({
    severity: "wrong",
    label: "Last-Modified moves",
    what: "Last-Modified moves although the feed does not change",
    whom: namesOf(same),
    advice:
      "send the time of the last change, not of the request or of the copy: those who go by the date fetch everything each time",
  }));
}

function tagOf({ answer }: Served): string {
  return answer.headers.get("etag") ?? "";
}

function namesOf(seen: readonly Seen[]): readonly string[] {
  return [...new Set(seen.map(({ name }) => name))];
}

function countOf(seen: readonly Seen[], read: (served: Served) => string): number {
  return new Set(seen.map(({ served }) => read(served))).size;
}

function groupBy(seen: readonly Seen[], keyOf: (seen: Seen) => string): (readonly Seen[])[] {
  return [...Map.groupBy(seen, keyOf).values()];
}
