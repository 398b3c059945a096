import { describe, expect, test } from "vitest";
import { cleanHtml } from "../../src/articles/clean-html.ts";
import { BASE, expectCleaned } from "./clean-judges.ts";

/** Foreign HTML, and what is left of it. */
type Row = readonly [because: string, html: string, clean: string];

const elements: readonly Row[] = [
  ["text is text", "2 < 3 & 5 > 4 ]]>", "2 &lt; 3 &amp; 5 &gt; 4 ]]&gt;"],
  ["character references are characters", "&eacute;&#x6c34;&nbsp;&quot;&copy", 'é水\u00a0"©'],
  ["void elements end as in XML", "a<br>b<wbr>c<hr>", "a<br/>b<wbr/>c<hr/>"],
  [
    "end tags that HTML leaves out are written",
    "<ul><li>a<li>b</ul><p>c",
    "<ul><li>a</li><li>b</li></ul><p>c</p>",
  ],
  ["elements are put in order", "<b><i>x</b>y</i>", "<b><i>x</i></b><i>y</i>"],
  [
    "a table is made whole",
    "<table><tr><td>1<th scope=row>2</table>",
    '<table><tbody><tr><td>1</td><th scope="row">2</th></tr></tbody></table>',
  ],
  [
    "text in a table that is in no cell stands before it",
    "<table>x<tr><td>1</table>",
    "x<table><tbody><tr><td>1</td></tr></tbody></table>",
  ],
  ["a cell outside a table is its text", "<tr><td>x</td></tr>", "x"],
  ["comments are gone", "a<!-- b --><!doctype html><?php c ?>d", "ad"],
  ["what is not kept leaves its text", "<font color=red>a</font><custom-tag>b</custom-tag>", "ab"],
  ["blocks that are not kept still part words", "<section>a</section><section>b</section>", "a\nb\n"],
  ["forms are their text", "<form action=/x><label>a <input value=b></label><button>c</button></form>", "a "],
  [
    "scripts and styles are gone",
    "a<script>b</script><style>c</style><noscript>d</noscript><template>e</template>f",
    "af",
  ],
  ["other languages inside HTML are gone", "a<svg><text>b</text></svg><math><mi>c</mi></math>d", "ad"],
  ["a tag at the end of an SVG is ours again", "<svg><p>x", "<p>x</p>"],
  ["lists to choose from are gone", "<select><option>a</select><textarea>b</textarea>c", "c"],
  [
    "no link in a link",
    '<a href="/a">x<table><td><a href="/b">y</a></table>',
    '<a href="https://paper.example/a">x<table><tbody><tr><td>y</td></tr></tbody></table></a>',
  ],
  ["no paragraph in a paragraph", "<p>a<marquee><p>b</marquee>", "<p>a\nb\n</p>"],
  ["no item right in an item", "<ul><li>a<article><li>b</article></ul>", "<ul><li>a\nb\n</li></ul>"],
  ["no heading right in a heading", "<h2>a<marquee><h3>b</h3></marquee></h2>", "<h2>a\nb\n</h2>"],
  [
    "readings stand in ruby",
    "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby><rt>x</rt>",
    "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>x",
  ],
  [
    "lists nest",
    "<ul><li>a<ol><li>b</ol><dl><dt>c<dd>d<dl><dt>e</dl></dl></ul>",
    "<ul><li>a<ol><li>b</li></ol><dl><dt>c</dt><dd>d<dl><dt>e</dt></dl></dd></dl></li></ul>",
  ],
  ["sources and tracks stand in players", "<p><source src=/a><track src=/b>c", "<p>c</p>"],
  [
    "a span that says nothing is its text",
    '<span class="k">if</span> <span lang="de">ja</span>',
    'if <span lang="de">ja</span>',
  ],
  [
    "code keeps its lines",
    "<pre><code class='hljs language-js x'>a\n  b\n</code></pre>",
    '<pre><code class="language-js">a\n  b\n</code></pre>',
  ],
  ["an empty line at the start of code stays", "<pre>\n\na</pre>", "<pre>\n\na</pre>"],
  [
    "task marks are text",
    "<ul><li>[x] done</li><li>☐ open</li></ul>",
    "<ul><li>[x] done</li><li>☐ open</li></ul>",
  ],
  [
    "a picture without an address is its description",
    '<img alt="A crane"><img src="data:image/png;base64,AA" alt="&amp; a ship">',
    "A crane&amp; a ship",
  ],
  [
    "what no parser may see is taken out",
    "a\u0000b\u0007c\ufffed\ufdd0e\ud800f\u{1ffff}g\u200bh",
    "abcdefgh",
  ],
  [
    "nor does it come as a reference",
    "a&#0;b&#7;c&#xfffe;d&#xfdd0;e&#xd800;f&#x200b;g&#12;h",
    "a\ufffdbcde\ufffdfg h",
  ],
  ["half a character beside the other half stays none", "\ud83d<!-- -->\ude00", ""],
  ["each line ends with a line feed", "<pre>a\r\nb\rc&#13;d&#x2028;e</pre>", "<pre>a\nb\nc\nd\ne</pre>"],
];

const attributes: readonly Row[] = [
  [
    "handlers, styles, classes and data are gone",
    '<p onclick="a()" ONLOAD=b style="color:red" class=x data-y=z aria-label=w role=note>x',
    "<p>x</p>",
  ],
  [
    "direction, language and title stay",
    '<p dir=RTL lang=ar title="a &quot;b&quot;\n <c>">x',
    '<p dir="rtl" lang="ar" title="a &quot;b&quot; &lt;c&gt;">x</p>',
  ],
  ["the first of two counts", "<p title=a title=b>x", '<p title="a">x</p>'],
  [
    "values out of a list are gone",
    "<p dir=up>x<ol type=A start=-3 reversed><li value=7>y</ol><ol type=z start=x>",
    '<p>x</p><ol type="A" start="-3" reversed=""><li value="7">y</li></ol><ol></ol>',
  ],
  [
    "numbers are numbers",
    '<img src=/a width=640 height=50%><table><td colspan=2 rowspan="1e9">x</table>',
    '<img src="https://paper.example/a" width="640"/><table><tbody><tr><td colspan="2">x</td></tr></tbody></table>',
  ],
  ["attributes of one element are no other's", "<p href=/a src=/b datetime=2026>x", "<p>x</p>"],
  [
    "marks of changes stay",
    '<del datetime="2026-01-02" cite="why">a</del><time datetime="12:00">b</time>',
    '<del datetime="2026-01-02" cite="https://paper.example/articles/why">a</del><time datetime="12:00">b</time>',
  ],
  ["no ids without a prefix", "<p id=a>x</p><a name=b>y</a>", "<p>x</p>y"],
];

describe("cleanHtml() and elements", () => {
  test.each(elements)("%s", (_because, html, expected) => expectCleaned(html, expected));
});

describe("cleanHtml() and attributes", () => {
  test.each(attributes)("%s", (_because, html, expected) => expectCleaned(html, expected));
});

const texts: readonly (readonly [because: string, html: string, blocks: readonly string[]])[] = [
  [
    "paragraphs, headings, quotations",
    "<h1>a</h1><p>b <i>c</i>\n d<blockquote>e<p>f</p>g</blockquote>",
    ["a", "b c d", "e", "f", "g"],
  ],
  [
    "items, terms and cells",
    "<ul><li>a<ul><li>b</ul>c</ul><dl><dt>d<dd>e</dl><table><caption>f<tr><th>g<td>h</table>",
    ["a", "b", "c", "d", "e", "f", "g", "h"],
  ],
  ["blocks that are not kept", "<main>a<section>b</section>c</main>", ["a", "b", "c"]],
  ["a line that is broken", "<p>a<br>b<wbr>c", ["a bc"]],
  ["code", "<pre>a\n  b</pre>", ["a b"]],
  ["plain text: nothing is escaped", "<p>2 &lt; 3 &amp;amp; 4", ["2 < 3 &amp; 4"]],
  [
    "nothing that is not shown",
    "<p>a<script>b</script><svg><text>c</text></svg><!-- d --></p><p> &nbsp;</p>",
    ["a"],
  ],
  [
    "no marks of footnotes, of any maker",
    '<p>a<sup><a href="#1">[1]</a>, <a href="#2">[2]</a></sup> b<a href="#3"><sup>3</sup></a> c<sup>2</sup><p>note <a href="#r">↩︎</a>',
    ["a b c2", "note"],
  ],
  ["no readings beside their letters", "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字", ["漢字"]],
  ["no words for those whose reader plays nothing", "<p>a<video src=b>Get another browser</video>", ["a"]],
];

describe("cleanHtml() gives the text of", () => {
  test.each(texts)("%s", (_because, html, blocks) => {
    expect(cleanHtml(html, { base: BASE }).blocks).toEqual(blocks);
  });
});
