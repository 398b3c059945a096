import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { documentStatus } from "../delivery/document-status.ts";
import { etagOf } from "../delivery/etag-of.ts";
import type { Document } from "../documents/document.ts";
import type { CheckKnown, CheckRequest, CheckResult, CheckStart, SentDocument } from "./check-messages.ts";

/** Of texts in one message. */
const MESSAGE_CHARS = 1_000_000;
const MESSAGE_DOCUMENTS = 500;
/** Of texts that are remembered because other documents may have them, too. */
const SHARED_CHARS_MAX = 30_000_000;
/** What was sent and not read takes memory. */
const WAITING_MESSAGES_MAX = 8;
/** Longer than one message takes to be checked. */
const PATIENCE_MS = 10_000;

/**
 * A `DocumentCheck` in a thread of its own, so that it takes another core than the rendering. It knows what an earlier check learned
 * and keeps what it learns, see `readChecked`.
 */
export class ThreadedCheck {
  // Loads its code while the documents are not there yet.
  readonly #thread = new Worker(join(import.meta.dirname, "check-thread.ts"));
  /** Rejected with what the thread fails with. */
  readonly #ended = once(this.#thread, "exit");
  readonly #readCount = new Int32Array(new SharedArrayBuffer(4));
  #known: CheckKnown = new Map();
  #waiting: SentDocument[] = [];
  #waitingChars = 0;
  #sentCount = 0;
  /** Texts that the thread has, and of which documents they are. */
  readonly #texts = new Map<string, number>();
  #textsOf = "";
  #textsChars = 0;

  constructor() {
    // Whoever waits for an answer is told.
    this.#ended.catch(() => {});
  }

  /**
   * To be called first.
   *
   * @param out folder of the build
   * @param now after which nothing may be dated
   */
  async begin(out: string, siteUrl: string, now: Date): Promise<void> {
    this.#known = await this.#ask({ out, siteUrl, now, readCount: this.#readCount } satisfies CheckStart);
  }

  add(document: Document): void {
    const { path, mediaType } = document;
    const status = documentStatus(document);
    const version = `${status} ${etagOf(document)}`;
    const isKnown = this.#known.get(path) === version;
    const sent = isKnown ? { parts: [], forgets: false } : this.#share(document);
    this.#waiting.push({ path, mediaType, status, version, ...sent });
    if (this.#waitingChars > MESSAGE_CHARS || this.#waiting.length >= MESSAGE_DOCUMENTS) this.#send();
  }

  /** See `DocumentCheck`. */
  async finish(otherPaths: readonly string[]): Promise<CheckResult> {
    this.#send();
    return this.#ask({ is: "finish", otherPaths } satisfies CheckRequest);
  }

  /** When what was learned is written. */
  async end(): Promise<void> {
    await this.#ended;
  }

  /** Whatever it is doing. */
  async stop(): Promise<void> {
    await this.#thread.terminate();
  }

  /** @throws what the thread fails with */
  async #ask(message: CheckStart | CheckRequest) {
    const answer = once(this.#thread, "message");
    this.#thread.postMessage(message);
    const [reply] = await Promise.race([answer, this.#ended.then(() => [])]);
    if (reply === undefined) throw new Error("Cannot check the documents: the thread that does ended");
    return reply;
  }

  /** Texts that documents share are sent once. Feeds come together, then the archives in one format after the other. */
  #share({ kind, mediaType, parts }: Document): Pick<SentDocument, "parts" | "forgets"> {
    const textsOf = kind === "archive" ? mediaType : kind;
    const forgets = textsOf !== this.#textsOf || this.#textsChars > SHARED_CHARS_MAX;
    if (forgets) {
      this.#texts.clear();
      this.#textsChars = 0;
      this.#textsOf = textsOf;
    }
    return { forgets, parts: parts.map((text) => this.#texts.get(text) ?? this.#shared(text)) };
  }

  #shared(text: string): string {
    this.#texts.set(text, this.#texts.size);
    this.#textsChars += text.length;
    this.#waitingChars += text.length;
    return text;
  }

  #send(): void {
    this.#thread.postMessage({ is: "documents", documents: this.#waiting } satisfies CheckRequest);
    this.#waiting = [];
    this.#waitingChars = 0;
    this.#sentCount += 1;
    this.#waitForThread();
  }

  /** Blocks. A thread that has failed never answers: its error shows as soon as nobody waits here. */
  #waitForThread(): void {
    for (;;) {
      const readCount = Atomics.load(this.#readCount, 0);
      if (this.#sentCount - readCount < WAITING_MESSAGES_MAX) return;
      if (Atomics.wait(this.#readCount, 0, readCount, PATIENCE_MS) === "timed-out") return;
    }
  }
}
