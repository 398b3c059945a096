import { deflatedPart } from "../delivery/compress.ts";
import type { Document } from "../documents/document.ts";
import { textOf } from "../documents/text-of.ts";

/** What comes with a connection's first round trip: ten packets, less what headers take. */
const FIRST_ROUND_TRIP_BYTES = 14_000;

/** Of a gzip stream beside what is deflated. */
const GZIP_BYTES = 20;

const SHOWN_TO_PEOPLE: readonly Document["kind"][] = ["page", "missing", "gone"];

/** Weighs the heaviest page of each kind, compressed as it is sent, together with the style and the scripts that it loads. */
export class PageWeights {
  /** By kind of page: that with the longest text. */
  readonly #heaviest = new Map<string, { readonly document: Document; readonly chars: number }>();
  readonly #assets: Document[] = [];

  /** To be shown every document. */
  add(document: Document): void {
    if (document.kind === "asset") this.#assets.push(document);
    if (!SHOWN_TO_PEOPLE.includes(document.kind)) return;
    const kind = kindOf(document);
    const chars = document.parts.reduce((sum, { length }) => sum + length, 0);
    if (chars > (this.#heaviest.get(kind)?.chars ?? 0)) this.#heaviest.set(kind, { document, chars });
  }

  /** The heaviest first; and what a reader on a slow line would wait for, but for the text of an item, which is as long as it is. */
  describe(): { readonly summary: string; readonly warnings: readonly string[] } {
    const weighed = [...this.#heaviest].map(([kind, { document }]) => this.#weigh(kind, document));
    const weights = weighed
      .toSorted((a, b) => b.bytes - a.bytes)
      .map(({ kind, bytes }) => `${kind} ${kilobytes(bytes)}`);
    const warnings = weighed
      .filter(({ bytesBesideText }) => bytesBesideText > FIRST_ROUND_TRIP_BYTES)
      .map(
        ({ path, bytesBesideText }) =>
          `${path} weighs ${kilobytes(bytesBesideText)}; expected no more than ${kilobytes(FIRST_ROUND_TRIP_BYTES)}, which comes with the first round trip`,
      );
    return {
      summary: `The heaviest page of each kind, compressed, with style and scripts: ${weights.join(", ")}`,
      warnings,
    };
  }

  #weigh(kind: string, document: Document) {
    const text = textOf(document);
    const loaded = this.#assets
      .filter(({ path }) => text.includes(`${path}"`))
      .reduce((sum, { parts }) => sum + sentBytes(parts), 0);
    const bytes = sentBytes(document.parts) + loaded;
    const bytesBesideText = isItem(document) ? sentBytes(withoutMain(text)) + loaded : bytes;
    return { kind, path: document.path, bytes, bytesBesideText };
  }
}

/** What most are sent as: see `composeGzip`. */
function sentBytes(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + deflatedPart(encoder.encode(part)).length, GZIP_BYTES);
}

function withoutMain(text: string): readonly string[] {
  return [text.slice(0, text.indexOf("<main")), text.slice(text.lastIndexOf("</main>"))];
}

/** `/feeds`, `/sections/…`. */
function kindOf({ kind, path }: Document): string {
  if (kind !== "page") return kind;
  const [, first, ...rest] = path.split("/");
  return rest.length === 0 ? path : `/${first}/…`;
}

/** One page for each item, and one for each channel that is called like its kind. */
function isItem({ kind, path }: Document): boolean {
  return kind === "page" && /^\/(?:articles|headlines)\/[^/]+$/.test(path);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} KB`;
}

const encoder = new TextEncoder();
