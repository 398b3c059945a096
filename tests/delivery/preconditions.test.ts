import { describe, expect, test } from "vitest";
import { evaluatePreconditions } from "../../src/delivery/preconditions.ts";
import { ask, etagOfPath, FUTURE_PATH, NOW } from "./sample-app.ts";

const WEAK = etagOfPath("/rss.xml");
const STRONG = WEAK.slice(2);
const OPAQUE = STRONG.slice(1, -1);
const SAME = "Fri, 16 Jan 2026 09:30:00 GMT";
const BEFORE = "Fri, 16 Jan 2026 09:29:59 GMT";
const AFTER = "Fri, 16 Jan 2026 09:30:01 GMT";

type Row = { sends: Record<string, string>; answers: 200 | 304 | 412; because: string; path?: string };

const rows: Row[] = [
  { sends: {}, answers: 200, because: "§13.2.2: no condition" },

  { sends: { "If-None-Match": WEAK }, answers: 304, because: "§13.1.2: the tag it was given" },
  { sends: { "If-None-Match": STRONG }, answers: 304, because: "§8.8.3.2: weak comparison" },
  { sends: { "If-None-Match": `w/${STRONG}` }, answers: 304, because: "a proxy that lower-cases" },
  { sends: { "If-None-Match": 'W/"0000"' }, answers: 200, because: "§13.1.2: another tag" },
  {
    sends: { "If-None-Match": `W/"${OPAQUE.toUpperCase()}x"` },
    answers: 200,
    because: "§8.8.3: tags are case-sensitive",
  },
  { sends: { "If-None-Match": "*" }, answers: 304, because: "§13.1.2: any representation" },
  {
    sends: { "If-None-Match": " \t* " },
    answers: 304,
    because: "§5.5: white space around a field is not part of it",
  },
  { sends: { "If-None-Match": '"*"' }, answers: 200, because: "§13.1.2: a tag, not the asterisk" },
  { sends: { "If-None-Match": `"0000", ${WEAK}` }, answers: 304, because: "§5.6.1: a list" },
  { sends: { "If-None-Match": `${WEAK},"0000"` }, answers: 304, because: "§5.6.1: a list without spaces" },
  {
    sends: { "If-None-Match": `"0000" ,\t${STRONG}\t, "1111"` },
    answers: 304,
    because: "§5.6.1: a list, any white space",
  },
  {
    sends: { "If-None-Match": `, ,,${WEAK},,` },
    answers: 304,
    because: "§5.6.1.2: empty members are ignored",
  },
  { sends: { "If-None-Match": '"0000", W/"1111"' }, answers: 200, because: "§13.1.2: none of the list" },
  {
    sends: { "If-None-Match": `"a, ${OPAQUE}"` },
    answers: 200,
    because: "§8.8.3: a comma inside a tag divides nothing",
  },
  {
    sends: { "If-None-Match": `"${OPAQUE}, b"` },
    answers: 200,
    because: "§8.8.3: a comma inside a tag divides nothing",
  },
  {
    sends: { "If-None-Match": `"a,b", ${WEAK}` },
    answers: 304,
    because: "§8.8.3: the list goes on behind such a tag",
  },
  { sends: { "If-None-Match": "" }, answers: 200, because: "§13.1.2: an empty list holds nothing" },
  { sends: { "If-None-Match": '""' }, answers: 200, because: "§8.8.3: the empty tag is not ours" },
  { sends: { "If-None-Match": OPAQUE }, answers: 304, because: "clients that lose the quotes" },
  {
    sends: { "If-None-Match": `W/${OPAQUE}` },
    answers: 304,
    because: "clients that lose the quotes of a weak tag",
  },
  { sends: { "If-None-Match": `"${OPAQUE}` }, answers: 200, because: "§8.8.3: cut off, no tag" },
  { sends: { "If-None-Match": `"${OPAQUE}-gzip"` }, answers: 304, because: "Apache marks what it encoded" },
  {
    sends: { "If-None-Match": `"${OPAQUE}"-gzip` },
    answers: 304,
    because: "older Apache marks it behind the quotes",
  },
  { sends: { "If-None-Match": `W/"${OPAQUE}-gzip"` }, answers: 304, because: "marked, then weakened" },
  { sends: { "If-None-Match": `"${OPAQUE}--gzip"` }, answers: 304, because: "Jetty marks with two dashes" },
  { sends: { "If-None-Match": `"${OPAQUE}-br"` }, answers: 304, because: "marked as brotli" },
  { sends: { "If-None-Match": `"${OPAQUE};gzip"` }, answers: 304, because: "marked with a semicolon" },
  { sends: { "If-None-Match": `"${OPAQUE}:zstd"` }, answers: 304, because: "marked with a colon" },
  { sends: { "If-None-Match": `"0000-gzip", "${OPAQUE}-gzip"` }, answers: 304, because: "marked, in a list" },
  {
    sends: { "If-None-Match": `"${OPAQUE}-other"` },
    answers: 200,
    because: "no encoding's name: another tag",
  },
  { sends: { "If-None-Match": `"${OPAQUE}gzip"` }, answers: 200, because: "no mark: another tag" },
  { sends: { "If-None-Match": `"x${OPAQUE}"` }, answers: 200, because: "ours, but only at its end" },
  { sends: { "If-None-Match": `"${OPAQUE.slice(0, 8)}"` }, answers: 200, because: "the beginning of ours" },

  { sends: { "If-Modified-Since": SAME }, answers: 304, because: "§13.1.3: the date it was given" },
  { sends: { "If-Modified-Since": AFTER }, answers: 304, because: "§13.1.3: not changed since" },
  { sends: { "If-Modified-Since": BEFORE }, answers: 200, because: "§13.1.3: changed since" },
  {
    sends: { "If-Modified-Since": "Friday, 16-Jan-26 09:30:00 GMT" },
    answers: 304,
    because: "§5.6.7: rfc850-date",
  },
  {
    sends: { "If-Modified-Since": "Friday, 16-Jan-26 09:29:59 GMT" },
    answers: 200,
    because: "§5.6.7: rfc850-date",
  },
  {
    sends: { "If-Modified-Since": "Fri Jan 16 09:30:00 2026" },
    answers: 304,
    because: "§5.6.7: asctime-date",
  },
  {
    sends: { "If-Modified-Since": "Fri Jan  2 09:30:00 2026" },
    answers: 200,
    because: "§5.6.7: asctime-date, one digit",
  },
  { sends: { "If-Modified-Since": ` ${SAME}\t` }, answers: 304, because: "§5.5: white space around a field" },
  {
    sends: { "If-Modified-Since": "Mon, 16 Jan 2026 09:30:00 GMT" },
    answers: 304,
    because: "§13.1.3: not our text, but the same moment",
  },
  {
    sends: { "If-Modified-Since": SAME.toLowerCase() },
    answers: 200,
    because: "§5.6.7: dates are case-sensitive, so this is none",
  },
  {
    sends: { "If-Modified-Since": "Tue, 01 Jan 2019 00:00:00 GMT" },
    answers: 200,
    because: "a reader whose clock is years behind still gets what is new",
  },
  {
    sends: { "If-Modified-Since": "Sat, 16 Jan 2027 09:30:00 GMT" },
    answers: 304,
    because: "§13.1.3: a date ahead is a date",
  },
  { sends: { "If-Modified-Since": "yesterday" }, answers: 200, because: "§13.1.3: not a date, ignored" },
  {
    sends: { "If-Modified-Since": "2026-01-16T09:30:00Z" },
    answers: 200,
    because: "§5.6.7: not one of the three forms",
  },
  { sends: { "If-Modified-Since": "0" }, answers: 200, because: "§13.1.3: not a date, ignored" },
  { sends: { "If-Modified-Since": "" }, answers: 200, because: "§13.1.3: not a date, ignored" },
  {
    sends: { "If-Modified-Since": `${SAME}, ${SAME}` },
    answers: 200,
    because: "§13.1.3: more than one, ignored",
  },
  {
    sends: { "If-Modified-Since": SAME },
    path: "/",
    answers: 200,
    because: "§13.1.3: a page has no date to compare",
  },

  {
    sends: { "If-None-Match": WEAK, "If-Modified-Since": BEFORE },
    answers: 304,
    because: "§13.1.3: the tag decides",
  },
  {
    sends: { "If-None-Match": '"0000"', "If-Modified-Since": SAME },
    answers: 200,
    because: "§13.1.3: the tag decides",
  },
  {
    sends: { "If-None-Match": "", "If-Modified-Since": SAME },
    answers: 200,
    because: "§13.1.3: even an empty one decides",
  },

  { sends: { "If-Match": "*" }, answers: 200, because: "§13.1.1: any representation" },
  { sends: { "If-Match": '"0000"' }, answers: 412, because: "§13.1.1: another tag" },
  {
    sends: { "If-Match": WEAK },
    answers: 412,
    because: "§13.1.1: strong comparison, and a weak tag never matches",
  },
  { sends: { "If-Match": STRONG }, answers: 412, because: "§8.8.3.2: ours is weak" },
  { sends: { "If-Match": "" }, answers: 412, because: "§13.1.1: an empty list holds nothing" },
  {
    sends: { "If-Match": "*", "If-None-Match": WEAK },
    answers: 304,
    because: "§13.2.2: step 3 follows step 1",
  },
  {
    sends: { "If-Match": '"0000"', "If-None-Match": WEAK },
    answers: 412,
    because: "§13.2.2: step 1 comes first",
  },
  {
    sends: { "If-Match": "*", "If-Unmodified-Since": BEFORE },
    answers: 200,
    because: "§13.1.4: ignored beside If-Match",
  },

  { sends: { "If-Unmodified-Since": SAME }, answers: 200, because: "§13.1.4: not changed since" },
  { sends: { "If-Unmodified-Since": AFTER }, answers: 200, because: "§13.1.4: not changed since" },
  { sends: { "If-Unmodified-Since": BEFORE }, answers: 412, because: "§13.1.4: changed since" },
  {
    sends: { "If-Unmodified-Since": "Friday, 16-Jan-26 09:29:59 GMT" },
    answers: 412,
    because: "§5.6.7: rfc850-date",
  },
  { sends: { "If-Unmodified-Since": "yesterday" }, answers: 200, because: "§13.1.4: not a date, ignored" },
  {
    sends: { "If-Unmodified-Since": BEFORE },
    path: "/",
    answers: 200,
    because: "§13.1.4: a page has no date to compare",
  },
  {
    sends: { "If-Unmodified-Since": BEFORE, "If-None-Match": WEAK },
    answers: 412,
    because: "§13.2.2: step 2 comes first",
  },
  {
    sends: { "If-Unmodified-Since": SAME, "If-None-Match": WEAK },
    answers: 304,
    because: "§13.2.2: step 3 follows step 2",
  },
  {
    sends: { "If-Unmodified-Since": SAME, "If-Modified-Since": SAME },
    answers: 304,
    because: "§13.2.2: step 4 follows step 2",
  },

  {
    sends: { Range: "bytes=0-9", "If-Range": WEAK },
    answers: 200,
    because: "§14.2: a server may ignore Range",
  },
  {
    sends: { Range: "bytes=0-9", "If-None-Match": WEAK },
    answers: 304,
    because: "§13.2.2: step 5 comes last",
  },

  {
    sends: { "If-Modified-Since": "Sat, 24 Oct 2026 12:00:00 GMT" },
    path: FUTURE_PATH,
    answers: 200,
    because: "§8.8.2.1: our own date is not to be believed yet",
  },
  {
    sends: { "If-Modified-Since": "Fri, 23 Oct 2026 13:00:00 GMT" },
    path: FUTURE_PATH,
    answers: 200,
    because: "§8.8.2.1: not even when it is sent back word for word",
  },
  {
    sends: { "If-None-Match": "*", "If-Modified-Since": "yesterday" },
    path: FUTURE_PATH,
    answers: 304,
    because: "§13.1.2: the asterisk needs no date",
  },
  {
    sends: { "If-Unmodified-Since": SAME },
    path: FUTURE_PATH,
    answers: 200,
    because: "§8.8.2.1: our own date is not to be believed yet",
  },
  {
    sends: { "If-None-Match": etagOfPath(FUTURE_PATH) },
    path: FUTURE_PATH,
    answers: 304,
    because: "§13.1.2: the tag is good all the same",
  },
];

describe.each(["GET", "HEAD"])("%s, by RFC 9110", (method) => {
  test.each(rows)(
    "of $path with $sends is answered with $answers ($because)",
    async ({ sends, answers, path = "/rss.xml" }) => {
      const response = await ask(path, { method, headers: sends });
      expect(response.status).toBe(answers);
      if (answers === 304) expect(response.body).toBeNull();
    },
  );
});

type StrongRow = { ifMatch: string; verdict: string; because: string };
const strongRows: StrongRow[] = [
  { ifMatch: '"a"', verdict: "proceed", because: "the same strong tag" },
  { ifMatch: '"b", "a"', verdict: "proceed", because: "one of a list" },
  { ifMatch: 'W/"a"', verdict: "precondition-failed", because: "a weak one is never strongly equal" },
  { ifMatch: '"a-gzip"', verdict: "precondition-failed", because: "other bytes, so another strong tag" },
];
test.each(strongRows)(
  "If-Match: $ifMatch to a strong tag gives $verdict ($because)",
  ({ ifMatch, verdict }) => {
    const validators = { etag: '"a"', lastModified: null, headers: {} };
    expect(evaluatePreconditions(new Headers({ "If-Match": ifMatch }), validators, () => NOW)).toBe(verdict);
  },
);
