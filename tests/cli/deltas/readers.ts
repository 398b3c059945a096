import { expect } from "vitest";
import { readXml } from "../../documents/read-xml.ts";

/** What is asked of a server, and of a cache before it. */
export type Ask = (headers: Readonly<Record<string, string>>) => Promise<Answer>;
export type Answer = { readonly status: number; readonly etag: string; readonly text: string };

/** A reader's copy of a feed, kept as the formats say: what came last replaces, what is said to be gone goes. */
export class Reader {
  readonly items = new Map<string, string>();
  head: readonly string[] = [];
  /** How many of its polls were answered by a delta. */
  deltas = 0;
  readonly #asks: Readonly<Record<string, string>>;
  #etag: string | null = null;

  /** @param asks headers beyond the ETag that it has */
  constructor(asks: Readonly<Record<string, string>> = {}) {
    this.#asks = asks;
  }

  async poll(ask: Ask): Promise<void> {
    const { status, etag, text } = await ask({
      ...this.#asks,
      ...(this.#etag !== null && { "If-None-Match": this.#etag }),
    });
    if (status === 304) return;
    expect([200, 226]).toContain(status);
    this.#etag = etag;
    this.#take(text, status === 226);
  }

  #take(text: string, isDelta: boolean): void {
    const [ids = [], items = [], complete = [], deleted = [], head = []] = readXml(
      text,
      "//item/guid | //atom:entry/atom:id",
      "//item | //atom:entry",
      "//fh:complete",
      "//at:deleted-entry/@ref",
      "//channel/description | //channel/lastBuildDate | /atom:feed/atom:subtitle | /atom:feed/atom:updated",
    );
    expect(ids).toHaveLength(items.length);
    if (isDelta) this.deltas += 1;
    if (isDelta) expect(complete).toEqual([]);
    if (complete.length > 0) this.items.clear();
    for (const id of deleted) this.items.delete(id);
    for (const [i, id] of ids.entries()) this.items.set(id, items[i] ?? "");
    this.head = head;
  }
}

/** A shared cache that knows nothing of deltas: it asks with its own ETag, keeps a 200 and passes everything else on. */
export class Cache {
  readonly #origin: Ask;
  #kept: Answer | null = null;

  constructor(origin: Ask) {
    this.#origin = origin;
  }

  readonly ask: Ask = async (headers) => {
    const { "If-None-Match": asked, ...others } = headers;
    const own: Readonly<Record<string, string>> = this.#kept ? { "If-None-Match": this.#kept.etag } : {};
    const answer = await this.#origin({ ...others, ...own });
    if (answer.status === 200) this.#kept = answer;
    else if (answer.status !== 304) return answer;
    const kept = this.#kept ?? answer;
    return kept.etag === asked ? { ...kept, status: 304, text: "" } : kept;
  };
}
