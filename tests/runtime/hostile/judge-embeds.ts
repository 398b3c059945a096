import { parse } from "parse5";
import { attributeOf, elementsOf, textIn } from "../../../src/cli/check/html-tree.ts";
import { type Answer, decodeBody } from "../../../src/cli/soak/answer.ts";
import type { Publication, Target } from "../../../src/cli/soak/publication.ts";
import { type Asked, queryAsked } from "./read-request.ts";

const EMBED = "/embed";

/** What is stored for a frame, with the first line that the query asks for. */
export function withOpening(target: Target, asked: Asked): Target {
  if (!target.path.startsWith(`${EMBED}/`)) return target;
  const rest = target.bytes.subarray(target.bytes.indexOf(" lang="));
  return { ...target, bytes: Buffer.concat([Buffer.from(openingFor(asked)), rest]) };
}

function openingFor(asked: Asked): string {
  const query = new URLSearchParams(queryAsked(asked));
  const [items, theme] = [query.get("items") ?? "", query.get("theme") ?? ""];
  const most = /^\d+$/.test(items) && Number(items) > 0 && Number(items) < 10_000 ? Number(items) : 10;
  const colours = ["light", "dark"].includes(theme) ? theme : "auto";
  const summary = query.get("summary") === "yes" ? "yes" : "no";
  return `<!doctype html>\n<html class="items-${Math.min(most, 30)} theme-${colours} summary-${summary}"`;
}

/** Whether there is something to show in a frame at a path: a channel, an item or that it is gone. */
export async function hasFrame(path: string, publication: Publication): Promise<boolean> {
  if (publication.has(path)) return true;
  const target = await publication.target(path.slice(EMBED.length));
  return target?.status === 410 || (target !== undefined && factsOf(target)?.is === "item");
}

/**
 * What is wrong with an answer to a path below `/embed/` at which nothing is stored: with a 200 it is the card of the item at the rest
 * of the path.
 *
 * @param path decoded
 */
export async function judgeCard(
  path: string,
  asked: Asked,
  answer: Answer,
  publication: Publication,
): Promise<string | null> {
  const target = await publication.target(path.slice(EMBED.length));
  const channel = target && (await publication.targetInBrowser(target));
  if (channel && publication.has(EMBED + channel.path))
    return "expected to be led to the frame of the channel";
  const item = target === undefined ? null : factsOf(target);
  const status = item?.is === "item" ? 200 : target?.status === 410 ? 410 : 404;
  if (answer.status !== status) return `expected a card or none, status ${status}, got ${answer.status}`;
  if (answer.headers.has("etag")) return "an ETag of what is made anew";
  if (asked.method === "HEAD") return null;
  const text = textOf(answer);
  const [heading = ""] = textsOf(text, "h1");
  if (textsOf(text, "script").join("") !== "") return "a script with a text";
  if (item?.is !== "item") {
    const nothing = htmlOf(await publication.requireTarget("/embed/card"));
    const said = target?.status === 410 && /<h1/.test(htmlOf(target)) ? htmlOf(target) : nothing;
    return textsOf(said, "h1").includes(heading) ? null : `a ${status} that says ${heading}`;
  }
  if (!text.startsWith(`${openingFor(asked)} lang="`))
    return "a card that begins otherwise than its query says";
  if (!text.endsWith("</html>\n")) return "a card that is cut short";
  if (heading !== item.title) return `a card of ${JSON.stringify(heading)}`;
  return linksOf(text).includes(item.url) ? null : "a card that does not lead to its item";
}

const FORMATS = new Map([
  ["json", "application/json; charset=utf-8"],
  ["xml", "text/xml; charset=utf-8"],
]);

/** What is wrong with an answer of `/oembed`: with a 200 it is about the page asked for, or about where that has moved to. */
export async function judgeOembed(
  asked: Asked,
  answer: Answer,
  publication: Publication,
): Promise<string | null> {
  const query = new URLSearchParams(queryAsked(asked));
  const type = FORMATS.get(query.get("format") ?? "json");
  const url = query.get("url") ?? "";
  const certain = type === undefined ? 501 : url === "" ? 400 : null;
  if (certain !== null) return answer.status === certain ? null : `expected ${certain}, got ${answer.status}`;
  const named = await pageNamed(url, publication);
  if (answer.status === 404) return named === null ? null : `nothing of ${named.path}, which is there`;
  if (answer.status !== 200) return `expected 200 or 404, got ${answer.status}`;
  if (answer.headers.get("content-type") !== type) return `expected ${type}`;
  if (asked.method === "HEAD") return null;
  const text = textOf(answer);
  const { title, html } = type?.startsWith("text/xml") ? membersOfXml(text) : JSON.parse(text);
  const [frame] = elementsOf(parse(html)).filter(({ tagName }) => tagName === "iframe");
  const shown = URL.parse((frame && attributeOf(frame, "src")) ?? "");
  if (shown === null) return "no frame";
  const path = decodeURI(shown.pathname).slice(EMBED.length);
  const page = await publication.target(path);
  const facts = page === undefined ? null : factsOf(page);
  if (facts === null || facts.title !== title) return `it says ${title}, and shows ${path}`;
  if (new URL(facts.url).host !== URL.parse(url.trim())?.host) return "about a page of another site";
  if (facts.is !== "item" && !publication.has(EMBED + path)) return "a frame that shows nothing";
  return named === null || named.path === path ? null : `about ${path} instead of ${named.path}`;
}

/** An item's or a channel's own page, if that is what the address names as it is; in other ways it may name one, too. */
async function pageNamed(url: string, publication: Publication): Promise<Target | null> {
  const address = URL.parse(url.trim());
  if (address === null || !/^https?:$/.test(address.protocol)) return null;
  const page = await publication.target(decodedOr(address.pathname));
  const facts = page && page.path !== "/" ? factsOf(page) : null;
  if (page === undefined || facts === null || new URL(facts.url).host !== address.host) return null;
  return facts.is === "item" || publication.has(EMBED + page.path) ? page : null;
}

function decodedOr(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

type Facts = { readonly is: "item" | "list"; readonly title: string; readonly url: string };

function factsOf(target: Target): Facts | null {
  if (target.status !== 200 || !target.headers["Content-Type"]?.startsWith("text/html")) return null;
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(htmlOf(target))?.[1];
  if (json === undefined) return null;
  const about = JSON.parse(json)["@graph"].find((node: { "@type": string }) => node["@type"] !== "WebSite");
  if (about?.publisher === undefined) return null;
  const is = about["@type"] === "CollectionPage" ? "list" : "item";
  return { is, title: about.headline ?? about.name, url: about.url };
}

function membersOfXml(text: string): { readonly title: string; readonly html: string } {
  const member = (name: string) => {
    const written = new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? "";
    // The five names that it has are HTML's, too.
    return textsOf(`<p>${written}</p>`, "p").join("");
  };
  return { title: member("title"), html: member("html") };
}

function htmlOf({ bytes }: Target): string {
  return bytes.toString();
}

function textOf(answer: Answer): string {
  return decodeBody(answer)?.toString() ?? "";
}

function textsOf(html: string, name: string): readonly string[] {
  return elementsOf(parse(html))
    .filter(({ tagName }) => tagName === name)
    .map((element) => textIn(element));
}

function linksOf(html: string): readonly (string | null | undefined)[] {
  return elementsOf(parse(html))
    .filter(({ tagName }) => tagName === "a")
    .map((element) => attributeOf(element, "href"));
}
