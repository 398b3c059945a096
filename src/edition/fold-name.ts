/** Names that differ only in letter case, spaces or composition name the same section, tag, author or language. `C++` is not `C`. */
export function foldName(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
}
