import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleBody } from "../../src/articles/article-body.ts";
import { parseArticle } from "../../src/articles/parse-article.ts";
import { faultsIn } from "./clean-judges.ts";

/** What readers get. The judges want ids to start with `p-`. */
function published(markdown: string): string {
  const { article } = parseArticle(`# Title\n\ntext\n\n${markdown}`, "articles/p.md", "https://wire.example");
  return article === null ? "" : articleBody(article, ({ fragment }) => `https://wire.example/p${fragment}`);
}

const HOSTILE = [
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt&colon;alert(1))",
  "[a](java\\\nscript:alert(1))",
  "[a](<java\tscript:alert(1)>)",
  "[a](&#1;javascript:alert(1))",
  "[a](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1))",
  "[a](data:text/html;base64,PHNjcmlwdD4=)",
  "[a](vbscript:x) <javascript:alert(1)> <data:text/html,x>",
  "[a]: javascript:alert(1)\n[a] ![a]",
  "![a](javascript:alert(1)) ![a](data:image/svg+xml,x)",
  '![a](x"onerror="alert(1))',
  '![a](x "t\\" onerror=\\"alert(1)")',
  '![a" onerror="alert(1)](x)',
  '[a](x "\'><script>alert(1)</script>")',
  "<script>alert(1)</script>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<img src=x onerror=alert(1)>",
  "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<div style='background:url(javascript:alert(1))' onclick=x>\n\n*a*\n\n</div>",
  "<form action=x><input autofocus onfocus=alert(1)><button formaction=javascript:x>",
  "<base href=//evil.example><meta http-equiv=refresh content='0;javascript:x'><link rel=stylesheet href=x>",
  "<a href='#x' id=x name=x>\n\n[b](#y)",
  '```"><script>alert(1)</script>\n</code></pre><script>x</script>\n```',
  "`` </code><script>x</script> ``",
  "| <script> | a |\n|---|---|\n| </script> | <img src=x onerror=x> |",
  "[^<script>]\n\n[^<script>]: <img src=x onerror=alert(1)>",
  '[^"onclick="x]\n\n[^"onclick="x]: a',
  '## "><script>x</script> <img id=x onerror=x>',
  "- [ ] <script>x</script>\n- [x] [a](javascript:x)",
  "<!-- --!><script>x</script> --> <![CDATA[ ]]><script>x</script> ]]&gt; ]]>",
  "<plaintext>\n\n<textarea>\n\n<title>\n\n<noscript><p title='</noscript><img src=x onerror=x>'>",
  "&#0; &#x1F; &#xD800; &#xFFFF; a\u0000b\ud800c\uffff",
  "<video poster=javascript:x src=data:x><source src=javascript:x srcset='javascript:x 1x, a.jpg 2x'></video>",
  'https://a.example/<script>x</script> https://a.example/"onclick=x https://\u202eevil.example',
];

describe("nothing of hostile Markdown is active in what readers get", () => {
  test.each(HOSTILE)("%j", (markdown) => {
    expect(faultsIn(published(markdown))).toEqual([]);
  });

  test("and nothing of what they make together", () => {
    const pieces = [
      ...HOSTILE,
      "\n\n",
      "\n",
      "> ",
      "- ",
      "`",
      "**",
      "|",
      "<b>",
      "</b>",
      "</p>",
      "[",
      "](",
      "    ",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 8 }), (parts) => {
        expect(faultsIn(published(parts.join("")))).toEqual([]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test("while the judges object to what was written", () => {
    expect(HOSTILE.filter((markdown) => faultsIn(markdown).length > 0).length).toBeGreaterThan(
      HOSTILE.length / 3,
    );
  });
});

describe("any text is read", () => {
  test("of any characters, with an article or a reason against it", () => {
    const unit = fc.constantFrom(
      ..."---\n#*_[]()<>!`|~^:\\ \t\r\u0085\ufeff\u202e\ud800{}&;a1.é中\"'".split(""),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 200 }), (text) => {
        const { article, isDraft, problems } = parseArticle(text, "articles/a.md", "https://wire.example");
        expect(article !== null || isDraft || problems.some(({ isMistake }) => isMistake)).toBe(true);
        if (article !== null) expect(article.title).not.toBe("");
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

/** Shapes that take some parsers more than linear time, or more stack than there is. A slow one runs into the time limit. */
describe("no shape of text takes long", () => {
  const thousand = 1000;
  const rows: readonly (readonly [what: string, markdown: string])[] = [
    ["open brackets", "[".repeat(100 * thousand)],
    ["open pictures", "![".repeat(20 * thousand)],
    ["open links", "[a](".repeat(50 * thousand)],
    ["brackets in brackets", "[".repeat(50 * thousand) + "]".repeat(50 * thousand)],
    ["open references to notes", `[^a]: b\n\n${"[^".repeat(100 * thousand)}`],
    ["references to one note", `[^a]: b\n\n${"[^a]".repeat(20 * thousand)}`],
    ["notes", notes(30 * thousand)],
    ["notes in notes", "[^a]: ".repeat(20 * thousand)],
    ["inline notes in inline notes", "^[".repeat(20 * thousand) + "]".repeat(20 * thousand)],
    ["quotations in quotations", ">".repeat(10 * thousand)],
    ["lists in lists", Array.from({ length: 500 }, (_, i) => `${" ".repeat(2 * i)}- a`).join("\n")],
    ["list marks", "- ".repeat(50 * thousand)],
    ["emphasis in emphasis", "*a ".repeat(50 * thousand) + "b*".repeat(50 * thousand)],
    ["underscores", "_a".repeat(100 * thousand)],
    ["backticks of every length", Array.from({ length: 1000 }, (_, i) => "`".repeat(i + 1)).join(" ")],
    ["open tags", "<a href='".repeat(50 * thousand)],
    ["open comments", "<!--".repeat(50 * thousand)],
    ["elements in elements", "<div>".repeat(10 * thousand)],
    ["formatting in formatting", "<b><p>".repeat(5 * thousand)],
    ["a table of many rows", `|a|b|\n|-|-|\n${"|c|d|\n".repeat(20 * thousand)}`],
    ["a table of many columns", `${"|a".repeat(20 * thousand)}|\n${"|-".repeat(20 * thousand)}|\n`],
    [
      "a table of few cells in many columns",
      `${"|a".repeat(1000)}|\n${"|-".repeat(1000)}|\n${"|b\n".repeat(1000)}`,
    ],
    ["definitions of links", Array.from({ length: 20 * thousand }, (_, i) => `[a${i}]: b`).join("\n")],
    ["headings of one text", "# a\n\n".repeat(20 * thousand)],
    ["addresses", "https://a.example/ ".repeat(20 * thousand)],
    ["an address without end", `https://a.example/${"(".repeat(100 * thousand)}`],
    ["colons", "a:".repeat(100 * thousand)],
    ["unsafe addresses", "[a](javascript:x) ".repeat(20 * thousand)],
    ["pictures of many sizes", `<img srcset="${",".repeat(100 * thousand)}">`],
    ["entities", "&".repeat(100 * thousand)],
    ["a paragraph of 5 MB", "Some words and no end of them. ".repeat(170 * thousand)],
    [
      "front matter of many keys",
      `---\n${Array.from({ length: 2 * thousand }, (_, i) => `k${i}: v`).join("\n")}\n---\na`,
    ],
    ["front matter without end", `---\n${"a: b\n".repeat(50 * thousand)}`],
  ];
  test.each(rows)(
    "%s",
    (_, markdown) => {
      const { article, problems } = parseArticle(markdown, "articles/p.md", "https://wire.example");
      expect(article !== null || problems.some(({ isMistake }) => isMistake)).toBe(true);
    },
    30_000,
  );
});

function notes(count: number): string {
  const numbers = Array.from({ length: count }, (_, i) => i);
  return `${numbers.map((i) => `[^${i}]`).join(" ")}\n\n${numbers.map((i) => `[^${i}]: a`).join("\n")}`;
}
