import { type Answer, ask, requestText } from "./ask.ts";

/** Something readers ask for, over and over. */
export type Row = {
  readonly name: string;
  readonly method: "GET" | "HEAD";
  readonly path: string;
  /** What is sent besides Host, User-Agent and Accept. */
  readonly headers: Readonly<Record<string, string>>;
  /** What is sent back of what has come before. */
  readonly condition: "ETag" | "Last-Modified" | null;
  readonly expected: string;
  /** The ratio to the floor that we set ourselves. */
  readonly aim: number | null;
};

const PLAIN = { method: "GET", path: "/rss.xml", headers: {}, condition: null } as const;
const GZIP = { "Accept-Encoding": "gzip" };
const BROWSER = { "Accept-Encoding": "gzip, deflate, br, zstd" };

export const ROWS: readonly Row[] = [
  { ...PLAIN, name: "304 by ETag", expected: "304", aim: 1.1, headers: GZIP, condition: "ETag" },
  { ...PLAIN, name: "304 by date", expected: "304", aim: 1.1, headers: GZIP, condition: "Last-Modified" },
  { ...PLAIN, name: "200 identity", expected: "200", aim: 1.2 },
  { ...PLAIN, name: "200 gzip", expected: "200 gzip", aim: 1.2, headers: GZIP },
  { ...PLAIN, name: "200 brotli", expected: "200 br", aim: 1.2, headers: BROWSER },
  { ...PLAIN, name: "HEAD", expected: "200 gzip", aim: 1.2, headers: GZIP, method: "HEAD" },
  { ...PLAIN, name: "404", expected: "404", aim: 1.2, path: "/no-such-thing" },
  { ...PLAIN, name: "redirect", expected: "301", aim: null, path: "/feed" },
  { ...PLAIN, name: "page, gzip", expected: "200 gzip", aim: null, path: "/", headers: GZIP },
];

/** What is sent for a row, and what comes back the first time. */
export type Exchange = { readonly request: string; readonly answer: Answer };

export async function tryRow({ method, path, headers, condition }: Row, port: number): Promise<Exchange> {
  const first = await ask(port, requestText("GET", path, headers));
  const request = requestText(method, path, { ...headers, ...conditional(condition, first) });
  return { request, answer: await ask(port, request) };
}

function conditional(condition: Row["condition"], { headers }: Answer): Readonly<Record<string, string>> {
  switch (condition) {
    case "ETag":
      return { "If-None-Match": headers.get("etag") ?? '"none"' };
    case "Last-Modified":
      return { "If-Modified-Since": headers.get("last-modified") ?? "Thu, 01 Jan 1970 00:00:00 GMT" };
    case null:
      return {};
  }
}

/** Like a row's `expected`: the status and, where there is one, the encoding. */
export function kindOf({ status, headers }: Answer): string {
  return [String(status), headers.get("content-encoding")].filter(Boolean).join(" ");
}
