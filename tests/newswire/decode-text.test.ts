import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/newswire/decode-text.ts";
import { readNewswire } from "../../src/newswire/read-newswire.ts";
import { PARAGRAPHS } from "./body.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());
const bytes = (...values: number[]) => Uint8Array.from(values);

type Row = { name: string; input: Uint8Array; text: string; kinds?: string[]; because: string };
const rows: readonly Row[] = [
  { name: "nothing", input: bytes(), text: "", because: "no byte says anything" },
  { name: "ASCII", input: utf8("Weir opens"), text: "Weir opens", because: "it is UTF-8" },
  { name: "UTF-8", input: utf8("Öl, 水, 😀"), text: "Öl, 水, 😀", because: "it is valid" },
  { name: "UTF-8 with its mark", input: utf8("\ufeffÖl"), text: "Öl", because: "the mark is no text" },
  {
    name: "the mark twice",
    input: utf8("\ufeff\ufeffÖl"),
    text: "\ufeffÖl",
    because: "only the first is the mark",
  },
  {
    name: "a mark, then a bad byte",
    input: bytes(0xef, 0xbb, 0xbf, 0x41, 0xff),
    text: "A\ufffd",
    because: "the mark decides",
  },
  {
    name: "UTF-16 LE with its mark",
    input: utf16le("\ufeffÖl 水"),
    text: "Öl 水",
    because: "the mark decides",
  },
  {
    name: "UTF-16 BE with its mark",
    input: utf16be("\ufeffÖl 水"),
    text: "Öl 水",
    because: "the mark decides",
  },
  {
    name: "half a character at the end",
    input: bytes(0xff, 0xfe, 0x41, 0, 0x42),
    text: "A",
    because: "half a pair is nothing",
  },
  {
    name: "UTF-16 LE without a mark",
    input: utf16le("Weir opens"),
    text: "Weir opens",
    kinds: ["decoded-as-utf-16"],
    because: "every second byte is NUL",
  },
  {
    name: "UTF-16 BE without a mark",
    input: utf16be("Weir opens"),
    text: "Weir opens",
    kinds: ["decoded-as-utf-16"],
    because: "every second byte is NUL",
  },
  {
    name: "Greek in UTF-16 without a mark",
    input: utf16le("Το νερό ανεβαίνει\nη πόλη περιμένει\n"),
    text: "Το νερό ανεβαίνει\nη πόλη περιμένει\n",
    kinds: ["decoded-as-utf-16"],
    because: "its spaces and line ends have NULs",
  },
  {
    name: "UTF-16 LE with a NUL on the other side, too",
    input: utf16le("Weir 嬀 opens"),
    text: "Weir 嬀 opens",
    kinds: ["decoded-as-utf-16"],
    because: "some characters have one",
  },
  {
    name: "UTF-8 with a lone NUL",
    input: utf8("Weir\0 opens at last"),
    text: "Weir\0 opens at last",
    because: "one NUL is an accident",
  },
  {
    name: "NULs at odd and even places alike",
    input: utf8("a\0\0b\0\0c\0\0d\0\0"),
    text: "a\0\0b\0\0c\0\0d\0\0",
    because: "UTF-16 has them on one side",
  },
  {
    name: "Windows-1252",
    input: bytes(0x80, 0x93, 0xd6, 0x6c, 0x94),
    text: "€“Öl”",
    kinds: ["decoded-as-windows-1252"],
    because: "it is no UTF-8",
  },
  {
    name: "what Windows-1252 leaves open",
    input: bytes(0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xe9),
    text: "\u0081\u008d\u008f\u0090\u009dé",
    kinds: ["decoded-as-windows-1252"],
    because: "the byte's own number is all there is",
  },
  {
    name: "UTF-8 cut in a character",
    input: utf8("Weir €").subarray(0, -1),
    text: "Weir â‚",
    kinds: ["decoded-as-windows-1252"],
    because: "it is no UTF-8 any more",
  },
];

test.each(rows)("$name is decoded ($because)", ({ input, text, kinds = [] }) => {
  const decoded = decodeText(input);
  expect(decoded.text).toBe(text);
  expect(decoded.problems.map(({ kind, lineNumber }) => [kind, lineNumber])).toEqual(
    kinds.map((kind) => [kind, 1]),
  );
});

describe("a page is the same page however it is stored", () => {
  const text = `Café by the weir closes\n\n${PARAGRAPHS.join("\n\n")}\n\n\nMill to be rebuilt\nWho pays the miller?\n`;
  const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  test.each([
    ["UTF-8", utf8(text)],
    ["UTF-8 with a mark", utf8(`\ufeff${text}`)],
    ["UTF-16 LE with a mark", utf16le(`\ufeff${text}`)],
    ["UTF-16 BE with a mark", utf16be(`\ufeff${text}`)],
    ["UTF-16 LE", utf16le(text)],
    ["UTF-16 BE", utf16be(text)],
    ["Windows-1252", latin],
    ["CRLF", utf8(text.replaceAll("\n", "\r\n"))],
    ["CR", utf8(text.replaceAll("\n", "\r"))],
    ["NEL", utf8(text.replaceAll("\n", "\u0085"))],
    ["line separators", utf8(text.replaceAll("\n", "\u2028"))],
    [
      "Windows-1252 with CRLF",
      Uint8Array.from(text.replaceAll("\n", "\r\n"), (letter) => letter.charCodeAt(0)),
    ],
    ["UTF-16 BE with CR", utf16be(text.replaceAll("\n", "\r"))],
  ])("%s", (_name, input) => {
    const { articles } = readNewswire(input);
    expect(articles).toEqual([
      {
        title: "Café by the weir closes",
        titleDerived: false,
        byline: null,
        dateline: null,
        paragraphs: PARAGRAPHS,
        headlines: [
          { title: "Mill to be rebuilt", lineNumber: 8 },
          { title: "Who pays the miller?", lineNumber: 9 },
        ],
        lineNumber: 1,
      },
    ]);
  });
});
