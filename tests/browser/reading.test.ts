import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { PAGES } from "./pages.ts";
import { ORIGIN, onStage } from "./stage.ts";

type Stop = {
  /** Where in the page's order it stands. */
  readonly at: number;
  readonly label: string;
  /** Whether one can see that it has the focus, and where it is. */
  readonly isMarked: boolean;
  readonly isInView: boolean;
};

/** All that the key Tab comes to, as long as it goes on. */
async function tabThrough(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const inOrder = (root: ParentNode): readonly Element[] =>
        [...root.querySelectorAll("*")].flatMap((one) =>
          one.shadowRoot === null ? one : [one, ...inOrder(one.shadowRoot)],
        );
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (element === null || element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom, width, height } = element.getBoundingClientRect();
      return {
        at: inOrder(document).indexOf(element),
        label: element.outerHTML.slice(0, 120),
        isMarked:
          outlineStyle === "auto" || (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2),
        isInView: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
      };
    });
    if (stop === null || stop.at === stops[0]?.at) return stops;
    stops.push(stop);
  }
}

await onStage("reading", (stage) => {
  test("the first key leads past everything to the text", async () => {
    const { page } = await stage.visit("/");
    await page.keyboard.press("Tab");
    const skip = page.locator(":focus");
    expect(await skip.getAttribute("href")).toBe("#main");
    const { x, y } = (await skip.boundingBox()) ?? { x: -1, y: -1 };
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
  });

  test.each([
    "the front page",
    "an article in Arabic",
    "a section",
    "the feeds",
    "the builder of widgets",
  ] as const)(
    "on %s the keyboard comes to every link once, in the order of the text, and one sees where it is",
    async (name) => {
      const { page } = await stage.visit(PAGES[name]);
      const links = await page.locator("a[href]:visible").count();
      const stops = await tabThrough(page);
      expect(stops.length).toBeGreaterThanOrEqual(links);
      expect(stops.filter(({ isMarked, isInView }) => !isMarked || !isInView)).toEqual([]);
      expect(stops.map(({ at }) => at)).toEqual(stops.map(({ at }) => at).toSorted((a, b) => a - b));
    },
  );

  test("without scripts a reader gets from the front page to an article, its section, and the section's feed", async () => {
    const { page, faults } = await stage.visit("/", { javaScriptEnabled: false });
    await page
      .locator("main")
      .getByRole("link", { name: /^After eleven years/ })
      .click();
    expect(new URL(page.url()).pathname).toBe(PAGES["an article"]);
    await page.getByRole("link", { name: "Harbour", exact: true }).first().click();
    expect(new URL(page.url()).pathname).toBe(PAGES["a section"]);
    await page.getByRole("link", { name: "All feeds" }).last().click();
    expect(page.url()).toBe(`${ORIGIN}/feeds`);
    expect(faults).toEqual([]);
  });

  test.each(Object.entries(PAGES))("%s needs no script for anything that it shows", async (_, path) => {
    const { page } = await stage.visit(path, { javaScriptEnabled: false });
    expect(await page.locator("button:enabled:visible").count()).toBe(0);
    expect(await page.locator("h1").count()).toBe(1);
  });
});
