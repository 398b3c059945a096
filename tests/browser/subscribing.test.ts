import { expect, test } from "vitest";
import { HOST_ORIGIN, ORIGIN, onStage } from "./stage.ts";

await onStage("subscribing", (stage) => {
  test("a reader finds the feed from the front page, and copies its address", async () => {
    const { page, faults } = await stage.visit("/", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("link", { name: /feeds/i }).first().click();
    await page.getByRole("main").getByRole("link", { name: "Harbour", exact: true }).first().click();
    expect(page.url()).toBe(`${ORIGIN}/sections/harbour`);
    const panel = page.getByRole("region", { name: "Subscribe" });
    await panel.getByRole("button", { name: "Copy" }).first().click();
    await panel.getByRole("status").first().getByText("Copied").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(copied).origin).toBe(ORIGIN);
    const feed = await fetch(`http://127.0.0.1:${stage.port}${new URL(copied).pathname}`);
    expect(feed.headers.get("Content-Type")).toMatch(/^application\/(?:rss|atom)\+xml/);
    expect(faults).toEqual([]);
  });

  test("where the clipboard is closed, the address is selected, and the reader is told", async () => {
    const { page, context } = await stage.visit("about:blank");
    await context.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    });
    await page.goto("/sections/harbour");
    const panel = page.getByRole("region", { name: "Subscribe" });
    await panel.getByRole("button", { name: "Copy" }).first().click();
    await panel.getByText("Select the address and copy it").waitFor();
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(
      await panel.getByRole("textbox").first().inputValue(),
    );
  });

  test("with the keyboard alone an address is copied, and the focus stays where it is", async () => {
    const { page } = await stage.visit("/sections/harbour", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const copy = page
      .getByRole("region", { name: "Subscribe" })
      .getByRole("button", { name: "Copy" })
      .first();
    while (!(await copy.evaluate((button) => button === document.activeElement)))
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Copied").waitFor();
    expect(await copy.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test("without scripts the address can be selected, and all else is links", async () => {
    const { page } = await stage.visit("/sections/harbour", { javaScriptEnabled: false });
    const panel = page.getByRole("region", { name: "Subscribe" });
    expect(await panel.getByRole("button").count()).toBe(0);
    const field = panel.getByRole("textbox").first();
    await field.selectText();
    expect(await field.inputValue()).toMatch(/^http:\/\/wire\.localhost\/sections\/harbour\/\w+\.\w+$/);
    expect(await panel.locator('a[href^="feed:"]').count()).toBeGreaterThan(0);
    expect(await panel.getByRole("link", { name: "Feedly" }).getAttribute("href")).toContain(
      encodeURIComponent(`${ORIGIN}/sections/harbour/`),
    );
  });

  test.each([
    ["/rss.xml", "/all"],
    ["/atom.xml", "/all"],
    ["/feed.json", "/all"],
    ["/sections/harbour/rss.xml", "/sections/harbour"],
    ["/languages/ar/atom.xml", "/languages/ar"],
  ])("a browser that opens %s shows the page of its channel", async (path, page) => {
    const feed = await stage.visit(path);
    const own = await stage.visit(page);
    expect([feed.status, await feed.page.title()]).toEqual([200, await own.page.title()]);
    expect(await feed.page.locator("h1").innerText()).toBe(await own.page.locator("h1").innerText());
    expect(await feed.page.locator("input[readonly]").first().inputValue()).toContain(
      path.replace(/[^/]+$/, ""),
    );
    // The page is asked for again: it still is one.
    await feed.page.reload();
    expect(await feed.page.locator("h1").count()).toBe(1);
    expect(feed.faults).toEqual([]);
  });

  test("a script that fetches the feed gets the feed, though the browser has shown its page before", async () => {
    const { page } = await stage.visit("/rss.xml");
    stage.hostPages.set("/", { html: "<title>Another site</title>" });
    await page.goto(HOST_ORIGIN);
    const type = await page.evaluate(
      async (url) => (await fetch(url)).headers.get("Content-Type"),
      `${ORIGIN}/rss.xml`,
    );
    expect(type).toMatch(/^application\/rss\+xml/);
  });

  test("the page at a feed's address leads to the feed's own text", async () => {
    const { page } = await stage.visit("/rss.xml");
    const raw = await page.locator('a[href$="/rss.xml?raw"]').first().getAttribute("href");
    const response = await page.goto(raw ?? "");
    expect(response?.headers()["content-type"]).toMatch(/^application\/rss\+xml/);
    expect(await response?.text()).toMatch(/^<\?xml/);
  });

  test("podcast apps are offered where there is a recording, and nowhere else", async () => {
    const { page } = await stage.visit("/sections/from-the-quay");
    expect(await page.getByRole("list", { name: "Podcast apps" }).getByRole("link").count()).toBeGreaterThan(
      0,
    );
    await page.goto("/sections/harbour");
    expect(await page.getByRole("list", { name: "Podcast apps" }).count()).toBe(0);
  });

  test("every page names the feed of its own channel first, and that of everything", async () => {
    const { page } = await stage.visit("/sections/harbour");
    const alternates = await page
      .locator('link[rel="alternate"][type="application/rss+xml"]')
      .evaluateAll((links) => links.map((link) => [link.getAttribute("title"), link.getAttribute("href")]));
    expect(alternates.map(([, href]) => href)).toEqual([
      `${ORIGIN}/sections/harbour/rss.xml`,
      `${ORIGIN}/rss.xml`,
    ]);
    expect(new Set(alternates.map(([title]) => title)).size).toBe(2);
  });

  test.each(["/favicon.ico", "/apple-touch-icon.png", "/.well-known/"])("%s is there", async (path) => {
    const { status } = await fetch(`http://127.0.0.1:${stage.port}${path}`, { redirect: "manual" });
    expect(status).toBeLessThan(400);
  });
});
