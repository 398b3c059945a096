import type { FileLink } from "./article.ts";
import { idPrefix, isArticleFile } from "./article-name.ts";

/** With a scheme, a host, or a path from the site's root; or only a query, which no file has. Browsers take `\` for `/`. */
const NO_FILE = /^(?:[a-z][a-z0-9+.-]*:|[/\\?])/i;
const FOLDER = "articles";

/**
 * The file below `data/articles/` that a relative address means; `outside` if it leads out of that folder; null for any
 * other address. A fragment of an article leads to the id as it is published, with that article's prefix.
 *
 * @param address as written; `#note` means `file` itself
 * @param file the article it stands in, below `data/`
 */
export function fileLinkOf(address: string, file: string): FileLink | "outside" | null {
  if (address === "" || NO_FILE.test(address)) return null;
  const [, path = "", anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  const target = path === "" ? file : resolve(decode(path), file);
  if (target === null) return "outside";
  return { file: target, fragment: anchor ? fragmentOf(anchor, target) : "" };
}

/** Null for what is no path below the folder of articles. */
function resolve(path: string, file: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file of ours has one in its name
  if (/[\u0000-\u001f\u007f]/.test(path)) return null;
  const parts = file.split("/").slice(0, -1);
  for (const part of path.split(/[/\\]/)) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
    // On its way it may not leave the folder either: whoever moves the folder would break the link.
    if (parts[0] !== FOLDER) return null;
  }
  return parts.join("/");
}

function fragmentOf(anchor: string, target: string): string {
  if (!isArticleFile(target)) return `#${encode(decode(anchor))}`;
  const id = decode(anchor);
  const prefix = idPrefix(target);
  return `#${encode(id.startsWith(prefix) ? id : prefix + id)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encode(text: string): string {
  return encodeURI(text.toWellFormed());
}
