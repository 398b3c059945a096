import type { ColdRepresentation, Representation } from "./representation.ts";
import { decompressed } from "./send-representation.ts";

/** The text of a document; of media none. */
export async function readText(found: Representation | ColdRepresentation): Promise<string> {
  const { body } = found.is === "hot" ? found : await found.load();
  if (body.is === "media") return "";
  return new TextDecoder().decode(body.is === "whole" ? body.identity : await decompressed(body));
}
