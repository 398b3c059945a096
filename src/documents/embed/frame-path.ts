/** Below it stand pages for frames, at the path of the page that each stands for. */
export const EMBED_FOLDER = "/embed";

/** The page that cards of items are made from, which is the one for what is missing. No channel has this path. */
export const CARD_PATH = "/embed/card";

/** Decoded path of the page that shows a channel in a frame: `/embed/all`, `/embed/sections/harbour`. */
export function framePath({ path }: { readonly path: string }): string {
  return EMBED_FOLDER + (path || "/all");
}

/** Where a release of the script stands for ever: `/embed-1.0.0.js`. */
export function releasePath({ version }: { readonly version: string }): string {
  return `/embed-${version}.js`;
}
