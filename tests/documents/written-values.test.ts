import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeAttribute, escapeMarkup } from "../../src/articles/escape-markup.ts";
import { formatInstant } from "../../src/documents/format-instant.ts";
import { quoteJson } from "../../src/documents/quote-json.ts";
import { utf8Bytes } from "../../src/documents/utf8-bytes.ts";

// Small functions that were written for speed say what the language's own say.

const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit }),
  fc.string({ unit: fc.constantFrom(..."\"\\\n\t\0\u007f\u2028<>&'é港😀 ~!#[]", "\ud800", "\udc00") }),
);
const settings = { numRuns: 2000, seed: 20260116 };

test("quoteJson() writes what JSON.stringify() does", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(quoteJson(text)).toBe(JSON.stringify(text));
    }),
    settings,
  );
});

test("escapeMarkup() and escapeAttribute() escape each character that has to be, once", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const escaped = text.split("&").join("&amp;").split("<").join("&lt;").split(">").join("&gt;");
      expect(escapeMarkup(text)).toBe(escaped);
      expect(escapeAttribute(text)).toBe(escaped.split('"').join("&quot;"));
    }),
    settings,
  );
});

describe("formatInstant()", () => {
  test("writes what toISOString() does, without milliseconds", () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(formatInstant(date)).toBe(date.toISOString().replace(/\.\d{3}Z$/, "Z"));
      }),
      settings,
    );
  });

  test("writes every second of a day and every day of four years", () => {
    const start = Date.UTC(2023, 11, 31);
    const instants = [
      ...Array.from({ length: 86_400 }, (_, second) => start + second * 1000),
      ...Array.from({ length: 4 * 366 }, (_, day) => start + day * 86_400_000),
    ];
    const wrong = instants.filter((ms) => {
      const date = new Date(ms);
      return formatInstant(date) !== date.toISOString().replace(".000Z", "Z");
    });
    expect(wrong).toEqual([]);
  });

  test("throws for a date that is none", () => {
    expect(() => formatInstant(new Date("yesterday"))).toThrow(RangeError);
  });
});

describe("utf8Bytes()", () => {
  test("counts what is encoded", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Bytes(text)).toBe(Buffer.byteLength(text));
      }),
      settings,
    );
  });

  test.each(["a", "é", "港", "😀", "\ud800"])("counts long texts of %j", (letter) => {
    for (const count of [10_922, 10_923, 21_845, 21_846, 100_000]) {
      const text = letter.repeat(count);
      expect(utf8Bytes(text)).toBe(Buffer.byteLength(text));
    }
  });
});
