// npm run init [-- --title "The Harbour Wire" --url https://wire.example.org]    starts a publication of one's own
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseDocument } from "yaml";
import { digestText } from "../../edition/digest-text.ts";
import { formatLedger } from "../../edition/format-ledger.ts";
import { foundLedger } from "../../edition/found-ledger.ts";
import type { Ledger } from "../../edition/ledger.ts";
import { parseSite } from "../../edition/parse-site.ts";
import { DATA, typedPath } from "../paths.ts";
import { type Data, readData } from "../read-data.ts";
import { CommandError, readArguments, runCommand } from "../run-command.ts";
import { isSample } from "../sample.ts";
import { writeWhole } from "../write-whole.ts";

const USAGE = 'npm run init -- --title "The Harbour Wire" --url https://wire.example.org [--data FOLDER]';

const NEW_SITE = `# Who publishes. docs/site.md lists every key.
title:
url:
language: en
timeZone: UTC
`;

await runCommand(async () => {
  const { values } = readArguments(
    {
      options: {
        title: { type: "string" },
        url: { type: "string" },
        data: { type: "string", default: DATA },
      },
    },
    USAGE,
  );
  const folder = typedPath(values.data);
  const before = await readBefore(folder);
  const title = values.title ?? (await ask("Title of the publication: "));
  const url = values.url ?? (await ask("Address it will be served from, such as https://wire.example.org: "));
  const site = await makeSite(folder, title, url);
  parseSite(site);

  // The ledger comes last: interrupted before it, the sample is still the sample, and init can be run again.
  if (before !== null) await removeSample(folder, before);
  await mkdir(join(folder, "newswire"), { recursive: true });
  await writeWhole(join(folder, "site.yaml"), site);
  await writeWhole(join(folder, "ledger.json"), formatLedger(foundLedger(randomUUID(), new Date())));
  console.log(`${folder} is now the publication ${JSON.stringify(title)} with a namespace of its own
Next: put newswire pages into ${join(folder, "newswire")} and Markdown articles into ${join(folder, "articles")}, look at them with npm start, then run npm run ingest and commit data/`);
});

/** The sample that stands there now, or null for an empty place. Any other publication is left alone. */
async function readBefore(folder: string): Promise<(Data & { readonly ledger: Ledger }) | null> {
  const ledgerFile = join(folder, "ledger.json");
  if (!(await exists(ledgerFile))) return null;
  const data = await readData(folder);
  if (data.ledger !== null && isSample(data.ledger)) return { ...data, ledger: data.ledger };
  throw new CommandError(
    `Cannot start a publication in ${folder}: ${ledgerFile} already is one's ledger, and without it every reader would get everything twice; name another folder with --data`,
  );
}

/** Takes away the pages of the sample, but none that somebody has changed. */
async function removeSample(
  folder: string,
  { ledger, candidates }: Data & { readonly ledger: Ledger },
): Promise<void> {
  const sampleTexts = new Set(
    ledger.items.flatMap(({ files }) => Object.entries(files).map((entry) => entry.join("\n"))),
  );
  const files = new Set(candidates.map(({ file }) => file));
  for (const candidate of candidates) {
    if (!sampleTexts.has(`${candidate.file}\n${digestText(candidate)}`)) files.delete(candidate.file);
  }
  for (const file of files) await rm(join(folder, file));
}

/** The settings there with the new title and address; comments stay. */
async function makeSite(folder: string, title: string, url: string): Promise<string> {
  const file = join(folder, "site.yaml");
  const site = parseDocument((await exists(file)) ? await readFile(file, "utf8") : NEW_SITE);
  site.set("title", title);
  site.set("url", url);
  return site.toString({ lineWidth: 0 });
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new CommandError(`Nobody can be asked here: give title and address\nUsage: ${USAGE}`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}
