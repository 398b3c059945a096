/** Places of the first and the last byte. */
export type ByteRange = { readonly first: number; readonly last: number };

/**
 * Reads a Range header with one range of bytes (RFC 9110 §14.1.2). Null if it is to be ignored (§14.2): absent, malformed, of
 * another unit, or more than one range, which we need not answer in parts.
 *
 * @param length of the whole, in bytes
 */
export function parseRange(header: string | null, length: number): ByteRange | "unsatisfiable" | null {
  const found = /^bytes=(?<first>\d*)-(?<last>\d*)$/i.exec(header?.trim() ?? "")?.groups;
  if (!found || length === 0) return null; // no Content-Range can say that nothing is sent
  const { first = "", last = "" } = found;
  if (first === "" && last === "") return null;
  if (first === "") return lastBytes(Number(last), length);
  if (last !== "" && Number(last) < Number(first)) return null;
  if (Number(first) >= length) return "unsatisfiable";
  return { first: Number(first), last: last === "" ? length - 1 : Math.min(Number(last), length - 1) };
}

function lastBytes(bytes: number, length: number): ByteRange | "unsatisfiable" {
  return bytes === 0 ? "unsatisfiable" : { first: Math.max(length - bytes, 0), last: length - 1 };
}
