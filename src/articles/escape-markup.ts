const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes plain text for the content of an element. `>` too, so that `]]>` never stands in a document. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>]/g, entity);
}

/** Escapes plain text for an attribute's value between double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, entity);
}

function entity(character: string): string {
  return ENTITIES[character] ?? character;
}
