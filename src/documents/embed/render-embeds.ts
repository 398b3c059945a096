import type { Channel, Edition } from "../../edition/edition.ts";
import type { Document } from "../document.ts";
import { DocumentMemory } from "../document-memory.ts";
import { type EmbedRelease, type Scripts, scriptAsset, scriptPath } from "../scripts.ts";
import { BUILDER_STYLESHEET } from "./builder-stylesheet.ts";
import { channelFrame } from "./channel-frame.ts";
import { type FramePage, frameParts } from "./frame-page.ts";
import { CARD_PATH, framePath, releasePath } from "./frame-path.ts";
import { frameStylesheet } from "./frame-stylesheet.ts";
import { nothingFrame } from "./nothing-frame.ts";

const memory = new DocumentMemory<Channel>();

/** What other sites show of an edition: a page in a frame for each channel, the script, and what both need. */
export function* renderEmbeds(edition: Edition, scripts: Scripts): Generator<Document> {
  const { site, channels } = edition;
  const stylesheet = frameStylesheet(site.theme);
  const assets = { stylesheet: stylesheet.path, script: scriptPath("frame", scripts) };
  const documentOf = (path: string, page: FramePage): Document => ({
    kind: "page",
    path,
    mediaType: "text/html",
    parts: frameParts(page, assets),
    links: [{ rel: "canonical", href: page.canonical }],
    policy: "frame",
  });
  for (const channel of channels) {
    const madeOf = [site, assets.stylesheet, assets.script];
    yield memory.documentOf(channel, madeOf, () =>
      documentOf(framePath(channel), channelFrame(channel, edition)),
    );
  }
  yield documentOf(CARD_PATH, nothingFrame(site));
  yield stylesheet;
  yield BUILDER_STYLESHEET;
  yield scriptAsset("frame", scripts);
  for (const release of scripts.embed) yield embedScript(releasePath(release), release);
  const newest = scripts.embed.at(-1);
  if (newest !== undefined) yield embedScript("/embed.js", newest);
}

function embedScript(path: string, { text }: EmbedRelease): Document {
  return { kind: "asset", path, mediaType: "text/javascript", parts: [text], links: [] };
}
