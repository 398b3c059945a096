import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
/** The flow: a stage may import from itself and from what is left of it. What runs in browsers stands alone. */
const flow = ["yaml", "newswire", "articles", "edition", "documents", "delivery", "cli"];
/** What nothing left of `delivery` may touch: the same text must come out on every machine, at every time. */
const impure = [
  [/\bnew Date\(\)|Date\.now\(|performance\.now\(/, "the clock"],
  [/Math\.random\(|randomUUID\(|getRandomValues\(/, "randomness"],
  [/toLocale\w*\(|localeCompare\(|Intl\.(Collator|DateTimeFormat\(\))/, "the locale"],
  [/\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes)\(|getTimezoneOffset\(/, "the host's time zone"],
  [/process\.|node:(fs|net|http|child_process|os)\b/, "the machine"],
  [/\bRequest\b|\bResponse\b|\bHeaders\b|from "hono"/, "HTTP"],
] as const;

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll("\\", "/"))
  .sort();

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** What a file below `src` imports of ours, as paths below `src`. */
function importsOf(file: string): readonly string[] {
  return [...read(`src/${file}`).matchAll(/from "(\.[^"]+)"/g)].map(([, specifier]) =>
    join(dirname(file), specifier ?? "").replaceAll("\\", "/"),
  );
}

/** Examples in a document lead nowhere. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

describe("the code is in order", () => {
  test("imports flow one way: a stage imports from itself and from those before it", () => {
    const backwards = sources.flatMap((file) => {
      if (file.startsWith("browser/")) return [];
      const place = flow.indexOf(file.split("/")[0] ?? "");
      // worker.ts stands outside the stages, right of delivery.
      const last = place === -1 ? flow.indexOf("delivery") : place;
      return importsOf(file)
        .filter((target) => target.includes("/"))
        .filter(
          (target) =>
            flow.indexOf(target.split("/")[0] ?? "") > last || !flow.includes(target.split("/")[0] ?? ""),
        )
        .map((target) => `${file} imports ${target}`);
    });
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(sources.length);
    expect(backwards).toEqual([]);
  });

  test("what runs in browsers imports from nothing else, and nothing else from it", () => {
    const isForBrowsers = (file: string) => file.startsWith("browser/");
    const across = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => isForBrowsers(target) !== isForBrowsers(file))
        .map((target) => `${file} imports ${target}`),
    );
    expect(sources.filter(isForBrowsers).length).toBeGreaterThan(0);
    expect(across).toEqual([]);
  });

  test("nothing left of delivery touches the clock, chance, the locale, the zone, the machine or HTTP", () => {
    const touching = sources
      .filter((file) => /^(yaml|newswire|articles|edition|documents)\//.test(file))
      .flatMap((file) => {
        const code = withoutComments(read(`src/${file}`));
        return impure.filter(([pattern]) => pattern.test(code)).map(([, what]) => `${file} touches ${what}`);
      });
    expect(touching).toEqual([]);
  });

  test("the feed package stands behind one door", () => {
    expect(sources.filter((file) => /from "feed"/.test(read(`src/${file}`)))).toEqual([
      "documents/channel-feed.ts",
    ]);
  });
});

describe("the repository is in order", () => {
  test("every dependency is pinned exactly", () => {
    const manifest = JSON.parse(read("package.json"));
    const versions = ["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) =>
      Object.entries(manifest[kind]),
    );
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });

  test("the lock names no host that packages were downloaded from", () => {
    const lock = JSON.parse(read("package-lock.json"));
    expect(Object.values<object>(lock.packages).filter((entry) => "resolved" in entry)).toEqual([]);
  });

  test("the README shows three pages", () => {
    expect([...read("README.md").matchAll(/^!\[.{20,}\]\(docs\/screenshots\/[\w-]+\.png\)$/gm)].length).toBe(
      3,
    );
  });

  test("every file that the documents link to exists", () => {
    const documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"].concat(
      readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".md"))
        .map((file) => `docs/${file}`),
    );
    const missing = documents.flatMap((document) =>
      [...withoutCode(read(document)).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
        .map(([, target]) => join(dirname(document), target ?? ""))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${document}: ${target}`),
    );
    expect(missing).toEqual([]);
  });
});
