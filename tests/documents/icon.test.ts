import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { drawnIcon, iconMoves, iconUrl } from "../../src/documents/icon.ts";
import { textOf } from "../../src/documents/text-of.ts";
import { goldenEdition } from "./golden-edition.ts";

const { site } = goldenEdition;

/** The letters of an SVG, and its elements. */
function readSvg(svg: string): { readonly text: string; readonly elements: readonly string[] } {
  let text = "";
  const elements: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (piece) => {
    text += piece;
  });
  parser.on("opentag", ({ local, uri }) => elements.push(`${uri} ${local}`));
  parser.write(svg).close();
  return { text: text.trim(), elements };
}

const SVG = "http://www.w3.org/2000/svg";

describe("drawnIcon()", () => {
  test.each([
    ["The Lumen Wire", "T"],
    ["über Nacht", "Ü"],
    ["  «Le Monde»", "L"],
    ["24 heures", "2"],
    ["日本の声", "日"],
    ["صوت", "ص"],
    ["हिन्दी", "हि"],
    ["éclair", "É"],
    ["<script>", "S"],
    ["🌍", "🌍"],
    ["<>&", "<"],
    [`o${"\u0301".repeat(1000)}`, "O\u0301\u0301\u0301"],
  ])("shows of %j the letter %s, and nothing but that", (title, letter) => {
    const icon = drawnIcon({ site: { ...site, title } });
    expect(readSvg(textOf(icon))).toEqual({
      text: letter,
      elements: [`${SVG} svg`, `${SVG} rect`, `${SVG} text`],
    });
  });

  test("has an address that changes with it", () => {
    const [one, other] = ["Harbour", "Market"].map((title) => drawnIcon({ site: { ...site, title } }).path);
    expect(one).toMatch(/^\/icon-[0-9a-f]{16}\.svg$/);
    expect(other).not.toBe(one);
  });
});

describe("What browsers ask for unasked leads to", () => {
  const drawn = drawnIcon({ site }).path;
  const picture = { alt: "", credit: null, file: null };

  test.each([
    ["a file of the site", `${site.url}/media/1111aaaa2222bbbb.png`, "/media/1111aaaa2222bbbb.png"],
    ["a letter if the icon is elsewhere", "https://cdn.example/icon.png", drawn],
  ])("%s", (_, url, to) => {
    const icon = { ...picture, url };
    expect(iconMoves({ site, icon }).map((move) => move.to)).toEqual(Array(5).fill(to));
    expect(iconUrl({ site, icon })).toBe(url);
  });

  test("a letter if there is no icon", () => {
    const from = iconMoves({ site, icon: null }).filter(({ to }) => to === drawn);
    expect(from.map((move) => move.from)).toEqual(
      expect.arrayContaining(["/favicon.ico", "/apple-touch-icon.png", "/apple-touch-icon-precomposed.png"]),
    );
    expect(iconUrl({ site, icon: null })).toBe(site.url + drawn);
  });
});
