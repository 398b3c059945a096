import type { Document } from "./document.ts";

/**
 * A document whose text is made when it is asked for. So it can be kept for the next edition, as the very same object if it still says
 * the same, without its text: who knows the object need not look at the text again.
 */
export function textDocument(
  facts: Omit<Document, "parts">,
  text: { readonly parts: readonly string[] },
): Document {
  return {
    ...facts,
    get parts() {
      return text.parts;
    },
  };
}
