import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { PAGES } from "./pages.ts";
import { HOST_ORIGIN, onStage } from "./stage.ts";

declare global {
  interface Window {
    /** Filled from the page's first moment on. */
    readonly shifts: { readonly value: number; readonly sources: readonly string[] }[];
  }
}

/** An eye on what moves after it was drawn, which begins before the page does. */
function watchShifts(): void {
  Object.assign(window, { shifts: [] });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as PerformanceEntry & {
        readonly value: number;
        readonly sources: readonly { readonly node: Node | null }[];
      };
      window.shifts.push({ value, sources: sources.map(({ node }) => node?.nodeName ?? "") });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** What moved, once all has been drawn. */
async function shiftsOf(page: Page) {
  await page.waitForLoadState("load");
  return page.evaluate(async () => {
    await document.fonts.ready;
    // Entries come with the frame after the one in which something moved.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    // What has no name is in the browser's own controls of sounds, which it lays out when they are there.
    return window.shifts.filter(({ sources }) => sources.some((name) => name !== ""));
  });
}

/** What is wider than the window, and makes the whole page scroll sideways. */
function findWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > root.clientWidth + 0.5 || left < -0.5;
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

const pages = Object.entries(PAGES);

await onStage("layout", (stage) => {
  test.each(pages)("%s keeps still once it is there, and never scrolls sideways", async (_, path) => {
    const { context, page } = await stage.visit("about:blank", { viewport: { width: 390, height: 844 } });
    await context.addInitScript(watchShifts);
    await page.goto(path);
    expect(await shiftsOf(page)).toEqual([]);
    // WCAG 2.2, 1.4.10: 1280 by 1024 at 400 % are 320 by 256.
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await findWide(page)).toEqual([]);
    // 1.4.4: letters of twice the size.
    await page.setViewportSize({ width: 640, height: 480 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await findWide(page)).toEqual([]);
  });

  test("what moves is seen", async () => {
    const { context, page } = await stage.visit("about:blank");
    await context.addInitScript(watchShifts);
    stage.hostPages.set("/moves", {
      html: `<img id=late><p>${"word ".repeat(200)}</p><script>requestAnimationFrame(() => requestAnimationFrame(() => { late.height = 200 }))</script>`,
    });
    await page.goto(`${HOST_ORIGIN}/moves`);
    expect((await shiftsOf(page)).length).toBeGreaterThan(0);
  });

  test("lines stay readable on a very large screen", async () => {
    const { page } = await stage.visit(PAGES["an article"], { viewport: { width: 3840, height: 2160 } });
    const { width, fontSize } = await page.evaluate(() => {
      const paragraph = [...document.querySelectorAll("main p")].find(
        ({ textContent }) => textContent.length > 200,
      );
      if (paragraph === undefined) throw new Error("The article has no paragraph");
      return {
        width: paragraph.getBoundingClientRect().width,
        fontSize: Number.parseFloat(getComputedStyle(paragraph).fontSize),
      };
    });
    // About two characters to an em: 45 to 90 of them on a line.
    expect(width / fontSize).toBeGreaterThan(25);
    expect(width / fontSize).toBeLessThan(45);
  });

  test.each(["an article in Arabic", "a language"] as const)(
    "%s is laid out from the right",
    async (name) => {
      const { page } = await stage.visit(PAGES[name], { viewport: { width: 390, height: 844 } });
      const heading = await page.evaluate(() => {
        const h1 = document.querySelector("h1");
        if (h1 === null) throw new Error("The page has no heading");
        const range = document.createRange();
        range.selectNodeContents(h1);
        const lines = [...range.getClientRects()];
        return {
          direction: getComputedStyle(document.documentElement).direction,
          ends: lines.map(({ right }) => Math.round(right)),
          edge: Math.round(h1.getBoundingClientRect().right),
        };
      });
      expect(heading.direction).toBe("rtl");
      expect(new Set(heading.ends)).toEqual(new Set([heading.edge]));
    },
  );

  test("on the front page the way to subscribe stands in the middle", async () => {
    const { page } = await stage.visit(PAGES["the front page"]);
    const [width = 0, ...middles] = await page.evaluate(() => [
      document.documentElement.clientWidth,
      ...[...document.querySelectorAll(".masthead :is(h1, .follow) a")].map((link) => {
        const { left, right } = link.getBoundingClientRect();
        return left + right;
      }),
    ]);
    expect(middles.map(Math.round)).toEqual([width, width]);
  });

  test("lists seven deep leave room for words on a narrow page", async () => {
    const { page } = await stage.visit(PAGES["a hostile article"], { viewport: { width: 320, height: 256 } });
    const { lines, width } = await page.evaluate(() => {
      const items = [...document.querySelectorAll(".e-content li")];
      const deepest = items.at(-1);
      const range = document.createRange();
      if (deepest !== undefined) range.selectNodeContents(deepest);
      return { lines: range.getClientRects().length, width: deepest?.clientWidth };
    });
    expect(lines).toBe(1);
    expect(width).toBeGreaterThan(90);
  });

  test("code on a page from right to left is read from the left", async () => {
    const { page } = await stage.visit(PAGES["an article in Arabic"]);
    const places = await page.evaluate(() => {
      const code = document.createElement("pre");
      code.textContent = "const x = 1;";
      document.querySelector(".e-content")?.append(code);
      const at = (index: number) => {
        const range = document.createRange();
        if (code.firstChild === null) return 0;
        range.setStart(code.firstChild, index);
        range.setEnd(code.firstChild, index + 1);
        return range.getBoundingClientRect().left;
      };
      return [at(0), at("const x = 1".length)];
    });
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("printed on wide paper, a channel stands in one column", async () => {
    const { page } = await stage.visit(PAGES["a section"], { viewport: { width: 1400, height: 900 } });
    await page.emulateMedia({ media: "print" });
    expect(
      await page.evaluate(() => getComputedStyle(document.querySelector("main") as Element).display),
    ).toBe("block");
  });

  test("printed, a page is its text: without menus, dark on white, however dark the screen is", async () => {
    const { page } = await stage.visit(PAGES["an article"], { colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const printed = await page.evaluate(() => ({
      menus: [...document.querySelectorAll("nav, .skip, audio, button")]
        .filter((element) => element.checkVisibility())
        .map((element) => element.outerHTML.slice(0, 120)),
      colour: getComputedStyle(document.body).color,
      paper: getComputedStyle(document.body).backgroundColor,
    }));
    expect(printed.menus).toEqual([]);
    expect(printed.paper).toMatch(/^rgba\(0, 0, 0, 0\)$|^rgb\(255, 255, 255\)$/);
    expect(printed.colour).toMatch(/^rgb\((?:[0-5]?\d, ){2}[0-5]?\d\)$/);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  });
});
