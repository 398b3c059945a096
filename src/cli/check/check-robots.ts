import { checkHttpUrl } from "./check-values.ts";
import type { ListingReading } from "./listing-reading.ts";
import type { Objector } from "./objection.ts";

const LINE = /^(User-agent|Allow|Disallow|Sitemap):[ \t]*(.*)$/i;

/** Rules for robots (RFC 9309), and the sitemaps they lead to. */
export function checkRobots(text: string, object: Objector): ListingReading {
  const documents: string[] = [];
  let hasAgent = false;
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, name = "", value = ""] = LINE.exec(line) ?? [];
    if (name === "") object("Each line is a rule for robots", line, "User-agent, Allow, Disallow or Sitemap");
    else if (name.toLowerCase() === "user-agent") hasAgent = true;
    else if (name.toLowerCase() === "sitemap") {
      checkHttpUrl("Sitemap", value, object);
      documents.push(value);
    } else if (!hasAgent) object("A rule says for which robots it is", line, "User-agent before it");
  }
  return { feeds: [], pages: [], documents };
}
