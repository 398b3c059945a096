import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { runCli } from "./run-cli.ts";

/** A publication as its owner has it after `npm run init`, with the pages given, not yet ingested. */
export async function startPublication(
  folder: string,
  pages: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { status, stderr } = await runCli([
    ...["init", "--data", folder, "--title", "The Harbour Wire", "--url", "https://wire.harbour.net"],
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  for (const [name, text] of Object.entries(pages)) writePage(folder, name, text);
}

export function writePage(folder: string, name: string, text: string): void {
  const file = join(folder, "newswire", name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

export function readLedgerText(folder: string): string {
  return readFileSync(join(folder, "ledger.json"), "utf8");
}

export const HARBOUR_PAGE = `The harbour authority closed two basins on Tuesday after a crane collapsed.
Engineers said clearing the channel would take four days.


Central bank holds rates and signals patience\thttps://news.harbour.net/a/1
River towns brace for spring floods
Museum returns stolen bell after ninety years
`;
