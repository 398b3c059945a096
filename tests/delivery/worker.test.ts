import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";

test.each(["/rss.xml", "/atom.xml"])(
  "The Worker as it was built gives %s once, and a second poll a 304",
  async (path) => {
    const first = await exports.default.fetch(`https://wire.example${path}`);
    expect(first.status).toBe(200);
    expect((await first.text()).length).toBeGreaterThan(0);
    const again = await exports.default.fetch(`https://wire.example${path}`, {
      headers: { "If-None-Match": first.headers.get("ETag") ?? "" },
    });
    expect(again.status).toBe(304);
    expect(again.body).toBeNull();
  },
);

test.each(["gzip", "br"])(
  "What the build has encoded with %s is not encoded once more on the way out",
  async (coding) => {
    const plain = await exports.default.fetch("https://wire.example/rss.xml", {
      headers: { "Accept-Encoding": "identity" },
    });
    const encoded = await exports.default.fetch("https://wire.example/rss.xml", {
      headers: { "Accept-Encoding": coding },
    });
    expect(encoded.headers.get("Content-Encoding")).toBe(coding);
    expect(await encoded.text()).toBe(await plain.text());
  },
);
