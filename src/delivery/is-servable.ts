/** Whether a request for the path, as URL parsers write and we decode it, finds the very same string. */
export function isServable(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a header cannot hold them
  if (!path.startsWith("/") || path.includes("//") || /[%?#\\\u0000-\u001f\u007f]/.test(path)) return false;
  if (path.split("/").some((segment) => segment === "." || segment === "..")) return false;
  return path.isWellFormed() && path === path.normalize("NFC");
}
