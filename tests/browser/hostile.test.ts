import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type createDOMPurify from "dompurify";
import { expect, test } from "vitest";
import { z } from "zod";
import { onStage } from "./stage.ts";

declare global {
  interface Window {
    readonly DOMPurify: ReturnType<typeof createDOMPurify>;
  }
}

const PURIFIER = readFileSync(createRequire(import.meta.url).resolve("dompurify/dist/purify.min.js"), "utf8");

const feed = z.object({ items: z.array(z.object({ title: z.string(), content_html: z.string() })) });

await onStage("hostile texts", (stage) => {
  test("a judge of HTML would take nothing out of any article", async () => {
    const answer = await fetch(`http://127.0.0.1:${stage.port}/articles/feed.json`);
    const { items } = feed.parse(await answer.json());
    expect(items.length).toBeGreaterThan(10);
    const { page } = await stage.visit("about:blank");
    await page.evaluate(PURIFIER);
    for (const { title, content_html } of items) {
      expect([title, await page.evaluate(removedFrom, content_html)]).toEqual([title, []]);
    }
  });

  test("the judge is awake", async () => {
    const { page } = await stage.visit("about:blank");
    await page.evaluate(PURIFIER);
    expect(await page.evaluate(removedFrom, `<p onclick="run()">Here<script>run()</script></p>`)).toEqual([
      "onclick",
      "script",
    ]);
  });

  test.each(["/", "/all", "/feeds", "/articles/hostile", "/tags/hostile"])(
    "on %s hostile titles are text",
    async (path) => {
      const { page, faults } = await stage.visit(path);
      expect(await page.locator("h1 img, h1 b, h1 script, li img, li script, li b").count()).toBe(0);
      expect(await page.title()).not.toBe("run");
      expect(faults).toEqual([]);
    },
  );
});

/** Names of the elements and attributes that are taken out. Runs in the browser. */
function removedFrom(html: string): readonly string[] {
  window.DOMPurify.sanitize(html);
  return window.DOMPurify.removed.map((removed) =>
    "element" in removed ? removed.element.nodeName.toLowerCase() : (removed.attribute?.name ?? ""),
  );
}
