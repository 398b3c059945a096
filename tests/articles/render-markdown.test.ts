import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../src/articles/render-markdown.ts";

function html(...lines: readonly string[]): string {
  return renderMarkdown(lines.join("\n"), () => false).html.trim();
}

describe("renderMarkdown() reads CommonMark", () => {
  const rows: readonly (readonly [what: string, markdown: string, html: string])[] = [
    ["paragraphs", "one\ntwo\n\nthree", "<p>one\ntwo</p>\n<p>three</p>"],
    [
      "emphasis",
      "*a* **b** ***c*** a*b*c",
      "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> a<em>b</em>c</p>",
    ],
    ["underscores inside words", "snake_case_name", "<p>snake_case_name</p>"],
    ["hard line breaks", "a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>"],
    ["escapes", "\\*a\\* 1 < 2 & 3", "<p>*a* 1 &lt; 2 &amp; 3</p>"],
    ["character references", "&copy; &#20013;", "<p>© 中</p>"],
    ["links", '[a](https://a.example "t")', '<p><a href="https://a.example" title="t">a</a></p>'],
    ["links by reference", "[a][B]\n\n[b]: /c", '<p><a href="/c">a</a></p>'],
    [
      "addresses in angle brackets",
      "<https://a.example/?b=1&c>",
      '<p><a href="https://a.example/?b=1&amp;c">https://a.example/?b=1&amp;c</a></p>',
    ],
    ["pictures", "![a *b*](c.jpg)", '<p><img src="c.jpg" alt="a b"></p>'],
    [
      "quotations",
      "> a\n> > b",
      "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>",
    ],
    ["lists", "3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
    ["lists in lists", "- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"],
    ["code in a line", "`a <b> *c*`", "<p><code>a &lt;b&gt; *c*</code></p>"],
    ["indented code", "    a\n      b", "<pre><code>a\n  b\n</code></pre>"],
    ["lines across", "a\n\n***\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"],
    [
      "HTML as it stands",
      "a <kbd>b</kbd>\n\n<div>\n*c*\n</div>",
      "<p>a <kbd>b</kbd></p>\n<div>\n*c*\n</div>",
    ],
    ["any script", "**مرحبا** _日本語_", "<p><strong>مرحبا</strong> <em>日本語</em></p>"],
  ];
  test.each(rows)("%s", (_, markdown, expected) => {
    expect(html(markdown)).toBe(expected);
    expect(html(markdown.replaceAll("\n", "\r\n"))).toBe(expected);
  });
});

describe("renderMarkdown() reads GitHub's additions", () => {
  test("tables have a head and cells with markup in them", () => {
    expect(html("| a | b |", "|---|:-:|", "| *1* | `x|y` |", "| 3 \\| 4 |")).toBe(
      `<table>
<thead>
<tr>
<th>a</th>
<th style="text-align:center">b</th>
</tr>
</thead>
<tbody>
<tr>
<td><em>1</em></td>
<td style="text-align:center">\`x</td>
</tr>
<tr>
<td>3 | 4</td>
<td style="text-align:center"></td>
</tr>
</tbody>
</table>`,
    );
  });

  test("text between two tildes is struck out", () => {
    expect(html("~~a~~ b")).toBe("<p><s>a</s> b</p>");
  });

  test("marks of a task list are characters, at the start of an item only", () => {
    expect(html("- [ ] a [ ] b", "- [x] *c*", "- [X] d", "- [y] e", "- f [ ] g")).toBe(
      "<ul>\n<li>☐ a [ ] b</li>\n<li>☑ <em>c</em></li>\n<li>☑ d</li>\n<li>[y] e</li>\n<li>f [ ] g</li>\n</ul>",
    );
    expect(html("[ ] a")).toBe("<p>[ ] a</p>");
  });

  test.each([
    [
      "https://a.example/b?c=d, and",
      '<p><a href="https://a.example/b?c=d">https://a.example/b?c=d</a>, and</p>',
    ],
    ["(http://a.example/b_(c))", '<p>(<a href="http://a.example/b_(c)">http://a.example/b_(c)</a>)</p>'],
    ["`https://a.example`", "<p><code>https://a.example</code></p>"],
    [
      "www.example.com example.com ana@example.com //example.com ftp://example.com",
      "<p>www.example.com example.com ana@example.com //example.com ftp://example.com</p>",
    ],
  ])("whole addresses become links: %s", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

describe("renderMarkdown() reads footnotes", () => {
  test("notes stand below the text, numbered in the order of their references, with a way back", () => {
    expect(html("a[^two] b[^one] c[^two]", "", "[^one]: First.", "[^two]: *Second.*")).toBe(
      `<p>a<sup class="footnote-ref"><a href="#fn:two" id="fnref:two">[1]</a></sup> b<sup class="footnote-ref"><a href="#fn:one" id="fnref:one">[2]</a></sup> c<sup class="footnote-ref"><a href="#fn:two" id="fnref:two:1">[1]</a></sup></p>
<hr class="footnotes-sep">
<section class="footnotes">
<ol class="footnotes-list">
<li id="fn:two" class="footnote-item"><p><em>Second.</em> <a href="#fnref:two" class="footnote-backref">↩︎</a> <a href="#fnref:two:1" class="footnote-backref">↩︎</a></p>
</li>
<li id="fn:one" class="footnote-item"><p>First. <a href="#fnref:one" class="footnote-backref">↩︎</a></p>
</li>
</ol>
</section>`,
    );
  });

  test("a note that only another note refers to is there", () => {
    const text = html("a[^a]", "", "[^b]: Bee.", "[^a]: See[^b].");
    expect(text.indexOf("See")).toBeLessThan(text.indexOf("Bee."));
    expect(text).toContain('<li id="fn:b"');
  });

  test("a note may hold several blocks and other notes", () => {
    const text = html("a[^a] b[^b]", "", "[^a]: One.", "", "    - two", "", "    [^b]: Inner.");
    expect(text).toContain(
      '<li id="fn:a" class="footnote-item"><p>One.</p>\n<ul>\n<li>two</li>\n</ul>\n <a href="#fnref:a"',
    );
    expect(text).toContain('<li id="fn:b" class="footnote-item"><p>Inner. <a');
  });

  test.each([
    ["a note that nobody refers to", "a\n\n[^b]: c", "<p>a</p>"],
    ["a reference to no note", "a[^b]", "<p>a[^b]</p>"],
    ["an inline note, which GitHub does not have", "a^[b]", "<p>a^[b]</p>"],
  ])("%s is none", (_, markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  test("labels that give the same id are told apart", () => {
    const ids = html("[^a.b] [^a-b] [^*] [^†]", "", "[^a.b]: 1", "[^a-b]: 2", "[^*]: 3", "[^†]: 4").matchAll(
      /<li id="([^"]+)"/g,
    );
    expect([...ids].map(([, id]) => id)).toEqual(["fn:a-b", "fn:a-b-2", "fn:note", "fn:note-2"]);
  });

  test("of two notes with one label the first counts", () => {
    expect(html("a[^a]", "", "[^a]: one", "", "[^a]: two")).not.toContain("two");
  });
});

test("fenced code keeps every character and names its language", () => {
  expect(
    html("~~~ts {1,3}", "if (a < b && c > d) *x* // [^1] https://a.example", "  indented", "", "~~~"),
  ).toBe(
    '<pre><code class="language-ts">if (a &lt; b &amp;&amp; c &gt; d) *x* // [^1] https://a.example\n  indented\n\n</code></pre>',
  );
});

describe("headings have ids", () => {
  const rows: readonly (readonly [heading: string, id: string])[] = [
    ["The *Weir* & `code()`", "the-weir-code"],
    ["Ärger in Łódź", "ärger-in-łódź"],
    ["مرحبا بالعالم", "مرحبا-بالعالم"],
    ["台風が上陸、被害拡大", "台風が上陸-被害拡大"],
    ["हिन्दी समाचार", "हिन्दी-समाचार"],
    ["[Link](https://a.example) ![Crane](b.jpg)", "link-crane"],
    ["2026: a year", "2026-a-year"],
    ["!!!", "section"],
    [`${"word ".repeat(40)}end`, Array(16).fill("word").join("-")],
    ["𠮷".repeat(60), "𠮷".repeat(40)],
  ];
  test.each(rows)("%s", (heading, id) => {
    expect(html(`## ${heading}`)).toContain(`<h2 id="${id}">`);
  });

  test("no two headings share one", () => {
    const ids = html("# A", "# A", "# A 2", "# A", "A", "=").matchAll(/id="([^"]+)"/g);
    expect([...ids].map(([, id]) => id)).toEqual(["a", "a-2", "a-2-2", "a-3", "a-4"]);
  });
});

describe("a heading at the very start may be the title", () => {
  const rows: readonly (readonly [markdown: string, title: string | null])[] = [
    ["# The *weir* `a<b` opens\n\ntext", "The weir a<b opens"],
    ["The weir\n===\n\ntext", "The weir"],
    ["# Why 1 < 2 &amp; 3\n\ntext", "Why 1 < 2 & 3"],
    ["# Using <T> and <your name> in <em>Rust</em><br>\n\ntext", "Using <T> and <your name> in Rust"],
    ["\n\n# After blank lines\n\ntext", "After blank lines"],
    ["## Too low\n\ntext", null],
    ["text\n\n# Too late", null],
    ["> # Quoted\n\ntext", null],
    ["text", null],
    ["", null],
  ];
  test.each(rows)("%j", (markdown, title) => {
    const rendered = renderMarkdown(markdown, () => true);
    expect(rendered.title).toBe(title);
    if (title !== null) expect(rendered.html).toBe("<p>text</p>\n");
  });

  test("and stays in the text if it is not wanted", () => {
    expect(renderMarkdown("# A", () => false)).toMatchObject({ html: '<h1 id="a">A</h1>\n', title: null });
  });
});

describe("what is nested too deep to be read is told", () => {
  const rows: readonly (readonly [levels: number, line: number | null])[] = [
    [99, null],
    [100, 3],
    [10_000, 3],
  ];
  test.each(rows)("%i quotations in each other", (levels, line) => {
    const { html, tooDeepAt } = renderMarkdown(`a\n\n${">".repeat(levels)} deep`, () => false);
    expect(tooDeepAt).toBe(line);
    expect(html.includes("deep")).toBe(line === null);
  });
});
