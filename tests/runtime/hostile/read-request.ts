/** What a request asks for, read as leniently as any server might. */
export type Asked = {
  readonly method: string;
  /** Bytes as Latin-1. */
  readonly target: string;
  /** Values by name in lower case; of several with one name, joined by commas. */
  readonly headers: ReadonlyMap<string, string>;
};

/** Reads the first request in bytes that were sent. Anything may be missing. */
export function readRequest(bytes: Buffer): Asked {
  // Empty lines before a request are overlooked (RFC 9112 §2.2).
  const text = bytes.toString("latin1").replace(/^[\r\n]+/, "");
  const [requestLine = "", ...lines] = text.split(/\r\n|\n|\r/);
  const [method = "", target = ""] = requestLine.split(" ");
  const headers = new Map<string, string>();
  for (const line of lines.slice(0, endOf(lines))) {
    const [, name = "", value = ""] = /^([^:]*):[\t ]*(.*?)[\t ]*$/s.exec(line) ?? [];
    const before = headers.get(name.toLowerCase());
    headers.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
  }
  return { method, target, headers };
}

function endOf(lines: readonly string[]): number {
  const end = lines.indexOf("");
  return end === -1 ? lines.length : end;
}

/**
 * The decoded paths that a request may be taken to ask for: one, unless its target is neither a path nor an address. An address is made
 * of Host and target put together.
 */
export function pathsAsked({ target, headers }: Asked): readonly string[] {
  const host = headers.get("host") ?? "";
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(target);
  const behindScheme = isAddress ? target.replace(/^[^:]*:\/\//, "") : host + target;
  const start = behindScheme.search(/[/?#]/);
  const path = /^[^?#]*/.exec(start === -1 ? "" : behindScheme.slice(start))?.[0] ?? "";
  const decoded = decodePath(path === "" ? "/" : path);
  return target.startsWith("/") || isAddress ? [decoded] : [decoded, "/", "/404"];
}

/** Without its question mark; empty where there is none. */
export function queryAsked({ target }: Asked): string {
  const [beforeFragment = ""] = Buffer.from(target, "latin1").toString("utf8").split("#");
  const [, ...query] = beforeFragment.split("?");
  return query.join("?");
}

/** Decodes what is well-formed but for what is reserved in URLs, and leaves the rest as it is. */
function decodePath(path: string): string {
  const bytes = Buffer.from(path, "latin1").toString("utf8");
  return bytes.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun).normalize("NFC");
}

function decodeRun(run: string): string {
  try {
    return decodeURI(run);
  } catch {
    return run;
  }
}
