import type { Picture } from "../../edition/media.ts";

/** A node of JSON-LD. A member that is undefined is not there. */
export type JsonLd = { readonly "@type": string; readonly [member: string]: unknown };

/** A picture in schema.org's words. Its size is in pixels, as a plain number, which search engines take and schema.org has no type for. */
export function imageNode({ url, alt, credit, file }: Picture): JsonLd {
  return {
    "@type": "ImageObject",
    url,
    ...file?.size,
    caption: alt || undefined,
    creditText: credit ?? undefined,
  };
}
