import { describe, expect, test } from "vitest";
import { cleanHtml } from "../../src/articles/clean-html.ts";
import { BASE, clean, expectCleaned } from "./clean-judges.ts";

/** So much that a parser, a walk or a pattern that is not linear does not come to an end before a test is given up. */
const MANY = 100_000;
const MEGABYTE = 1_000_000;

function numbered(count: number, one: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => one(number)).join("");
}

describe("cleanHtml() takes", () => {
  test("open brackets of any number", () => {
    expect(clean("<".repeat(MANY))).toBe("&lt;".repeat(MANY));
    expect(clean("<p ".repeat(MANY))).toBe("");
    expect(clean("[".repeat(MANY))).toBe("[".repeat(MANY));
  });

  test("nested elements of any number, and keeps 200 of them", () => {
    const nested = (count: number) => `${"<div>".repeat(count)}x${"</div>".repeat(count)}`;
    expectCleaned(nested(200), nested(200));
    expect(clean(nested(MANY))).toMatch(/^(?:<div>){200}\nx\n(?:<\/div>){200}$/);
    expect(clean("<b>".repeat(MANY))).toBe("<b>".repeat(200) + "</b>".repeat(200));
  });

  test("a table whole or not at all, however deep", () => {
    const table = (depth: number) => `${"<div>".repeat(depth)}<table><tr><td><p>x`;
    expect(clean(table(199))).toContain("<div><table><tbody><tr><td>\nx\n</td></tr></tbody></table></div>");
    expect(clean(table(200))).toContain("<div>\nx\n</div>");
  });

  test("end tags without elements", () => {
    expect(clean(`${"<div>".repeat(MANY)}${"</p>".repeat(MANY)}x`)).toMatch(
      /^(?:<div>){200}\nx\n(?:<\/div>){200}$/,
    );
  });

  test("a paragraph of 5 MB", () => {
    const words = "Rain & wind. ".repeat((5 * MEGABYTE) / 13);
    const { html, blocks } = cleanHtml(`<p>${words}`, { base: BASE });
    expect(html).toEqual([`<p>${words.replaceAll("&", "&amp;")}</p>`]);
    expect(blocks).toEqual([words.trim()]);
  });

  test("attributes of any number", () => {
    expect(clean(`<p ${numbered(MANY, (n) => `a${n}=b `)} title=c>d`)).toBe('<p title="c">d</p>');
    expect(clean(`<p ${"title=c ".repeat(MANY)}>d`)).toBe('<p title="c">d</p>');
    expect(clean(numbered(MANY, (n) => `<body a${n}=b>`))).toBe("");
  });

  test("pictures in any number of sizes, and keeps 32 of them", () => {
    const image = (srcset: string) => clean(`<img src=/a srcset="${srcset}">`);
    const bare = '<img src="https://paper.example/a"/>';
    expect(image(",".repeat(MANY))).toBe(bare);
    expect(image(`a ${"(".repeat(MANY)}`)).toBe(bare);
    expect(image(`a ${"(,)".repeat(MANY)}`)).toBe(bare);
    const commas = ",".repeat(MANY);
    expect(image(`${commas}/b${commas} 2x`)).toBe(
      bare.replace("/>", ' srcset="https://paper.example/b, https://paper.example/articles/2x"/>'),
    );
    expect(image("/b 2x, ".repeat(MANY)).split("2x")).toHaveLength(33);
  });

  test("long addresses", () => {
    expect(clean(`<a href="${"../".repeat(MANY)}x">y</a>`)).toBe('<a href="https://paper.example/x">y</a>');
    const path = "a/".repeat(MANY);
    expect(clean(`<a href="/${path}">y</a>`)).toBe(`<a href="https://paper.example/${path}">y</a>`);
  });

  test("letters that are taken out, and white space, of any number", () => {
    expect(clean("\u200b".repeat(MEGABYTE))).toBe("");
    expect(clean("\ud800".repeat(MEGABYTE))).toBe("");
    expect(clean(`<p title="${" \n".repeat(MEGABYTE)}x">y`)).toBe('<p title="x">y</p>');
    expect(cleanHtml(`<p>a${" \n".repeat(MEGABYTE)}b`, { base: BASE }).blocks).toEqual(["a b"]);
  });

  test("text and elements that do not belong into a table", () => {
    expect(clean(`<table>${"x<br>".repeat(MANY)}`)).toBe(`${"x<br/>".repeat(MANY)}<table></table>`);
    expect(clean("<table>x".repeat(MANY))).toBe(`${"x<table></table>".repeat(MANY)}`);
  });

  test.each([
    ["unclosed", "<p><b title=@>水"],
    ["unclosed, of many kinds", "<p><b title=@><i title=@><u title=@>水"],
    ["closed in the wrong order", "<b title=@><i title=@><p>水</b></i>"],
    ["links in links", "<a href=@><div>水"],
  ])("formatting elements, %s, without growing out of bounds", (_, piece) => {
    const html = numbered(4000, (number) => piece.replaceAll("@", String(number)));
    const cleaned = clean(html);
    expect(cleaned.split("水")).toHaveLength(4001);
    expect(cleaned.length).toBeLessThan(10 * html.length);
    expect(clean(cleaned)).toBe(cleaned);
  });

  test("a long attribute that would be repeated with its element", () => {
    const long = `<b title="${"y".repeat(MANY)}">`;
    expect(clean(long + "<p>x".repeat(4000)).length).toBeLessThan(10 * MANY);
    expect(clean(long + "<div>".repeat(4000) + "</b>".repeat(4000)).length).toBeLessThan(10 * MANY);
  });
});

test("cleanHtml() leaves out what it has no base for", () => {
  expect(cleanHtml('<p><a href="/a">b</a>', { base: "" }).html).toEqual(["<p>b</p>"]);
});
