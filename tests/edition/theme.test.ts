import { describe, expect, test } from "vitest";
import { contrastOf } from "../../src/edition/contrast-of.ts";
import { parseSite } from "../../src/edition/parse-site.ts";
import { OUR_COLOURS, OUR_THEME, type Theme } from "../../src/edition/theme.ts";

const LEAST = "title: The Wire\nurl: https://wire.test\n";

function themeOf(yaml: string): Theme {
  return parseSite(`${LEAST}theme:\n${yaml}`).theme;
}

function mistakesIn(yaml: string, words: Readonly<Record<string, string>> | null = null): string {
  try {
    parseSite(`${LEAST}theme:\n${yaml}`, words);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

describe("contrast", () => {
  // Figures that are published with WCAG, or known to everybody who works with it.
  test.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#777777", "#ffffff", 4.48],
    ["#767676", "#ffffff", 4.54],
    ["#0000ff", "#ffffff", 8.59],
    ["#ff0000", "#ffffff", 4],
  ])("%s on %s is %d:1, whichever is which", (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 2);
    expect(contrastOf(other, one)).toBe(contrastOf(one, other));
  });

  test("our own colours can be read, on light paper and on dark", () => {
    for (const { text, muted, link, paper } of Object.values(OUR_COLOURS)) {
      for (const colour of [text, muted, link]) expect(contrastOf(colour, paper)).toBeGreaterThan(4.5);
    }
  });
});

describe("a theme", () => {
  test("nobody needs one", () => {
    expect(parseSite(LEAST).theme).toEqual(OUR_THEME);
    expect(parseSite(`${LEAST}theme:\n`).theme).toEqual(OUR_THEME);
  });

  test("colours that are said stand beside ours, short ones written out", () => {
    const { light, dark } = themeOf(
      '  colours: { link: "#A00", line: "#C0C0C0", dark: { paper: "#000" } }',
    ).colours;
    expect(light).toEqual({ ...OUR_COLOURS.light, link: "#aa0000", line: "#c0c0c0" });
    expect(dark).toEqual({ ...OUR_COLOURS.dark, paper: "#000000" });
  });

  test("logo, links, lines at the foot, readers and words", () => {
    const theme = themeOf(`  logo: images/head.svg
  links: [{ label: About, url: /articles/about }, { label: Shop, url: https://Shop.test }]
  footer:
    - Printed in Port Lumen
    - { label: The desk, url: mailto:desk@wire.test }
  readers:
    - { name: Our reader, url: "https://reader.test/add?feed={url}" }
    - { name: Pods, url: "pods://add/{url}", podcasts: true }
  words: { skip: Go on }
`);
    expect(theme).toEqual({
      ...OUR_THEME,
      logo: { file: "images/head.svg", fragment: "" },
      links: [
        { label: "About", url: "/articles/about" },
        { label: "Shop", url: "https://shop.test/" },
      ],
      footer: ["Printed in Port Lumen", { label: "The desk", url: "mailto:desk@wire.test" }],
      readers: [
        { name: "Our reader", url: "https://reader.test/add?feed={url}", podcasts: false },
        { name: "Pods", url: "pods://add/{url}", podcasts: true },
      ],
      words: { skip: "Go on" },
    });
    expect(themeOf("  footer: One line").footer).toEqual(["One line"]);
  });
});

describe("mistakes in a theme are named with their line, what stands there and what is needed", () => {
  const IN_QUOTES = 'expected a colour such as "#0b57a4", in quotes, because # begins a comment';
  test.each([
    [
      '  colours:\n    text: "#999"',
      'line 5, theme.colours.text: found "#999", expected a contrast of at least 4.5:1 with paper #fffdf8, not 2.80:1',
      "letters too light for the paper",
    ],
    [
      '  colours:\n    dark:\n      link: "#0b57a4"',
      'line 6, theme.colours.dark.link: found "#0b57a4", expected a contrast of at least 4.5:1 with paper #171614, not 2.50:1',
      "a link that is only dark enough for the light paper",
    ],
    [
      '  colours:\n    paper: "#777"',
      'line 5, theme.colours.paper: found "#777", expected a contrast of at least 4.5:1 with text #1a1a1a, not 3.88:1',
      "a paper that our letters do not stand out from: it is what was said",
    ],
    [
      '  colours: { muted: "#777", paper: "#fff" }',
      'line 4, theme.colours.muted: found "#777", expected a contrast of at least 4.5:1 with paper #ffffff, not 4.47:1',
      "what is not quite enough is not rounded up",
    ],
    [
      "  colours:\n    link: #0b57a4",
      `line 5, theme.colours.link: found nothing, ${IN_QUOTES}`,
      "YAML's comment",
    ],
    [
      "  colours:\n    dark:\n      paper: #000\n      text: '#fff'",
      `line 6, theme.colours.dark.paper: found nothing, ${IN_QUOTES}`,
      "the same in the dark",
    ],
    ["  colours: { link: red }", `line 4, theme.colours.link: found "red", ${IN_QUOTES}`, "a name"],
    ["  colours: { link: 123456 }", `line 4, theme.colours.link: found 123456, ${IN_QUOTES}`, "a number"],
    ['  colours: { link: "#0b57a480" }', `found "#0b57a480", ${IN_QUOTES}`, "one that shines through"],
    [
      "  colours: { lnk: '#00f' }",
      'theme.colours.lnk: found a key nobody knows, expected perhaps "link"',
      "a slip",
    ],
    [
      "  colors: {}",
      'line 4, theme.colors: found a key nobody knows, expected perhaps "colours"',
      "American",
    ],
    [
      "  links: [{ label: A, url: //evil.test/ }]",
      'theme.links[0].url: found "//evil.test/"',
      "half an address",
    ],
    ["  links: [{ label: A, url: 'javascript:alert(1)' }]", "theme.links[0].url: found", "a script"],
    [
      "  links: [{ label: A, url: '/\\evil.test' }]",
      "theme.links[0].url: found",
      "what browsers take for //",
    ],
    ["  footer: [{ label: A }]", "theme.footer[0].url: found nothing", "a link that leads nowhere"],
    [
      "  readers: [{ name: A, url: https://a.test/ }]",
      "expected an address in which {url} stands",
      "no place for it",
    ],
    [
      "  readers: [{ name: A, url: 'javascript:{url}' }]",
      "expected an address in which {url} stands",
      "a script",
    ],
    ["  logo: ../logo.png", 'theme.logo: found "../logo.png"', "a file that is not below data/"],
  ])("%j", (yaml, message) => {
    expect(mistakesIn(yaml)).toContain(message);
  });

  test("words that no page has, and words that leave no place for what is put in", () => {
    const words = { skip: "Skip to the text", openIn: "Open in {}" };
    expect(mistakesIn("  words: { skip: Go on, openIn: 'In {}' }", words)).toBe("");
    expect(mistakesIn("  words:\n    skp: Go on\n    openIn: Open", words)).toBe(
      `Cannot use the settings in site.yaml:
  line 5, theme.words.skp: found a key nobody knows, expected perhaps "skip"
  line 6, theme.words.openIn: found "Open", expected {} as often as in "Open in {}"`,
    );
    expect(mistakesIn("  words: { __proto__: x, toString: y }", words)).toContain(
      "theme.words.toString: found a key",
    );
  });
});
