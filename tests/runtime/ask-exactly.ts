import { request } from "node:http";
import { buffer } from "node:stream/consumers";

export type Answer = {
  readonly status: number | undefined;
  readonly headers: Readonly<NodeJS.Dict<string | string[]>>;
  readonly body: Buffer;
};

/** Asks a server with exactly these headers and decodes nothing: fetch would do both its own way. */
export function askExactly(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = "GET",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers }, async (response) => {
      const body = await buffer(response);
      resolve({ status: response.statusCode, headers: response.headers, body });
    });
    asked.on("error", reject);
    asked.end();
  });
}
