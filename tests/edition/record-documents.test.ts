import { describe, expect, test } from "vitest";
import { formatLedger } from "../../src/edition/format-ledger.ts";
import type { Ledger } from "../../src/edition/ledger.ts";
import { markId, markPiece } from "../../src/edition/mark-piece.ts";
import { parseLedger } from "../../src/edition/parse-ledger.ts";
import { type Pieces, recordDocuments, VALIDATORS_MAX } from "../../src/edition/record-documents.ts";
import { emptyLedger, later } from "./make-candidates.ts";

const mark = (piece: string) => markPiece(markId(piece.slice(0, 1)), piece);
const marks = (pieces: string) => pieces.split(" ").filter(Boolean).map(mark);

/** Pieces such as `a1 b1`: an item's name and its text's number. */
function record(ledger: Ledger, etag: string, pieces: string | null, archived = ""): Ledger {
  const held = new Set(archived.split(" ").map(markId));
  const made: Pieces | null = pieces === null ? null : { marks: marks(pieces), holds: (id) => held.has(id) };
  const next = recordDocuments(ledger, new Map([["/rss.xml", etag]]), later(1), () => made);
  return parseLedger(formatLedger(next));
}

/** A document that changed step by step: its pieces, then perhaps what is in archives. */
function play(...steps: readonly (readonly [pieces: string | null, archived?: string])[]): Ledger {
  return steps.reduce(
    (ledger, [pieces, archived], i) => record(ledger, `W/"${i}"`, pieces, archived),
    emptyLedger(),
  );
}

function brought(ledger: Ledger) {
  return ledger.documents[0]?.validators.map(({ parts, left }) => ({
    ...(parts !== undefined && { parts }),
    ...(left !== undefined && { left }),
  }));
}

const parts = (pieces: string) => ({ parts: marks(pieces).join("") });
const left = (ids: string) => ({ left: ids.split(" ").map(markId).join("") });

describe("what each ETag brought:", () => {
  test.each([
    { because: "all that stands there at first", steps: [["a1 b1"]], expected: [parts("a1 b1")] },
    { because: "what is new", steps: [["a1"], ["b1 a1"]], expected: [parts("b1"), parts("a1")] },
    { because: "what has another text", steps: [["a1 b1"], ["a2 b1"]], expected: [parts("a2"), parts("b1")] },
    {
      because: "a text that comes back is new again",
      steps: [["a1 b1"], ["a2 b1"], ["a1 b1"]],
      expected: [parts("a1"), parts(""), parts("b1")],
    },
    {
      because: "an item that comes back is new again",
      steps: [["a1 b1"], ["b1"], ["a1 b1"]],
      expected: [parts("a1"), { ...parts(""), ...left("a") }, parts("b1")],
    },
    {
      because: "what went into an archive has not left the channel",
      steps: [["a1 b1 c1"], ["c1", "a"]],
      expected: [{ ...parts(""), ...left("b") }, parts("c1")],
    },
    {
      because: "only another head",
      steps: [["a1"], ["a1"]],
      expected: [parts(""), parts("a1")],
    },
    {
      because: "of all that nobody counted before, nobody knows how old it is",
      steps: [[null], ["a1 b1"]],
      expected: [parts("a1 b1"), {}],
    },
    {
      because: "what was counted is forgotten where counting stops",
      steps: [["a1"], [null], ["a1 b1"]],
      expected: [parts("a1 b1"), {}, {}],
    },
  ] as const)("$because", ({ steps, expected }) => {
    expect(brought(play(...steps))).toEqual(expected);
  });

  test("what came with an ETag that is forgotten stands under the oldest that is not", () => {
    let ledger = play(["a1"], ["b1 a1"]);
    for (let i = 2; i <= VALIDATORS_MAX; i += 1) ledger = record(ledger, `W/"${i}"`, "b1 a1");
    expect(ledger.documents[0]?.validators).toHaveLength(VALIDATORS_MAX);
    expect(brought(ledger)?.at(-1)).toEqual({ parts: marks("b1 a1").join("") });
    expect(brought(record(ledger, 'W/"next"', "b1"))?.[0]).toEqual({ ...parts(""), ...left("a") });
  });

  test("nobody knows after two branches that published the document were merged", () => {
    const common = play(["a1"]);
    const [ours, theirs] = [record(common, 'W/"ours"', "b1 a1"), record(common, 'W/"theirs"', "c1 a1")];
    const merged = parseLedger(
      formatLedger({ ...ours, documents: [...ours.documents, ...theirs.documents] }),
    );
    expect(brought(merged)?.every((one) => Object.keys(one).length === 0)).toBe(true);
    expect(brought(record(merged, 'W/"both"', "c1 b1 a1"))?.[0]).toEqual(parts("c1 b1 a1"));
  });
});

test.each([
  ["parts", "abc", /documents\[0\].*parts: found "abc", expected marks of 14 letters each/s],
  ["parts", "!bcdefghijklmn", /expected marks of 14 letters each/],
  ["left", "abcde", /expected marks of 6 letters each/],
])("a ledger whose %s are spoilt cannot be used (%s)", (key, value, message) => {
  const text = formatLedger(play(["a1"], ["b1"])).replace(
    new RegExp(`"${key}":"[^"]+"`),
    `"${key}":"${value}"`,
  );
  expect(text).toContain(`"${value}"`);
  expect(() => parseLedger(text)).toThrow(message);
});
