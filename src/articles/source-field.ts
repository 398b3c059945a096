import { fieldOf, readAddress } from "../yaml/fields.ts";

/** With the source as typed: an http(s) address or a path, which may start at the article's folder. */
export type TypedSource<T> = Omit<T, "src"> & { readonly src: string };

const CHARS_MAX = 2000;

/** An http(s) address, or the path of a file, as typed. */
export const sourceField = fieldOf(
  "an address such as https://wire.example/crane.jpg, or the path of a file such as crane.jpg",
  readSource,
);

/** Null for what is neither an http(s) address nor a path: other schemes, and what only browsers take for an address. */
export function readSource(text: string): string | null {
  return readAddress(text) ?? readPath(text);
}

function readPath(text: string): string | null {
  const path = text.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file of ours has one in its name
  const isOdd = path === "" || path.length > CHARS_MAX || /[\u0000-\u001f\u007f\\]/.test(path);
  return isOdd || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(path) ? null : path;
}
