// npm run deploy [-- --paid]    builds what data/ holds and hands it to Cloudflare
import { once } from "node:events";
import { join } from "node:path";
import { isExampleAddress } from "../../edition/example-address.ts";
import { buildWorker } from "../build-worker.ts";
import { DATA, DIST, typedPath } from "../paths.ts";
import { readData } from "../read-data.ts";
import { requireLedger } from "../require-ledger.ts";
import { CommandError, readArguments, runCommand } from "../run-command.ts";
import { isSample } from "../sample.ts";
import { startWrangler } from "../wrangler.ts";

await runCommand(async () => {
  const { values } = readArguments(
    { options: { data: { type: "string", default: DATA }, paid: { type: "boolean", default: false } } },
    "npm run deploy [-- --paid] [--data FOLDER]",
  );
  const data = typedPath(values.data);
  const { site, ledger } = await readData(data);
  if (isExampleAddress(site.url)) {
    throw new CommandError(
      `Cannot deploy: url in ${join(data, "site.yaml")} is still ${site.url}, where no reader can go; expected the address your readers will use`,
      1,
    );
  }
  if (isSample(requireLedger(ledger, data))) {
    throw new CommandError(
      `Cannot deploy: ${join(data, "ledger.json")} still has the sample's namespace, so your items would share ids with everybody else's; make your own with: npm run init`,
      1,
    );
  }
  await buildWorker(data, DIST, new Date(), values.paid ? "paid" : "free");
  const [status] = await once(startWrangler(["deploy"], "inherit"), "exit");
  process.exitCode = status ?? 1;
});
