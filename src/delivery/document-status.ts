import type { Document } from "../documents/document.ts";
import type { Status } from "./representation.ts";

/** What a document is answered with. */
export function documentStatus({ kind }: Document): Status {
  return STATUSES[kind] ?? 200;
}

const STATUSES: Partial<Readonly<Record<Document["kind"], Status>>> = { gone: 410, missing: 404 };
