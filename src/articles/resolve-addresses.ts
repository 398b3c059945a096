import type { FileLink } from "./article.ts";
import type { Addresses } from "./clean-attributes.ts";
import { cleanCharacters } from "./clean-characters.ts";
import type { CleanOptions } from "./clean-html.ts";
import { encodeUrl } from "./encode-url.ts";

/** Resolves the addresses and ids of one article. */
export function resolveAddresses({ base, idPrefix, fileOf }: CleanOptions): Addresses {
  const ids = new Set<string>();
  const prefixed = (id: string): string =>
    !idPrefix || id === "" || id.startsWith(idPrefix) ? id : idPrefix + id;

  const resolve = (typed: string, schemes: readonly string[]): string | FileLink | null => {
    const raw = typed.trim();
    if (raw === "") return null;
    const address = raw.startsWith("#") ? `#${prefixed(raw.slice(1))}` : raw;
    return fileOf?.(raw) ?? absolute(address, base, schemes);
  };

  const idOf = (raw: string): string | null => {
    const id = cleanCharacters(raw);
    const written = prefixed(id);
    if (!idPrefix || id === "" || /\s/.test(id) || ids.has(written)) return null;
    ids.add(written);
    return written;
  };
  return { resolve, idOf };
}

/** As a browser reads it, so that its scheme is what a browser would open; and nothing in it that RFC 3986 forbids. */
function absolute(address: string, base: string, schemes: readonly string[]): string | null {
  const url = URL.parse(address, base);
  if (url === null || !schemes.includes(url.protocol)) return null;
  return encodeUrl(url);
}
