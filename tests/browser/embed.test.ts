import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { isRightToLeft } from "../../src/documents/pages/language.ts";
import { HOST_ORIGIN, ORIGIN, onStage } from "./stage.ts";

/** The strictest with which the script works: nothing but it and what it loads, and no text may become markup. */
const STRICTEST = `default-src 'none'; script-src ${ORIGIN}; connect-src ${ORIGIN}; require-trusted-types-for 'script'; trusted-types 'none'`;

const AN_HOUR = 3_600_000;

function hostPage(body: string, lang = "en"): string {
  return `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><title>Host</title></head><body>\n<h1>Host</h1>\n${body}\n</body></html>`;
}

function widget(attributes: string): string {
  return `<script src="${ORIGIN}/embed.js" ${attributes} async></script>`;
}

/** Addresses of the feeds that are asked for from now on. */
function feedRequests(page: Page): readonly string[] {
  const requests: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/feed.json")) requests.push(request.url());
  });
  return requests;
}

await onStage("embedding", (stage) => {
  /** @param before what has to be done before the page of the other site is opened */
  async function visitHost(
    body: string,
    headers: Readonly<Record<string, string>> = {},
    before: (page: Page) => unknown = () => undefined,
  ) {
    const { page, context, faults } = await stage.visit("/feeds");
    stage.hostPages.set("/", { html: hostPage(body), headers });
    await before(page);
    await page.goto(`${HOST_ORIGIN}/`);
    return { page, context, faults };
  }

  /** Answers with the feed, made into another. */
  async function fulfilFeed(
    page: Page,
    change: (feed: Readonly<Record<string, unknown>>) => unknown,
    cacheControl = "max-age=900",
  ): Promise<void> {
    const feed = await (await fetch(`http://127.0.0.1:${stage.port}/feed.json`)).text();
    const headers = { "Access-Control-Allow-Origin": "*", "Cache-Control": cacheControl };
    await page.route("**/feed.json", (route) =>
      route.fulfill({ headers, body: JSON.stringify(change(JSON.parse(feed))) }),
    );
  }

  test("under the strictest policy two scripts show one channel, load it once and break no rule", async () => {
    let requests: readonly string[] = [];
    const body = `${widget('data-channel="headlines" data-items="3"')}<p>between</p>${widget('data-channel="headlines" data-theme="dark"')}`;
    const { page, faults } = await visitHost(body, { "Content-Security-Policy": STRICTEST }, (opened) => {
      requests = feedRequests(opened);
    });
    const [first, second] = [page.locator(".teleprinter").first(), page.locator(".teleprinter").last()];
    await second.getByRole("listitem").last().waitFor();
    expect(await first.getByRole("listitem").count()).toBe(3);
    expect(await second.getByRole("listitem").count()).toBe(10);
    expect(requests).toEqual([`${ORIGIN}/headlines/feed.json`]);
    expect(
      await second.locator("section").evaluate((section) => getComputedStyle(section).backgroundColor),
    ).toBe("rgb(23, 22, 20)");
    expect(faults).toEqual([]);
  });

  test("a page that lets in nothing unasked (COEP) shows the script and the frame", async () => {
    const body = `<script src="${ORIGIN}/embed.js" data-channel="articles" async></script><iframe src="${ORIGIN}/embed/articles?items=2" title="Articles" width="400" height="90"></iframe>`;
    const { page, faults } = await visitHost(body, {
      "Cross-Origin-Embedder-Policy": "require-corp",
      "Cross-Origin-Opener-Policy": "same-origin",
    });
    await page.locator(".teleprinter").getByRole("listitem").first().waitFor();
    await page.frameLocator("iframe").getByRole("listitem").first().waitFor();
    expect(await page.frameLocator("iframe").locator("li:visible").count()).toBe(2);
    expect(faults).toEqual([]);
  });

  test("the script fits frames to what is in them", async () => {
    const body = `<iframe src="${ORIGIN}/embed/headlines?items=5&amp;summary=yes" title="Headlines" width="300" height="90"></iframe><script src="${ORIGIN}/embed.js" async></script>`;
    const { page, faults } = await visitHost(body);
    const frame = page.locator("iframe");
    const content = page.frameLocator("iframe").locator("html");
    await expect.poll(async () => (await frame.boundingBox())?.height).toBeGreaterThan(150);
    expect(await content.evaluate((html) => html.scrollHeight - html.clientHeight)).toBeLessThanOrEqual(0);
    expect(await page.locator(".teleprinter").count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test("a link leads to the story, in the page around it", async () => {
    const { page } = await visitHost(
      `<iframe src="${ORIGIN}/embed/articles" title="Articles" width="400" height="500"></iframe>`,
    );
    await page.frameLocator("iframe").getByRole("link", { name: "The winter timetable" }).click();
    await page.waitForURL(`${ORIGIN}/articles/the-winter-timetable-boat-by-boat`);
    expect(await page.evaluate(() => window.opener)).toBe(null);
  });

  test("what was shown stays when the feed can't be had, and is there after a reload", async () => {
    let isDown = false;
    const { page } = await visitHost(widget('data-channel="all"'), {}, async (opened) => {
      await opened.clock.install();
      await opened.route("**/feed.json", (route) => (isDown ? route.abort() : route.continue()));
    });
    const items = page.locator(".teleprinter").getByRole("listitem");
    await items.last().waitFor();
    const before = await items.allTextContents();
    isDown = true;
    const requests = feedRequests(page);
    await page.clock.runFor(AN_HOUR);
    await expect.poll(() => requests.length).toBeGreaterThan(0);
    expect(await items.allTextContents()).toEqual(before);
    await page.reload();
    await items.last().waitFor();
    expect(await items.allTextContents()).toEqual(before);
  });

  test("where nothing was ever had there is a link to the channel, and the list as soon as there is one", async () => {
    let isDown = true;
    const { page } = await visitHost(widget('data-channel="sections/harbour"'), {}, async (opened) => {
      await opened.clock.install();
      await opened.route("**/feed.json", (route) =>
        isDown ? route.fulfill({ status: 503 }) : route.continue(),
      );
    });
    const link = page.locator(".teleprinter").getByRole("link");
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe(`${ORIGIN}/sections/harbour`);
    isDown = false;
    await page.clock.runFor(AN_HOUR);
    await page.locator(".teleprinter").getByRole("listitem").first().waitFor();
  });

  test("a list that another script spoilt is loaded anew", async () => {
    for (const spoilt of ['{"lines":1}', '{"lines":[null]}', "1", "nonsense"]) {
      const { page, faults } = await visitHost(widget('data-channel="all"'), {}, (opened) =>
        opened.addInitScript(([key, value]) => sessionStorage.setItem(key, value), [
          `teleprinter 1 ${ORIGIN}/feed.json`,
          spoilt,
        ] as const),
      );
      await page.locator(".teleprinter").getByRole("listitem").first().waitFor();
      expect(faults).toEqual([]);
    }
  });

  test("no element of the page takes the script's place by its name", async () => {
    const { page } = await visitHost(`<img name="currentScript" alt="">${widget('data-channel="all"')}`);
    await page.locator(".teleprinter").getByRole("listitem").first().waitFor();
  });

  test("it asks no more often than the feed says, and no more when it is gone from the page", async () => {
    let requests: readonly string[] = [];
    const { page } = await visitHost(widget('data-channel="all"'), {}, async (opened) => {
      await opened.clock.install();
      requests = feedRequests(opened);
    });
    await page.locator(".teleprinter").getByRole("listitem").last().waitFor();
    const { headers } = await fetch(`http://127.0.0.1:${stage.port}/feed.json`);
    const seconds = Number(/max-age=(\d+)/.exec(headers.get("Cache-Control") ?? "")?.[1]);
    expect(seconds).toBeGreaterThanOrEqual(60);
    await page.clock.runFor((seconds - 1) * 1000);
    expect(requests.length).toBe(1);
    await page.clock.runFor(2_000);
    await expect.poll(() => requests.length).toBe(2);
    await page.evaluate(() => document.querySelector(".teleprinter")?.remove());
    await page.clock.runFor(3 * seconds * 1000);
    const asked = requests.length;
    await page.clock.runFor(3 * seconds * 1000);
    expect(requests.length).toBe(asked);
  });

  test("it styles nothing of the page around it, and takes nothing from it but its letters and colour", async () => {
    const look = (page: Page) =>
      page.evaluate(() =>
        ["body", "h1", "p", "a"].map((name) => {
          const element = document.querySelector(name);
          return element === null
            ? ""
            : [...getComputedStyle(element)]
                .map((key) => getComputedStyle(element).getPropertyValue(key))
                .join();
        }),
      );
    const plain = '<p style="color: #123">A <a href="/">link</a></p><div style="height: 2000px"></div>';
    const alone = await look((await visitHost(plain)).page);
    for (const root of ["light", "shadow"]) {
      const { page } = await visitHost(
        `${plain}${widget(`data-channel="all" data-root="${root}" data-theme="dark"`)}`,
      );
      await page.locator(".teleprinter").getByRole("listitem").last().waitFor();
      const after = await look(page);
      // The page is as long as what stands in it.
      expect(after.slice(1)).toEqual(alone.slice(1));
      expect(
        await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length]),
      ).toEqual([0, 0]);
    }
  });

  test("in the open the page's own styles reach it", async () => {
    const { page } = await visitHost(
      `<style>.teleprinter-link { color: rgb(1, 2, 3) }</style>${widget('data-channel="all" data-root="light" data-summary="yes"')}`,
    );
    const link = page.locator(".teleprinter-item a").first();
    await link.waitFor();
    expect(await link.evaluate((element) => getComputedStyle(element).color)).toBe("rgb(1, 2, 3)");
    expect(await page.locator(".teleprinter-summary").count()).toBeGreaterThan(0);
  });

  test.each([
    String.raw`\evil.localhost`,
    String.raw`/\evil.localhost`,
    "\t/evil.localhost",
    "\n//evil.localhost",
    "//evil.localhost",
    "https://evil.localhost",
    "?x",
    "#x",
    "../..",
  ])("a channel that is none (%j) leads to no other site, and to no other list", async (channel) => {
    const asked: string[] = [];
    const { page } = await visitHost(widget(`data-channel="${channel}"`), {}, (opened) =>
      opened.on("request", (request) => asked.push(request.url())),
    );
    const link = page.locator(".teleprinter").getByRole("link").first();
    await link.waitFor();
    for (const url of [...asked, await link.getAttribute("href")])
      expect([ORIGIN, HOST_ORIGIN]).toContain(new URL(url ?? "").origin);
    expect(asked.filter((url) => url.endsWith("/feed.json")).length).toBeGreaterThan(0);
  });

  test.each([2_678_400, 16_070_400, 99_999_999_999])(
    "a feed that a cache on the way calls fresh for %i seconds is asked for once a day",
    async (seconds) => {
      let requests: readonly string[] = [];
      const { page } = await visitHost(widget('data-channel="all"'), {}, async (opened) => {
        await opened.clock.install();
        requests = feedRequests(opened);
        await fulfilFeed(opened, (feed) => feed, `public, max-age=${seconds}`);
      });
      await page.locator(".teleprinter").getByRole("listitem").last().waitFor();
      await page.clock.runFor(23 * AN_HOUR);
      expect(requests.length).toBe(1);
      await page.clock.runFor(2 * AN_HOUR);
      await expect.poll(() => requests.length).toBe(2);
    },
  );

  test.each(["ar", "AR-eg", "ku-Arab", "pa-Arab-PK", "ks", "he", "ar-Latn", "ku", "arn", "en"])(
    "a list in %s runs as a page in it does",
    async (language) => {
      const { page } = await visitHost(widget('data-channel="all"'), {}, (opened) =>
        fulfilFeed(opened, (feed) => ({ ...feed, language })),
      );
      const section = page.locator(".teleprinter section");
      await section.waitFor();
      expect(await section.getAttribute("dir")).toBe(isRightToLeft(language) ? "rtl" : "ltr");
    },
  );

  test.each(["script", "frame"])("hostile titles are text in a %s", async (way) => {
    const body =
      way === "script"
        ? widget('data-channel="tags/hostile" data-summary="yes" data-root="light"')
        : `<iframe src="${ORIGIN}/embed/tags/hostile?summary=yes" title="Hostile" width="500" height="900"></iframe>`;
    const { page, faults } = await visitHost(body);
    const place =
      way === "script" ? page.locator(".teleprinter") : page.frameLocator("iframe").locator("body");
    await place.getByRole("listitem").last().waitFor();
    const titles = (await place.locator("li a").allTextContents()).join("\n");
    expect(titles).toContain("<script>document.title = 'run'</script> in a title");
    expect(titles).toContain("</title></textarea></script><img src=x onerror=alert(1)> ends all");
    expect(await place.locator("li img, li script, li b").count()).toBe(0);
    expect(await page.title()).toBe("Host");
    expect(faults).toEqual([]);
  });

  test("a list in Arabic runs from right to left, and says its language", async () => {
    const { page } = await visitHost(widget('data-channel="languages/ar"'));
    const section = page.locator(".teleprinter section");
    await section.waitFor();
    expect(await section.getAttribute("lang")).toMatch(/^ar/);
    expect(await section.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
    expect(await section.getAttribute("aria-label")).not.toBe("");
  });

  test("in the sandbox of WordPress a frame tells its height, and WordPress follows its links", async () => {
    const { page, faults } = await visitHost(
      `<iframe src="${ORIGIN}/embed/headlines#?secret=s3cret" sandbox="allow-scripts" title="Headlines" width="500" height="200"></iframe>
<script>window.told = []; addEventListener("message", (event) => told.push(event.data));</script>`,
    );
    const frame = page.frameLocator("iframe");
    const link = frame.getByRole("link", { name: "Ferry crews" });
    await link.click();
    const told = () => page.evaluate<readonly Record<string, unknown>[]>("told");
    await expect.poll(async () => (await told()).map(({ message }) => message)).toContain("link");
    const [height, followed] = ["height", "link"].map(async (name) =>
      (await told()).find(({ message }) => message === name),
    );
    expect(await height).toMatchObject({ secret: "s3cret", value: expect.any(Number) });
    expect(await followed).toMatchObject({
      secret: "s3cret",
      value: `${ORIGIN}/headlines/ferry-crews-call-off-mondays-strike-after-an-offer-in-the-night`,
    });
    expect(await frame.locator("h1").evaluate((h1) => getComputedStyle(h1).fontSize)).toBe("16px");
    expect(faults).toEqual([]);
  });

  test("without scripts a frame shows what was asked for", async () => {
    const { page } = await stage.visit("/embed/all?items=4&theme=dark", { javaScriptEnabled: false });
    expect(await page.locator("li:visible").count()).toBe(4);
    expect(await page.locator(".summary:visible").count()).toBe(0);
    expect(await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
      "rgb(23, 22, 20)",
    );
  });

  test("somebody chooses a list on the page for that, copies the line, and it works on another site", async () => {
    const { page, context, faults } = await stage.visit("/embed");
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByLabel("Channel").selectOption("headlines");
    await page.getByLabel("Headlines", { exact: true }).fill("4");
    await page.getByLabel("Colours").selectOption("light");
    await expect.poll(() => page.locator("#preview .teleprinter li").count()).toBe(4);
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByText("Copied").waitFor();
    const line = await page.evaluate(() => navigator.clipboard.readText());
    expect(line).toContain("integrity=");
    expect(faults).toEqual([]);

    const host = await visitHost(line, { "Content-Security-Policy": STRICTEST });
    const items = host.page.locator(".teleprinter").getByRole("listitem");
    await items.last().waitFor();
    expect(await items.count()).toBe(4);
    expect(host.faults).toEqual([]);
  });

  test.each(["light", "frame", "static"])("the line for '%s' is one that works", async (way) => {
    const { page, faults } = await stage.visit("/embed?channel=tags%2Fhostile");
    await expect.poll(() => page.getByLabel("Channel").inputValue()).toBe("tags/hostile");
    const before = await page.getByLabel("The line to copy").inputValue();
    await page.getByLabel("As", { exact: true }).selectOption(way);
    await expect.poll(() => page.getByLabel("The line to copy").inputValue()).not.toBe(before);
    const line = await page.getByLabel("The line to copy").inputValue();
    expect(faults).toEqual([]);
    const host = await visitHost(line);
    const place =
      way === "frame" ? host.page.frameLocator("iframe").locator("body") : host.page.locator("body");
    await place.getByRole("listitem").last().waitFor();
    expect((await place.locator("li a").allTextContents()).join()).toContain(
      "</title></textarea></script><img src=x",
    );
    expect(await place.locator("li img").count()).toBe(0);
    expect(host.faults).toEqual([]);
  });

  test("under the strictest policy a link of the script leads to the article", async () => {
    const { page, faults } = await visitHost(widget('data-channel="articles"'), {
      "Content-Security-Policy": STRICTEST,
    });
    await page.locator(".teleprinter").getByRole("link", { name: "A sky full of glass" }).click();
    await page.waitForURL(`${ORIGIN}/articles/a-sky-full-of-glass`);
    expect(faults).toEqual([]);
  });

  test("no page but those for frames lets itself be put into one", async () => {
    const { page, faults } = await visitHost(`<iframe src="${ORIGIN}/feeds" title="Stolen"></iframe>`);
    await expect.poll(() => faults.join()).toContain("frame-ancestors");
    expect(await page.frameLocator("iframe").getByRole("heading", { name: "All feeds" }).count()).toBe(0);
  });

  test("a site that follows an article's oEmbed link shows its card", async () => {
    const { page } = await stage.visit("/articles/a-sky-full-of-glass");
    const discovered = await page.locator('link[type="application/json+oembed"]').getAttribute("href");
    const { pathname, search } = new URL(discovered ?? "");
    const answer = await fetch(`http://127.0.0.1:${stage.port}${pathname}${search}`);
    const card: { readonly html: string } = JSON.parse(await answer.text());
    const host = await visitHost(card.html);
    const inside = host.page.frameLocator("iframe");
    expect(await inside.getByRole("heading").innerText()).toBe("A sky full of glass");
    await inside.getByRole("link", { name: "A sky full of glass" }).click();
    await host.page.waitForURL(`${ORIGIN}/articles/a-sky-full-of-glass`);
    expect(host.faults).toEqual([]);
  });
});
