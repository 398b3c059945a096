import { describe, expect, test } from "vitest";
import { splitDateline } from "../../src/newswire/split-dateline.ts";

const TEXT = "The mill burned on Sunday.";

describe("a dateline is taken out", () => {
  test.each([
    ["LISBON (AP) — ", "LISBON (AP)"],
    ["LISBON (AP) - ", "LISBON (AP)"],
    ["LISBON (AP) – ", "LISBON (AP)"],
    ["LISBON (AP) -- ", "LISBON (AP)"],
    ["LISBON (AP)—", "LISBON (AP)"],
    ["LISBON, Portugal (AP) — ", "LISBON, Portugal (AP)"],
    ["LISBON, Jan 16 (Reuters) - ", "LISBON, Jan 16 (Reuters)"],
    ["ST. LOUIS, Missouri, Jan. 16 (AP) — ", "ST. LOUIS, Missouri, Jan. 16 (AP)"],
    ["Berlin (dpa) - ", "Berlin (dpa)"],
    ["LISBON, Jan 16 - ", "LISBON, Jan 16"],
    ["LISBON, January 16, 2026 — ", "LISBON, January 16, 2026"],
    ["RIO DE JANEIRO — ", "RIO DE JANEIRO"],
    ["MÜNCHEN – ", "MÜNCHEN"],
    ["SÃO PAULO, Brazil — ", "SÃO PAULO, Brazil"],
  ])("%j", (start, dateline) => {
    expect(splitDateline(start + TEXT)).toEqual({ dateline, text: TEXT });
  });
  test.each(["“It burned,” he said.", "48 people fled.", "¿Quién fue?", "水車小屋が燃えた。"])(
    "before %j",
    (text) => {
      expect(splitDateline(`LISBON (AP) — ${text}`)).toEqual({ dateline: "LISBON (AP)", text });
    },
  );
});

describe("what is no dateline stays", () => {
  test.each([
    [`The mill — ${TEXT}`, "no capitals"],
    ["LISBON — the city of mills — burned.", "what follows goes on in lower case"],
    ["LISBON - The mill burned.", "a hyphen alone is no dash"],
    ["UN — The mill burned.", "fewer than four capitals"],
    ["S. P. — The mill burned.", "stops and spaces are no capitals"],
    ["LISBON(AP) The mill burned.", "no dash"],
    ["The mayor (Labour) — She burned it.", "no place: a small word"],
    [`${"LISBON ".repeat(30)}— ${TEXT}`, "too long"],
    ["LISBON (AP) —", "nothing behind it"],
    ["", "nothing"],
  ])("%j (%s)", (paragraph) => {
    expect(splitDateline(paragraph)).toEqual({ dateline: null, text: paragraph });
  });
});

test.each([
  ["PARIS, 16 janv. (AFP) - Les ports sont fermés.", "PARIS, 16 janv. (AFP)"],
  ["BERLIN, 16. Januar (dpa) - Die Häfen sind zu.", "BERLIN, 16. Januar (dpa)"],
  ["MADRID, 16 de enero (EFE) - Los puertos cerraron.", "MADRID, 16 de enero (EFE)"],
  ["LISBOA, 16 jan 2026 (Lusa) – Os portos fecharam.", "LISBOA, 16 jan 2026 (Lusa)"],
  ["PORT LUMEN, 5 Shops (AP) - The shops closed.", null],
])("months of other languages: %j", (paragraph, dateline) => {
  expect(splitDateline(paragraph).dateline).toBe(dateline);
});
