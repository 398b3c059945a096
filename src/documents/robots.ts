import type { Site } from "../edition/site.ts";
import type { Document } from "./document.ts";

/** Everybody may read everything; here is what there is (RFC 9309). */
export function renderRobots(site: Site): Document {
  const lines = [
    "User-agent: *",
    "Disallow:",
    "",
    `Sitemap: ${new URL("/sitemap.xml", site.url).href}`,
    `Sitemap: ${new URL("/news-sitemap.xml", site.url).href}`,
  ];
  const text = `${lines.join("\n")}\n`;
  return { kind: "listing", path: "/robots.txt", mediaType: "text/plain", parts: [text], links: [] };
}
