/** Escapes plain text for the content of an XML or HTML element. `>` too, so that `]]>` never stands in a document. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Escapes plain text for an attribute value between double quotes. */
export function escapeXmlAttribute(text: string): string {
  return escapeXml(text).replaceAll('"', "&quot;");
}
