// npm run screenshots [-- --data FOLDER] [--out FOLDER]    photographs the pages of a publication into docs/screenshots/
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Route } from "playwright-core";
import { formatLedger } from "../../edition/format-ledger.ts";
import { buildWorker } from "../build-worker.ts";
import { compileEdition } from "../compile-edition.ts";
import { ROOT, typedPath } from "../paths.ts";
import { readBuilt } from "../read-built.ts";
import { readData } from "../read-data.ts";
import { requireLedger } from "../require-ledger.ts";
import { readArguments, runCommand } from "../run-command.ts";
import { startChromium } from "../start-chromium.ts";
import { startWorkerd } from "../start-workerd.ts";

const MISSING = "/no/such/page";

/** Paths, by the names of their files. Of another publication than the default one those are left out that it has not. */
const PAGES: Readonly<Record<string, string>> = {
  front: "/",
  article: "/articles/after-eleven-years-the-north-pier-lets-the-sea-in-again",
  "article-arabic": "/articles/mina-lumen",
  "article-japanese": "/articles/港の灯りが戻った夜-三年ぶりに夜行船が出る",
  podcast: "/articles/from-the-quay-12-the-woman-who-tunes-foghorns",
  headline: "/headlines/tram-line-4-runs-again-to-the-fish-market",
  section: "/sections/harbour",
  tag: "/tags/ports",
  author: "/authors/ana-weir",
  feed: "/rss.xml",
  feeds: "/feeds",
  archive: "/archive",
  month: "/archive/2026-01",
  embed: "/embed",
  missing: MISSING,
};

/** Where the headlines are shown on another site. */
const NEIGHBOUR = "https://neighbour.example/";

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

const COLOURS = ["light", "dark"] as const;

await runCommand(async () => {
  const { values } = readArguments(
    {
      options: {
        data: { type: "string", default: join(ROOT, "tests/browser/publication") },
        out: { type: "string", default: join(ROOT, "docs/screenshots") },
      },
    },
    "npm run screenshots [-- --data FOLDER] [--out FOLDER]",
  );
  const out = typedPath(values.out);
  const folder = mkdtempSync(join(tmpdir(), "teleprinter-screenshots-"));
  try {
    const built = join(folder, "out");
    const origin = await build(typedPath(values.data), join(folder, "data"), built);
    mkdirSync(out, { recursive: true });
    const server = await startWorkerd(built);
    try {
      const browser = await startChromium();
      await photograph(browser, origin, server.port, out).finally(() => browser.close());
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Of a copy: a look at a publication changes nothing in it. @returns where it is served from */
async function build(from: string, data: string, out: string): Promise<string> {
  cpSync(from, data, { recursive: true });
  const read = await readData(data);
  const ledger = requireLedger(read.ledger, data);
  const ingested = compileEdition({ ...read, ledger }, new Date(), "ingest");
  writeFileSync(join(data, "ledger.json"), formatLedger(ingested.ledger));
  await buildWorker(data, out, new Date());
  return (await readBuilt(out)).siteUrl;
}

async function photograph(browser: Browser, origin: string, port: number, out: string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of COLOURS) {
      const context = await browser.newContext({ viewport, colorScheme });
      await context.route(`${origin}/**`, (route) => answerFrom(port, route));
      await context.route(NEIGHBOUR, (route) =>
        route.fulfill({ body: neighbour(origin), contentType: "text/html" }),
      );
      const page = await context.newPage();
      const places = Object.entries({ ...PAGES, widget: NEIGHBOUR });
      for (const [name, path] of places) {
        const response = await page.goto(new URL(path, origin).href, { waitUntil: "networkidle" });
        if (response?.status() === 404 && path !== MISSING) continue;
        const file = join(out, `${name}-${size}-${colorScheme}.png`);
        await page.screenshot({ path: file });
        console.log(file);
      }
      await context.close();
    }
  }
}

/** To the browser it is the publication's own address that answers, which is what the pages show. */
async function answerFrom(port: number, route: Route): Promise<void> {
  const { pathname, search } = new URL(route.request().url());
  const headers = { ...(await route.request().allHeaders()), "accept-encoding": "identity" };
  const isPage = route.request().resourceType() === "document";
  const response = await route.fetch({
    url: `http://127.0.0.1:${port}${pathname}${search}`,
    headers: { ...headers, ...(isPage && { "sec-fetch-dest": "document" }) },
  });
  await route.fulfill({ response });
}

/** Somebody's own page, with the line that `/embed` gives. */
function neighbour(origin: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Marta’s lighthouse log</title>
<style>
body { max-width: 58rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 Helvetica, "Liberation Sans", sans-serif; }
@media (min-width: 50rem) { body { display: grid; grid-template-columns: 1fr 20rem; gap: 0 3rem; } h1 { grid-column: 1 / 3; } }
aside { border-top: 4px solid; padding-top: 0.5rem; }
</style></head><body>
<h1>Marta’s lighthouse log</h1>
<main><h2>Week 3: fog, and a visitor</h2>
<p>Fog from Monday to Wednesday, so thick that the gulls walked. The horn ran for sixty-one hours and is now half a tone flat.</p>
<p>On Thursday a man came up the stairs to ask whether one could see the north pier from here. One can. We looked at it together
until the tea was cold, and I believe he saw more of it than I did.</p>
<p>The lamp is well. I have oiled the gallery door.</p></main>
<aside><script src="${origin}/embed.js" data-channel="headlines" data-items="6" async></script></aside>
</body></html>`;
}
