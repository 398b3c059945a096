import { expect, test, vi } from "vitest";
import { createApp } from "../../src/delivery/create-app.ts";
import type { ColdRepresentation, Representation, Store } from "../../src/delivery/representation.ts";
import { hotAt } from "./hot-at.ts";
import { etagOfPath, LAST_MODIFIED, NOW, ORIGIN, store, textAt } from "./sample-app.ts";

const PATH = "/atom.xml";

/** The sample with one feed in a pack, and how often that was asked for. */
function withCold(load: (feed: Representation) => Promise<Representation>, lastModified = LAST_MODIFIED) {
  const hot = hotAt(store, PATH);
  if (!hot) throw new Error(`nothing at ${PATH}`);
  const feed = { ...hot, lastModified };
  let loads = 0;
  const cold: ColdRepresentation = {
    is: "cold",
    path: PATH,
    status: feed.status,
    etag: feed.etag,
    lastModified,
    headers: feed.headers,
    load: () => {
      loads += 1;
      return load(feed);
    },
  };
  const find: Store["find"] = (path) => (path === PATH ? cold : store.find(path));
  const app = createApp({ ...store, find }, () => NOW);
  const ask = async (headers: Readonly<Record<string, string>>, method = "GET", path = PATH) =>
    app.fetch(new Request(`${ORIGIN}${path}`, { method, headers }));
  return { ask, loads: () => loads };
}

const POLLS: readonly Readonly<Record<string, string>>[] = [
  { "If-None-Match": etagOfPath(PATH) },
  { "If-None-Match": `"0000", ${etagOfPath(PATH).slice(2, -1)}-gzip"` },
  { "If-None-Match": "*" },
  { "If-Modified-Since": LAST_MODIFIED.toUTCString() },
];
test.each(POLLS)(
  "A poll of what lies in a pack needs no pack to learn that nothing is new: %j",
  async (headers) => {
    const { ask, loads } = withCold(async (feed) => feed);
    for (const method of ["GET", "HEAD"]) {
      const response = await ask(headers, method);
      expect([response.status, response.body]).toEqual([304, null]);
      expect(response.headers.get("ETag")).toBe(etagOfPath(PATH));
    }
    expect((await ask({ "If-Match": '"0000"' })).status).toBe(412);
    expect(loads()).toBe(0);
  },
);

test.each([PATH, "/%61tom.xml", `${PATH}?again`])(
  "What lies in a pack is loaded when its text is asked for as %s",
  async (path) => {
    const { ask, loads } = withCold(async (feed) => feed);
    const response = await ask({ "If-None-Match": '"0000"' }, "GET", path);
    expect([response.status, await response.text()]).toEqual([200, textAt(PATH)]);
    const head = await ask({}, "HEAD", path);
    expect([head.status, head.headers.get("Content-Length")]).toEqual([
      200,
      response.headers.get("Content-Length"),
    ]);
    expect(loads()).toBe(2);
  },
);

test.each(["GET", "HEAD"])(
  "A pack that cannot be had is answered for with 503, never with 404: %s",
  async (method) => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    for (const path of [PATH, "/%61tom.xml"]) {
      const { ask } = withCold(() => Promise.reject(new Error("no route to the pack")));
      const response = await ask({}, method, path);
      expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "600"]);
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      expect(await response.text()).not.toContain("route");
    }
    expect(log).toHaveBeenCalledTimes(2);
    log.mockRestore();
  },
);

test("A date that is still to come is not said of what lies in a pack, before it is loaded or after", async () => {
  const { ask } = withCold(async (feed) => feed, new Date(NOW.getTime() + 1000));
  for (const tag of ["", etagOfPath(PATH)]) {
    expect((await ask({ "If-None-Match": tag })).headers.has("Last-Modified")).toBe(false);
  }
});
