import { afterAll, beforeAll, expect, test } from "vitest";
import { serveSample } from "../../runtime/serve-sample.ts";
import { runProbe } from "./run-probe.ts";

let sample: Awaited<ReturnType<typeof serveSample>>;

beforeAll(async () => {
  sample = await serveSample();
});

afterAll(() => sample.stop());

test.each(["rss.xml", "atom.xml", "feed.json", "headlines/atom.xml"])(
  "npm run probe finds nothing wrong, and nothing to note, in our own /%s",
  async (path) => {
    const { status, stdout, stderr } = await runProbe(`http://127.0.0.1:${sample.port}/${path}`);
    expect({ status, stderr, last: stdout.trimEnd().split("\n").at(-1) }).toEqual({
      status: 0,
      stderr: "",
      last: "Nothing is wrong",
    });
  },
);
