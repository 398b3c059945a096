import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { checkDocuments, describeObjection } from "../../src/cli/check/check-documents.ts";
import { attributeOf, elementsOf, textIn } from "../../src/cli/check/html-tree.ts";
import { checkLayout } from "../../src/cli/check-layout.ts";
import { checkStyle } from "../../src/cli/check-style.ts";
import { DataReader } from "../../src/cli/data-reader.ts";
import { OUR_LAYOUT } from "../../src/documents/pages/fill-layout.ts";
import { textOf } from "../../src/documents/text-of.ts";
import type { Edition } from "../../src/edition/edition.ts";
import type { Theme } from "../../src/edition/theme.ts";
import { describeMistake } from "../../src/yaml/mistake.ts";
import { documentsOf } from "../cli/check/spoiled-documents.ts";
import { elementsAt, pagesByPath } from "../documents/pages-by-path.ts";
import {
  article,
  category,
  channelOf,
  editionOf,
  headline,
  sampleSite,
} from "../documents/sample-edition.ts";
import { temporaryFolder } from "./run-cli.ts";

const OWN = `<!DOCTYPE html>
<html lang="{{language}}" dir="{{direction}}" class="own">
<head>
{{head}}
<meta name="theme-color" content="#800000">
</head>
<body>
<div class="page">
{{header}}
<nav aria-label="Paper"><a href="/feeds">Our feeds</a> <a href="https://shop.example/">Shop</a></nav>
{{main}}
</div>
{{footer}}
<p>Printed in Port Lumen</p>
</body>
</html>
`;

function publication(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const name of ["articles", "newswire"]) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries({
    "site.yaml": "title: The Wire\nurl: https://wire.test\n",
    ...files,
  }))
    writeFileSync(join(folder, name), text);
  return folder;
}

function editionIn(theme: Partial<Theme>, label = "Harbour") {
  const items = [
    article({ categories: [category("section", "harbour", label)] }),
    headline({ language: "ar", title: "ميناء" }),
  ];
  return editionOf(
    items,
    { theme: { ...sampleSite.theme, ...theme } },
    {
      channels: [
        channelOf("all", "all", items),
        channelOf("headlines", "headlines", items.slice(1)),
        channelOf("section", "sections/harbour", items.slice(0, 1), { label }),
      ],
    },
  );
}

function sheetOf(edition: Edition): { readonly path: string; readonly text: string } {
  const [sheet, ...others] = [...pagesByPath(edition).values()].filter(({ path }) =>
    path.startsWith("/assets/style-"),
  );
  if (sheet === undefined || others.length > 0) throw new Error("There is not one stylesheet");
  return { path: sheet.path, text: textOf(sheet) };
}

describe("pages in a layout of one's own", () => {
  const edition = editionIn({ layout: OWN, style: ".page { padding: 1rem }" });
  const pages = [...pagesByPath(edition).values()].filter(
    ({ path, mediaType }) => mediaType === "text/html" && !path.startsWith("/embed"),
  );

  test("all stand in it, whole", () => {
    expect(pages.length).toBeGreaterThan(6);
    const ours = pagesByPath(editionIn({}));
    for (const page of pages) {
      const text = textOf(page);
      const tree = elementsOf(parse(text));
      expect(attributeOf(tree[0], "class"), page.path).toBe("own");
      expect(text).not.toContain("{{");
      const inside = elementsOf(parse(textOf(ours.get(page.path) ?? page)));
      const theirs = tree.map(({ tagName, attrs }) => JSON.stringify([tagName, attrs]));
      // The address of the stylesheet is another: it says more.
      const missing = inside
        .filter(
          ({ tagName, attrs }) => tagName !== "html" && !attrs.some(({ value }) => value === "stylesheet"),
        )
        .filter(({ tagName, attrs }) => !theirs.includes(JSON.stringify([tagName, attrs])));
      expect(missing.map(({ tagName }) => tagName)).toEqual([]);
    }
  });

  test("the check of a build has nothing against them", () => {
    const documents = documentsOf(edition);
    expect(checkDocuments(documents, edition.site.url).map(describeObjection)).toEqual([]);
  });

  test("say their language and direction where the layout wants them", () => {
    const rootAt = (path: string) => {
      const [root] = elementsAt(path, edition, ({ tagName }) => tagName === "html");
      return [attributeOf(root, "lang"), attributeOf(root, "dir")];
    };
    expect(rootAt("/")).toEqual(["en-GB", "ltr"]);
    expect(rootAt("/headlines/plain-headline")).toEqual(["ar", "rtl"]);
  });

  test("what looks like a slot in a text is text", () => {
    const path = "/articles/plain-article";
    const namesIn = (label: string) =>
      elementsAt(path, editionIn({ layout: OWN }, label), () => true).map(({ tagName }) => tagName);
    expect(namesIn("{{footer}} {{main}}")).toEqual(namesIn("Harbour"));
    const odd = editionIn({ layout: OWN }, "{{footer}} {{main}}");
    const headers = elementsAt(path, odd, ({ tagName }) => tagName === "header");
    expect(headers.map(textIn).join()).toContain("{{footer}} {{main}}");
  });

  test("share what stands around them, to the string, so that it is stored once", () => {
    const items = [article(), article({ slug: "another", title: "Another" })];
    const theme = { ...sampleSite.theme, layout: OWN };
    const byPath = pagesByPath(editionOf(items, { theme }));
    const [one = [], other = []] = items.map(({ path }) => byPath.get(path)?.parts);
    const shared = one.filter((part) => other.includes(part)).join("");
    for (const piece of ['class="own"', "Our feeds", "Printed in Port Lumen"])
      expect(shared).toContain(piece);
  });

  test("have one stylesheet, in which one's own comes last, under another address", () => {
    const style = ".page { padding: 1rem }";
    const [ours, own] = [sheetOf(editionIn({})), sheetOf(editionIn({ style }))];
    expect(own.path).not.toBe(ours.path);
    expect(own.text).toBe(ours.text + style);
    for (const page of pages) {
      const links = elementsOf(parse(textOf(page))).filter((one) => attributeOf(one, "rel") === "stylesheet");
      expect(links.map((link) => attributeOf(link, "href"))).toEqual([own.path]);
    }
  });
});

describe("a theme's colours", () => {
  test("are the variables of the stylesheet, for light and dark", () => {
    const { light, dark } = sampleSite.theme.colours;
    const edition = editionIn({
      colours: { light: { ...light, link: "#800000" }, dark: { ...dark, paper: "#000000" } },
    });
    const [root = "", inDark = ""] = sheetOf(edition).text.split("prefers-color-scheme: dark");
    expect(root).toContain("--link: #800000;");
    expect(inDark).toContain("--paper: #000000;");
    expect(inDark).toContain(`--link: ${dark.link};`);
  });
});

describe("mistakes in data/layout.html", () => {
  test("ours and a publisher's have none", () => {
    expect(checkLayout(OUR_LAYOUT)).toEqual([]);
    expect(checkLayout(OWN)).toEqual([]);
  });

  test.each([
    ["{{footer}}\n", "", "{{footer}}: found nothing, expected once, in <body>"],
    [
      "{{footer}}",
      "{{footer}}\n{{footer}}",
      "line 14, slots: found {{footer}} again, expected once, in <body>",
    ],
    [
      "{{footer}}",
      "{{foot}}{{footer}}",
      "line 13, slots: found {{foot}}, expected one of language, direction, head",
    ],
    ["{{main}}", "{{ main }}", "line 11, slots: found {{ main }}, expected one of"],
    ["{{main}}", "<!-- {{main}} -->", "line 11, {{main}}: found it elsewhere, expected once, in <body>"],
    ["{{main}}", "<p>{{main}}</p>", "line 11, <p>: found no end where it should have one, expected </p>"],
    ["</div>\n", "", "line 8, <div>: found no end where it should have one, expected </div>"],
    [
      "{{head}}",
      "{{head}}<b></b>",
      "line 3, <head>: found no end where it should have one, expected </head>",
    ],
    ["{{language}}", "en", "{{language}}: found nothing"],
    [
      'dir="{{direction}}"',
      'title="{{direction}}"',
      "{{direction}}: found it elsewhere, expected once, as <html dir=",
    ],
    ["<!DOCTYPE html>\n", "", "HTML: found missing-doctype"],
    ["<p>Printed", "<script src='/a.js'></script><p>Printed", "line 14, <script>: found it, expected none"],
    ["<p>Printed", "<p onclick='a()'>Printed", 'line 14, <p>: found onclick="a()", expected none'],
    ["<p>Printed", "<p style='color: red'>Printed", 'line 14, <p>: found style="color: red"'],
    [
      "</head>",
      '<link rel="stylesheet" href="https://a.example/x.css"></head>',
      "<link>: found a stylesheet",
    ],
    [
      "</head>",
      "<title>The Wire</title></head>",
      "line 6, <title>: found it, expected none: {{head}} brings it",
    ],
    ['"/feeds"', '"feeds.html"', 'line 10, <a>: found href="feeds.html", expected an address'],
    ['"/feeds"', '"//evil.example/"', 'found href="//evil.example/", expected an address'],
    ['"/feeds"', '"javascript:a()"', 'found href="javascript:a()", expected an address'],
  ])("%j made %j", (from, to, message) => {
    expect(OWN).toContain(from);
    expect(
      checkLayout(OWN.replace(from, () => to))
        .map(describeMistake)
        .join("\n"),
    ).toContain(message);
  });

  test("are found in time that grows with the text, whatever it is", () => {
    for (const odd of ["{{", "{{{{head", "<div>", "<", "{{head}}"]) {
      expect(checkLayout(odd.repeat(20_000)).length).toBeGreaterThan(0);
    }
  });
});

describe("mistakes in data/style.css", () => {
  test.each([
    ["a { color: red;\nb { color: red }", 'line 2, CSS: found Expected "}" to go with "{", expected CSS'],
    ["a {}\n/* begun", 'line 2, CSS: found Expected "*/"'],
    ["a { colr: red }", 'line 1, CSS: found "colr" is not a known CSS property'],
    [
      "@import 'https://a.example/x.css';",
      "line 1, url: found https://a.example/x.css, expected the http(s) address",
    ],
    [
      "a { background: url(images/a.png) }",
      "line 1, url: found images/a.png, expected the http(s) address of a picture",
    ],
    ["\na { background: url(data:image/png;base64,aaaa) }", "line 2, url: found data:image/png"],
    [
      "/* one */\n@font-face { src: url(https://a.example/a.woff2) }",
      "line 2, CSS: found @font-face, expected fonts",
    ],
  ])("%j", async (css, message) => {
    expect((await checkStyle(css)).map(describeMistake).join("\n")).toContain(message);
  });

  test("there is none in CSS that browsers take", async () => {
    const css = `/* @font-face url(a.png) */
.page { background: url("https://a.example/a.png"); --x: 1 }
@media print { .page { display: none } }
@supports (display: grid) { .a { & .b { color: color-mix(in oklab, red, blue) } } }
a::after { content: "url(a.png)" }
`;
    expect(await checkStyle(css)).toEqual([]);
    expect(await checkStyle("")).toEqual([]);
  });
});

describe("docs/layout.md", () => {
  const guide = readFileSync("docs/layout.md", "utf8");
  const blocksOf = (language: string) =>
    [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
      ([, text]) => text ?? "",
    );

  test("shows our layout, and another and styles that can be used", async () => {
    const [ours, other] = blocksOf("html");
    expect(ours).toBe(OUR_LAYOUT);
    expect(other).toContain("theme-color");
    expect(checkLayout(other ?? "")).toEqual([]);
    const [style] = blocksOf("css");
    expect(style).toContain(".bar");
    expect(await checkStyle(style ?? "")).toEqual([]);
  });

  test("names classes and variables that pages have", () => {
    const edition = editionIn({});
    const classes = [...pagesByPath(edition).values()]
      .filter(({ mediaType }) => mediaType === "text/html")
      .flatMap((page) => elementsOf(parse(textOf(page))))
      .flatMap((element) => (attributeOf(element, "class") ?? "").split(" "));
    for (const name of ["masthead", "trail", "front", "list", "text", "foot"])
      expect(classes).toContain(name);
    const [, table = ""] = guide.split("| name | is |");
    for (const [variable] of table.matchAll(/--[a-z]+/g))
      expect(sheetOf(edition).text).toContain(`${variable}: #`);
  });
});

describe("reading data/layout.html and data/style.css", () => {
  test("they are the publication's, and the site is the very same as long as they are", async () => {
    const folder = publication({ "layout.html": OWN, "style.css": "a { color: red }" });
    const reader = new DataReader(folder, undefined, null);
    const { site } = await reader.read();
    expect(site.theme).toMatchObject({ layout: OWN, style: "a { color: red }" });
    expect((await reader.read()).site).toBe(site);
    writeFileSync(join(folder, "style.css"), "a { color: blue }");
    const restyled = (await reader.read()).site;
    expect(restyled.theme.style).toBe("a { color: blue }");
    writeFileSync(join(folder, "layout.html"), OWN.replace("Shop", "Store"));
    expect((await reader.read()).site.theme.layout).toContain("Store");
    rmSync(join(folder, "layout.html"));
    rmSync(join(folder, "style.css"));
    expect((await reader.read()).site.theme).toMatchObject({ layout: null, style: null });
  });

  test("line ends of any kind, and a mark at the start, make no difference", async () => {
    const folder = publication({ "layout.html": `\ufeff${OWN.replaceAll("\n", "\r\n")}` });
    expect((await new DataReader(folder, undefined, null).read()).site.theme.layout).toBe(OWN);
  });

  test("a mistake stops everything, and says where it is", async () => {
    const layout = publication({ "layout.html": OWN.replace("{{main}}", "{{mian}}") });
    await expect(new DataReader(layout, undefined, null).read()).rejects.toThrow(
      /^Cannot use layout\.html:\n {2}\{\{main\}\}: found nothing, expected once, in <body>\n {2}line 11, slots: found \{\{mian\}\}/,
    );
    const style = publication({ "style.css": "a { b" });
    await expect(new DataReader(style, undefined, null).read()).rejects.toThrow(
      /^Cannot use style\.css:\n {2}line 1/,
    );
    const words = publication({
      "site.yaml": "title: A\nurl: https://a.test\ntheme: { words: { skp: Go on } }\n",
    });
    await expect(new DataReader(words, undefined, null).read()).rejects.toThrow(
      /theme\.words\.skp: .*perhaps "skip"/,
    );
    const logo = publication({ "site.yaml": "title: A\nurl: https://a.test\ntheme: { logo: a.png }\n" });
    await expect(new DataReader(logo, undefined, null).read()).rejects.toThrow(/theme\.logo: found a\.png/);
  });
});
