import fc from "fast-check";
import { expect, test } from "vitest";
import { parseHttpDate } from "../../src/delivery/http-date.ts";
import { NOW } from "./sample-app.ts";

type Row = { text: string; is: string | null; because: string };

const rows: Row[] = [
  { text: "Sun, 06 Nov 1994 08:49:37 GMT", is: "1994-11-06T08:49:37Z", because: "IMF-fixdate" },
  { text: "Sunday, 06-Nov-94 08:49:37 GMT", is: "1994-11-06T08:49:37Z", because: "rfc850-date" },
  { text: "Sun Nov  6 08:49:37 1994", is: "1994-11-06T08:49:37Z", because: "asctime-date" },
  { text: "Wed Nov 16 08:49:37 1994", is: "1994-11-16T08:49:37Z", because: "asctime-date with two digits" },
  {
    text: "Mon, 06 Nov 1994 08:49:37 GMT",
    is: "1994-11-06T08:49:37Z",
    because: "a wrong day of the week does no harm",
  },
  { text: "Tue, 29 Feb 2028 00:00:00 GMT", is: "2028-02-29T00:00:00Z", because: "a leap year" },
  { text: "Sat, 31 Dec 2016 23:59:60 GMT", is: "2017-01-01T00:00:00Z", because: "a leap second" },
  { text: "Thu, 01 Jan 1970 00:00:00 GMT", is: "1970-01-01T00:00:00Z", because: "the epoch" },
  {
    text: "Wed, 01 Jan 0026 00:00:00 GMT",
    is: "0026-01-01T00:00:00Z",
    because: "four digits are meant as they stand",
  },
  {
    text: "Thursday, 22-Oct-76 12:00:00 GMT",
    is: "2076-10-22T12:00:00Z",
    because: "not over 50 years ahead",
  },
  {
    text: "Friday, 23-Oct-76 12:00:00 GMT",
    is: "2076-10-23T12:00:00Z",
    because: "50 years ahead to the second",
  },
  {
    text: "Saturday, 23-Oct-76 12:00:01 GMT",
    is: "1976-10-23T12:00:01Z",
    because: "over 50 years ahead, so past",
  },
  {
    text: "Friday, 01-Jan-99 00:00:00 GMT",
    is: "1999-01-01T00:00:00Z",
    because: "over 50 years ahead, so past",
  },
  { text: "Saturday, 01-Jan-00 00:00:00 GMT", is: "2000-01-01T00:00:00Z", because: "this century" },
  { text: "Sun, 6 Nov 1994 08:49:37 GMT", is: null, because: "one digit" },
  { text: "Sun, 06 Nov 1994 08:49:37", is: null, because: "no GMT" },
  { text: "Sun, 06 Nov 1994 08:49:37 UTC", is: null, because: "not GMT" },
  { text: "Sun, 06 Nov 1994 08:49:37 +0000", is: null, because: "not GMT" },
  { text: "sun, 06 nov 1994 08:49:37 gmt", is: null, because: "HTTP dates are case-sensitive" },
  { text: "Sun, 06 Nov 94 08:49:37 GMT", is: null, because: "two digits in the first form" },
  { text: "Sun, 06-Nov-94 08:49:37 GMT", is: null, because: "a short day in the second form" },
  { text: "Sun Nov 6 08:49:37 1994", is: null, because: "no place kept for the second digit" },
  { text: "Sun, 31 Feb 1994 08:49:37 GMT", is: null, because: "no such day" },
  { text: "Sun, 29 Feb 2026 08:49:37 GMT", is: null, because: "no leap year" },
  { text: "Sun, 00 Nov 1994 08:49:37 GMT", is: null, because: "no such day" },
  { text: "Sun, 06 Nov 1994 24:00:00 GMT", is: null, because: "no such hour" },
  { text: "Sun, 06 Nov 1994 08:60:00 GMT", is: null, because: "no such minute" },
  { text: "Sun, 06 Nov 1994 08:49:61 GMT", is: null, because: "no such second" },
  { text: "Sun, 06 Nov 1994 08:49:37 GMT; length=1", is: null, because: "something behind it" },
  { text: "Sun, 06 Foo 1994 08:49:37 GMT", is: null, because: "no such month" },
  { text: "784111777", is: null, because: "a number" },
  { text: "", is: null, because: "nothing" },
];

test.each(rows)("$text is read as $is ($because)", ({ text, is }) => {
  expect(parseHttpDate(text, NOW)?.toISOString() ?? null).toBe(is?.replace("Z", ".000Z") ?? null);
});

test("What Date itself writes as an HTTP date is read back to the second", () => {
  const seconds = fc.integer({ min: -60_000_000_000, max: 250_000_000_000 });
  fc.assert(
    fc.property(seconds, (second) => {
      const date = new Date(second * 1000);
      expect(parseHttpDate(date.toUTCString(), NOW)).toEqual(date);
    }),
    { seed: 1 },
  );
});
