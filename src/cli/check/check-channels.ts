import { checkAgreement } from "./check-agreement.ts";
import type { FeedAt, FeedReading } from "./feed-reading.ts";
import type { Objector } from "./objection.ts";

type FeedPlace = FeedAt & {
  /** What the paths of all documents of the channel start with. */
  readonly channel: string;
  /** Of an archive, from 1; null for the subscription document. */
  readonly number: number | null;
  /** `/atom.xml` */
  readonly file: string;
};

type ObjectorFor = (path: string) => Objector;

const ARCHIVE = /^(.*)\/archive\/([1-9]\d*)(\/[^/]*)$/;
const FORMATS = ["/rss.xml", "/atom.xml", "/feed.json"];

/**
 * What holds among the documents of one channel: they are there in each format, agree, have one id and lead a reader from
 * the newest to the oldest.
 *
 * @param urlOf absolute URL of a document's path
 */
export function checkChannels(
  feeds: readonly FeedAt[],
  urlOf: (path: string) => string,
  objectorFor: ObjectorFor,
): void {
  const places = feeds.map(placeOf);
  const channels = Map.groupBy(places, ({ channel }) => channel);
  for (const documents of channels.values()) {
    const byNumber = Map.groupBy(documents, ({ number }) => number);
    for (const formats of byNumber.values()) checkFormats(formats, objectorFor);
    for (const file of FORMATS) {
      const inFormat = documents.filter((document) => document.file === file);
      checkChain(inFormat, urlOf, objectorFor);
    }
    checkDeleted(documents, objectorFor);
  }
  checkFeedIds(channels, objectorFor);
}

function placeOf({ path, feed }: FeedAt): FeedPlace {
  const [, channel, number, file] = ARCHIVE.exec(path) ?? [];
  if (channel !== undefined && file !== undefined)
    return { path, feed, channel, number: Number(number), file };
  const end = path.lastIndexOf("/");
  return { path, feed, channel: path.slice(0, end), number: null, file: path.slice(end) };
}

function checkFormats(formats: readonly FeedPlace[], objectorFor: ObjectorFor): void {
  const paths = formats.map(({ path }) => path);
  if (paths.length !== FORMATS.length) {
    objectorFor(paths[0] ?? "")(
      "A channel can be read in each format",
      paths.join(" "),
      "RSS, Atom and JSON Feed",
    );
  }
  checkAgreement(formats, objectorFor);
}

/** RFC 5005: each document leads to the one before it, down to the first archive. */
function checkChain(
  documents: readonly FeedPlace[],
  urlOf: (path: string) => string,
  objectorFor: ObjectorFor,
) {
  const subscription = documents.find(({ number }) => number === null);
  const archives = documents.filter(({ number }) => number !== null);
  for (const document of documents) {
    const { path, feed, number, channel, file } = document;
    const object = objectorFor(path);
    const before = (number ?? archives.length + 1) - 1;
    const expected = before === 0 ? "" : urlOf(`${channel}/archive/${before}${file}`);
    if (feed.history.previous !== expected)
      object(
        "The link to what came before leads to the next older archive",
        feed.history.previous,
        expected || "none",
      );
    if (number === null) checkSubscription(feed, object);
    else checkArchive(feed, urlOf(subscription?.path ?? `${channel}${file}`), object);
    if (number !== null && number > archives.length)
      object(
        "The archives of a channel are numbered from 1 without gaps",
        `${number}`,
        `${archives.length} at most`,
      );
  }
  const [first] = archives;
  if (subscription === undefined && first !== undefined)
    objectorFor(first.path)(
      "An archive belongs to a feed that can be subscribed to",
      "",
      `${first.channel}${first.file}`,
    );
}

function checkSubscription({ history }: FeedReading, object: Objector): void {
  const { isArchive, isComplete, previous } = history;
  if (isArchive === true) object("Only an archive says that it is one", "<fh:archive>", "none");
  if (isComplete === null) return;
  if (isComplete && previous !== "")
    object(
      "A feed that leads to archives does not say that it is complete",
      previous,
      "<fh:complete> or prev-archive",
    );
  if (!isComplete && previous === "")
    object("A feed without archives says that it is complete", "", "<fh:complete> or prev-archive");
}

function checkArchive({ history }: FeedReading, currentUrl: string, object: Objector): void {
  const { isArchive, isComplete, current } = history;
  if (isArchive === false) object("An archive says that it is one", "", "<fh:archive>");
  if (isComplete === true) object("An archive does not say that it is complete", "<fh:complete>", "none");
  if (current !== null && current !== currentUrl)
    object("An archive leads to the feed that it belongs to", current, currentUrl);
}

/** RFC 6721: what readers are to forget is not what they are given. */
function checkDeleted(documents: readonly FeedPlace[], objectorFor: ObjectorFor): void {
  const deletions = documents.flatMap(({ path, feed }) => (feed.deleted ?? []).map((id) => ({ path, id })));
  if (deletions.length === 0) return;
  const present = new Set(documents.flatMap(({ feed }) => feed.items.map(({ id }) => id)));
  for (const { path, id } of deletions) {
    if (present.has(id))
      objectorFor(path)("What is deleted is in no document of the channel", id, "another id");
  }
}

/** Readers take two feeds with one id for the same feed, and the documents of a channel for one only by its id. */
function checkFeedIds(channels: ReadonlyMap<string, readonly FeedPlace[]>, objectorFor: ObjectorFor): void {
  const known = new Set<string>();
  for (const documents of channels.values()) {
    const said = documents.filter(({ feed }) => feed.id !== null);
    const [first] = said;
    if (first === undefined) continue;
    const id = first.feed.id ?? "";
    if (known.has(id))
      objectorFor(first.path)("Each channel has an id of its own", id, "an id that no other channel has");
    known.add(id);
    for (const { path, feed } of said) {
      if (feed.id !== id) objectorFor(path)("An archive has the id of its channel", feed.id ?? "", id);
    }
  }
}
