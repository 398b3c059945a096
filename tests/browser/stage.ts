import { createServer, type Server } from "node:http";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, describe, inject } from "vitest";
import { startChromium } from "../../src/cli/start-chromium.ts";
import { startWorkerd, type Workerd } from "../../src/cli/start-workerd.ts";

/** Where the publication is served from, as the browser sees it. */
export const ORIGIN = "http://wire.localhost";
/** Another site, which shows what a test puts there. */
export const HOST_ORIGIN = "http://host.localhost";

/** How long to wait for what ought to come. */
const WAIT_MS_MAX = 5_000;

export type HostPage = { readonly html: string; readonly headers?: Readonly<Record<string, string>> };

/** The built Worker in workerd, another site, and Chromium to look at both. */
export type Stage = {
  /** A new visitor, who goes when the test ends. What goes wrong in the page is in `faults`. */
  readonly visit: (path: string, options?: BrowserContextOptions) => Promise<Visit>;
  /** Pages of the other site, by path. */
  readonly hostPages: Map<string, HostPage>;
  readonly port: number;
};

export type Visit = {
  readonly page: Page;
  /** What the page was answered with. */
  readonly status: number | undefined;
  readonly context: BrowserContext;
  /** Errors of scripts, and what the browser complained of on its console (a policy that was broken). */
  readonly faults: string[];
};

type Started = { readonly workerd: Workerd; readonly host: Server; readonly browser: Browser };

/**
 * Tests that look at the built publication in Chromium, one for each file. Where it can't start they are skipped, and their group says
 * why; under `CI=true` they fail.
 */
export async function onStage(name: string, tests: (stage: Stage) => void): Promise<void> {
  const hostPages = new Map<string, HostPage>();
  const started = await start(hostPages);
  if (started instanceof Error) {
    if (process.env.CI === "true") throw started;
    describe.skip(`${name}: ${started.message}`, () =>
      tests({ hostPages, port: 0, visit: () => Promise.reject(started) }));
    return;
  }
  describe(name, () => {
    const contexts: BrowserContext[] = [];
    afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));
    afterAll(() => stop(started));
    const visit = async (path: string, options: BrowserContextOptions = {}): Promise<Visit> => {
      const context = await started.browser.newContext({ baseURL: ORIGIN, ...options });
      contexts.push(context);
      context.setDefaultTimeout(WAIT_MS_MAX);
      const page = await context.newPage();
      const faults = faultsOf(page);
      const response = await page.goto(path);
      return { page, status: response?.status(), context, faults };
    };
    tests({ visit, hostPages, port: started.workerd.port });
  });
}

async function start(hostPages: ReadonlyMap<string, HostPage>): Promise<Started | Error> {
  const workerd = await startWorkerd(inject("built"));
  const host = await startHost(hostPages);
  const address = host.address();
  const hostPort = typeof address === "object" ? address?.port : undefined;
  try {
    const ports = { [nameOf(ORIGIN)]: workerd.port, [nameOf(HOST_ORIGIN)]: hostPort ?? 0 };
    return { workerd, host, browser: await startChromium(ports) };
  } catch (error) {
    await workerd.stop();
    host.close();
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function stop({ workerd, host, browser }: Started): Promise<void> {
  await browser.close();
  host.close();
  await workerd.stop();
}

function startHost(pages: ReadonlyMap<string, HostPage>): Promise<Server> {
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    response.writeHead(page === undefined ? 404 : 200, {
      "Content-Type": "text/html; charset=utf-8",
      ...page?.headers,
    });
    response.end(page?.html);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

function nameOf(origin: string): string {
  return new URL(origin).hostname;
}

function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", (dialog) => faults.push(`says ${dialog.message()}`));
  page.on("console", (message) => {
    // That a page is missing or gone is no fault of its own.
    const isOfPage = message.location().url === page.url();
    if (message.type() === "error" && !isOfPage) faults.push(message.text());
  });
  return faults;
}
