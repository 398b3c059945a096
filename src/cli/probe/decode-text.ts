export type DecodedText = {
  readonly text: string;
  /** A sentence; null if all is well. */
  readonly fault: string | null;
};

/** Where an XML declaration may name an encoding. */
const DECLARATION = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z][\w.:-]{0,40})["']/;

/** Decides as RFC 7303 §3 says: a byte order mark, then the header's charset, then the XML declaration, else UTF-8. */
export function decodeText(bytes: Buffer, contentType: string): DecodedText {
  const declared =
    DECLARATION.exec(bytes.toString("latin1", 0, 300).replace(/^\xef\xbb\xbf/, ""))?.[1] ?? null;
  const inHeader = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null;
  const marked = markOf(bytes);
  const label = marked ?? inHeader ?? declared ?? "utf-8";
  const { text, fault } = decodeAs(label, bytes);
  if (fault !== null || inHeader === null || declared === null || marked !== null) return { text, fault };
  if (nameOf(inHeader) === nameOf(declared)) return { text, fault };
  return { text, fault: `Content-Type says ${inHeader}, the XML declaration says ${declared}` };
}

function decodeAs(label: string, bytes: Buffer): DecodedText {
  const name = nameOf(label);
  if (name === null) return { text: bytes.toString("utf8"), fault: `Nobody knows the encoding ${label}` };
  try {
    return { text: new TextDecoder(name, { fatal: true, ignoreBOM: false }).decode(bytes), fault: null };
  } catch {
    const text = new TextDecoder(name).decode(bytes);
    return { text, fault: `The text is said to be ${name}, but its bytes are not` };
  }
}

/** The one name of an encoding that has many; null for what is none. */
function nameOf(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function markOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : null;
}
