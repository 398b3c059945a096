import { describe, expect, test } from "vitest";
import { app, ask, ORIGIN, TINY_PATH } from "./sample-app.ts";

type Row = { accepts: string | null; client?: string; gets: string; because: string };

const rows: Row[] = [
  { accepts: null, gets: "identity", because: "§12.5.3: anything would do, and plain text is always read" },
  { accepts: "", gets: "identity", because: "§12.5.3: an empty field wants no coding" },
  { accepts: "identity", gets: "identity", because: "as asked" },
  { accepts: "gzip", gets: "gzip", because: "as asked" },
  { accepts: "br", gets: "br", because: "as asked" },
  { accepts: "gzip, deflate, br, zstd", gets: "br", because: "equal: the smaller one" },
  { accepts: "br, gzip", gets: "br", because: "equal: the smaller one" },
  { accepts: "gzip, identity", gets: "gzip", because: "equal: the smaller one" },
  { accepts: "GZip", gets: "gzip", because: "§8.4.1: names have no case" },
  { accepts: "x-gzip", gets: "gzip", because: "§8.4.1.3: an old name" },
  { accepts: "X-GZIP;Q=1", gets: "gzip", because: "§12.4.2: nor has q" },
  { accepts: "deflate", gets: "identity", because: "a coding that we lack" },
  { accepts: "gzipped, brotli", gets: "identity", because: "no names of codings" },
  { accepts: "*", gets: "br", because: "§12.5.3: any" },
  { accepts: "*;q=0.1", gets: "br", because: "§12.5.3: any, however little" },
  { accepts: "*, br;q=0", gets: "gzip", because: "§12.5.3: any that is not named" },
  { accepts: "*;q=0", gets: "identity", because: "nothing is acceptable: better than no answer" },
  { accepts: "identity;q=0", gets: "identity", because: "nothing is acceptable: better than no answer" },
  { accepts: "identity;q=0, *", gets: "br", because: "all but identity" },
  { accepts: "gzip, *;q=0", gets: "gzip", because: "gzip alone" },
  { accepts: "br;q=0.5, gzip;q=0.8", gets: "gzip", because: "§12.4.2: the greater weight" },
  { accepts: "br;q=0.8,gzip;q=0.79", gets: "br", because: "§12.4.2: the greater weight" },
  { accepts: "br;q=0.001", gets: "br", because: "§12.4.2: the least weight" },
  { accepts: "br;q=0, gzip;q=0", gets: "identity", because: "§12.4.2: 0 is not acceptable" },
  { accepts: "br;q=0.000", gets: "identity", because: "§12.4.2: 0 with decimals" },
  { accepts: "identity, gzip;q=0.5", gets: "identity", because: "plain text is wanted more" },
  { accepts: "gzip;q=0.5, *", gets: "br", because: "§12.5.3: the asterisk weighs more" },
  { accepts: "\tgzip ; q=1.0 ,, ", gets: "gzip", because: "§5.6.1: white space and empty members" },
  { accepts: "gzip;q=2", gets: "identity", because: "no weight: plain text is safe" },
  { accepts: "gzip;q=", gets: "identity", because: "no weight: plain text is safe" },
  { accepts: "gzip;q=-1, br;q=abc", gets: "identity", because: "no weight: plain text is safe" },

  { accepts: "br, gzip", client: "gzip, deflate", gets: "gzip", because: "the client itself has no brotli" },
  { accepts: "br, gzip", client: "", gets: "identity", because: "the client itself wants none" },
  { accepts: "br, gzip", client: "gzip;q=1, br;q=0.5", gets: "gzip", because: "the client's weights" },
  { accepts: "gzip", client: "br, gzip", gets: "gzip", because: "what stands between has no brotli" },
  { accepts: "gzip", client: "br", gets: "identity", because: "nothing that both have" },
  { accepts: "br, gzip", client: "br", gets: "br", because: "both have it" },
];

describe("Accept-Encoding, by RFC 9110", () => {
  test.each(rows)(
    "$accepts, and $client in front, gets $gets ($because)",
    async ({ accepts, client, gets }) => {
      const request = new Request(`${ORIGIN}/rss.xml`, {
        headers: accepts === null ? {} : { "Accept-Encoding": accepts },
        ...(client !== undefined && { cf: { clientAcceptEncoding: client } }),
      });
      const response = await app.fetch(request);
      expect(response.status).toBe(200);
      expect(response.headers.get("Content-Encoding") ?? "identity").toBe(gets);
    },
  );

  test("is read as well after thousands of made-up lists, short and long", async () => {
    for (let index = 0; index < 2000; index += 1) {
      const coding = index % 2 === 0 ? "gzip" : "br";
      const accepts = `x${index}, ${coding}${" ".repeat((index % 3) * 60)};q=0.5`;
      const { headers } = await ask("/rss.xml", { headers: { "Accept-Encoding": accepts } });
      expect([accepts, headers.get("Content-Encoding")]).toEqual([accepts, coding]);
    }
    const { headers } = await ask("/rss.xml", { headers: { "Accept-Encoding": "gzip" } });
    expect(headers.get("Content-Encoding")).toBe("gzip");
  });

  test("a text that no coding makes smaller is sent as it is", async () => {
    const response = await ask(TINY_PATH, { headers: { "Accept-Encoding": "br, gzip, identity;q=0" } });
    expect(response.headers.get("Content-Encoding")).toBeNull();
    expect(await response.text()).toBe("tiny");
  });
});
