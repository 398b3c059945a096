import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { runCli } from "../cli/run-cli.ts";
import { ORIGIN } from "./stage.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder with the publication that all tests in a browser look at, built. */
    readonly built: string;
  }
}

/** Titles that would run, end their element, or stretch the page. */
const HOSTILE_TITLES = [
  "<script>document.title = 'run'</script> in a title",
  "</title></textarea></script><img src=x onerror=alert(1)> ends all",
  "<b>Bold</b> &amp; &lt;i&gt; \"quoted\" 'twice' {{main}} `code`",
  "Donaudampfschifffahrtsgesellschaftskapitänsanwärterprüfungsordnungsdurchführungsbestimmungsänderungsgesetz",
  "A word, then https://example.org/a/very/long/address/that/never/ends/and/has/no/place/to/break?so=it&must=be&broken=anywhere it stands",
];

const HOSTILE_NAME = "<img src=x onerror=alert(1)> & 'more'";

/** Once for all files of tests: the publication beside this file, with what no good publication has. */
export default async function buildPublication(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "teleprinter-browser-"));
  const [data, out] = [join(folder, "data"), join(folder, "out")];
  cpSync(join(import.meta.dirname, "publication"), data, { recursive: true });
  const site = join(data, "site.yaml");
  writeFileSync(
    site,
    `${readFileSync(site, "utf8").replace(/^url: .*$/m, `url: ${ORIGIN}`)}
tags:
  - { name: ${JSON.stringify(HOSTILE_NAME)}, slug: hostile, title: ${JSON.stringify(HOSTILE_NAME)} }
`,
  );
  const removed = join(data, "articles/removed.md");
  writeFileSync(removed, "---\ntitle: Removed\ndate: 2026-01-02\n---\nNot for long.\n");
  writeFileSync(
    join(data, "articles/withdrawn.md"),
    "---\ntitle: Withdrawn\ndate: 2026-01-01\n---\nWrong.\n",
  );
  writeHostile(data);
  await command("ingest", "--data", data);
  rmSync(removed);
  await command("ingest", "--data", data);
  await command("withdraw", "articles/withdrawn.md", "--reason", "It named the wrong ship.", "--data", data);
  await command("build", "--data", data, "--out", out);
  project.provide("built", out);
  return () => rmSync(folder, { recursive: true });
}

async function command(...args: readonly string[]): Promise<void> {
  const { status, stderr } = await runCli(args);
  if (status !== 0) throw new Error(stderr);
}

/** Older than all else, so that it stands last. */
function writeHostile(data: string): void {
  const tags = JSON.stringify([HOSTILE_NAME]);
  const frontMatter = `---\ndate: 2026-01-10 10:00\nsource: ${JSON.stringify(HOSTILE_NAME)}\ntags: ${tags}\n---\n`;
  writeFileSync(join(data, "newswire/hostile.txt"), `${frontMatter}${HOSTILE_TITLES.join("\n")}\n`);
  writeFileSync(
    join(data, "articles/hostile.md"),
    `---\ntitle: ${JSON.stringify(HOSTILE_TITLES[1])}\ndate: 2026-01-10\nauthor: ${JSON.stringify(HOSTILE_NAME)}\ntags: ${tags}\nslug: hostile\n---\n${HOSTILE_BODY}\n`,
  );
}

/** Markdown that tries to bring markup into the page, and what a narrow page has no room for. */
const HOSTILE_BODY = `
A [link](javascript:alert(1)), <a href="java&#9;script:alert(1)">another</a>, an <img src="images/pier.svg" alt="" onerror="alert(1)">.

|${" Fare |".repeat(14)}
|${"---|".repeat(14)}
${"| Schifffahrtsgesellschaft ".repeat(14)}|

${Array.from({ length: 7 }, (_, depth) => `${"  ".repeat(depth)}- nested`).join("\n")}

<svg><style><img src=images/sky.svg alt= onerror=alert(1)></style></svg>

<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">

<form action="https://example.org"><input name="password"><button>Send</button></form>

<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="x"></object><base href="https://example.org/">

<p id="main" class="skip" style="position:fixed;inset:0" onclick="alert(1)">Over all</p>

<b><i>Not <u>closed`;
