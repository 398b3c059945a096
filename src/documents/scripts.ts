import type { Document } from "./document.ts";
import { fingerprint } from "./fingerprint.ts";

/** Small programs for browsers, as they are sent: minified, each a whole by itself. Every page does its work without them. */
export type Scripts = {
  /** Copies an address, on pages from which one can subscribe. */
  readonly subscribe: string;
  /** Shows on `/embed` what is being chosen. */
  readonly builder: string;
  /** Tells the page around an embedded one its height. */
  readonly frame: string;
  /** Shows headlines on other sites: all that was ever released, the newest last, of which there is at least one. */
  readonly embed: readonly EmbedRelease[];
};

/** A script that a page of ours loads. */
export type PageScript = Exclude<keyof Scripts, "embed">;

/** A version of `/embed.js`, which never changes and stands at its own address for ever. */
export type EmbedRelease = {
  /** `1.0.0`. */
  readonly version: string;
  readonly text: string;
  /** As the attribute of that name says it: `sha384-...`. */
  readonly integrity: string;
};

/** Where a script lies that pages of ours load; it names the version, so it may be kept for ever. */
export function scriptPath(name: PageScript, scripts: Scripts): string {
  return `/${name}-${fingerprint(scripts[name])}.js`;
}

export function scriptAsset(name: PageScript, scripts: Scripts): Document {
  return {
    kind: "asset",
    path: scriptPath(name, scripts),
    mediaType: "text/javascript",
    parts: [scripts[name]],
    links: [],
  };
}
