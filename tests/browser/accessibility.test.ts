import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { PAGES, statusOfPage } from "./pages.ts";
import { onStage } from "./stage.ts";

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, by all its rules, those of WCAG 2.2 AA among them: one line each. */
async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html}: ${node.failureSummary}`),
  );
}

await onStage("accessibility", (stage) => {
  test.each(Object.entries(PAGES))(
    "finds nothing on %s, light and wide, dark and narrow",
    async (_, path) => {
      const { page, status, faults } = await stage.visit(path, { colorScheme: "light" });
      expect(status).toBe(statusOfPage(path));
      expect(await findBarriers(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await findBarriers(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  test("finds what is wrong where something is", async () => {
    const { page } = await stage.visit("/");
    await page.addStyleTag({ content: "p { color: #ccc }" }).catch(() => undefined);
    await page.evaluate(() => {
      document.querySelector("h1")?.append(document.createElement("img"));
    });
    expect((await findBarriers(page)).join("\n")).toContain("image-alt");
  });
});
