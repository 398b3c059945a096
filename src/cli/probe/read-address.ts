import { CommandError } from "../run-command.ts";
import { printable } from "./printable.ts";

/**
 * Reads the address of a feed as people type or paste it: `feed:` in front, or no scheme at all.
 *
 * @returns what to try, in this order: https first where nothing is said
 * @throws {CommandError} if it is no web address
 */
export function readAddress(typed: string): readonly [URL, ...URL[]] {
  const text = typed
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, "")
    .replace(/^feed:\/\//i, "");
  const schemes = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? [""] : ["https://", "http://"];
  const [first, ...others] = schemes.flatMap((scheme) => URL.parse(scheme + text) ?? []);
  const addresses = [first, ...others].filter((url) => url !== undefined && /^https?:$/.test(url.protocol));
  const [best, ...rest] = addresses.filter((url) => url !== undefined);
  if (best === undefined)
    throw new CommandError(
      `Cannot probe ${JSON.stringify(printable(typed))}: it is no web address; expected something like https://example.org/rss.xml`,
    );
  return [best, ...rest];
}
