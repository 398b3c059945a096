import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

type Row = readonly [text: string, timeZone: string, instant: string | null, because: string];

const ROWS: readonly Row[] = [
  ["2026-01-16", "UTC", "2026-01-16T00:00:00.000Z", "a date is midnight"],
  ["2026-01-16", "Asia/Tokyo", "2026-01-15T15:00:00.000Z", "midnight there"],
  ["2026-01-16", "America/New_York", "2026-01-16T05:00:00.000Z", "midnight there"],
  ["2026-01-16T09:30:00", "Europe/Lisbon", "2026-01-16T09:30:00.000Z", "wall time there, in winter"],
  ["2026-07-16T09:30:00", "Europe/Lisbon", "2026-07-16T08:30:00.000Z", "wall time there, in summer"],
  ["2026-01-16T09:30", "Asia/Kathmandu", "2026-01-16T03:45:00.000Z", "minutes will do"],
  ["2026-01-16T09:30:00Z", "Asia/Tokyo", "2026-01-16T09:30:00.000Z", "a zone that is said beats the site's"],
  ["2026-01-16T09:30:00+05:30", "Asia/Tokyo", "2026-01-16T04:00:00.000Z", "an offset, too"],
  ["2026-01-16T09:30:00.900Z", "UTC", "2026-01-16T09:30:00.000Z", "whole seconds"],
  ["2026-03-29T02:30:00", "Europe/Berlin", "2026-03-29T01:30:00.000Z", "skipped: moved on to 03:30"],
  ["2026-10-25T02:30:00", "Europe/Berlin", "2026-10-25T00:30:00.000Z", "twice: the first"],
  ["2026-03-08T02:30:00", "America/New_York", "2026-03-08T07:30:00.000Z", "skipped: moved on to 03:30"],
  ["2026-11-01T01:30:00", "America/New_York", "2026-11-01T05:30:00.000Z", "twice: the first"],
  ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z", "a day that begins at 01:00"],
  ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z", "a day that was left out"],
  ["2026-02-29", "UTC", null, "no such day"],
  ["2026-01-16T25:00:00", "UTC", null, "no such hour"],
  ["yesterday", "UTC", null, "no date"],
  ["2026-01-16", "Mars/Olympus", null, "no such zone"],
];

const HOSTS = [
  { TZ: "UTC", LANG: "C" },
  { TZ: "America/New_York", LANG: "en_US.UTF-8" },
  { TZ: "Europe/Berlin", LANG: "de_DE.UTF-8" },
  { TZ: "Asia/Tehran", LANG: "fa_IR.UTF-8" },
  { TZ: "Pacific/Apia", LANG: "th_TH.UTF-8" },
];

test.each(HOSTS)("dates are read alike on a machine with TZ=$TZ and LANG=$LANG", (host) => {
  const module = new URL("../../src/edition/to-instant.ts", import.meta.url).href;
  const program = `import { toInstant } from ${JSON.stringify(module)};
    const rows = ${JSON.stringify(ROWS)};
    console.log(JSON.stringify(rows.map(([text, zone]) => toInstant(text, zone)?.toISOString() ?? null)))`;
  const folder = fileURLToPath(new URL("../..", import.meta.url).href);
  const options = {
    cwd: folder,
    env: { ...process.env, ...host, LC_ALL: host.LANG, NODE_OPTIONS: "" },
    encoding: "utf8" as const,
  };
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", program], options);
  expect(run.stderr).toBe("");
  const read: unknown = JSON.parse(run.stdout);
  expect(read).toEqual(ROWS.map(([, , instant]) => instant));
});
