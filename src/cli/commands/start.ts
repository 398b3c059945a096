// npm start [-- --port 9000]    serves what data/ holds on this machine, and follows every save
import { join } from "node:path";
import { requireFreePort, waitUntilServed } from "../loopback.ts";
import { DATA, ROOT, typedPath } from "../paths.ts";
import { Preview } from "../preview.ts";
import { CommandError, readArguments, runCommand } from "../run-command.ts";
import { watchData } from "../watch-data.ts";
import { startWrangler } from "../wrangler.ts";

await runCommand(async () => {
  const { values } = readArguments(
    {
      options: {
        port: { type: "string", default: "8787" },
        data: { type: "string", default: DATA },
        out: { type: "string" },
      },
    },
    "npm start [-- --port 9000] [--data FOLDER] [--out FOLDER]",
  );
  const port = readPort(values.port);
  const url = `http://127.0.0.1:${port}`;
  const data = typedPath(values.data);
  // A folder for each port: two of them may run side by side.
  const out = typedPath(values.out ?? join(ROOT, ".start", String(port)));
  await requireFreePort(port);

  const preview = new Preview(data, out, url);
  await preview.start();
  const server = startWrangler(
    [
      "dev",
      // Without being told, wrangler looks for it above the script.
      "--config",
      join(ROOT, "wrangler.toml"),
      join(preview.worker, "worker.js"),
      "--assets",
      preview.assets,
      // Of what lies below `assets` this very folder alone is not watched: packs are there before the edition that refers to them, and
      // change nothing by themselves.
      "--persist-to",
      preview.packs,
      "--port",
      String(port),
      "--show-interactive-dev-session=false",
      "--log-level=warn",
    ],
    "inherit",
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => server.kill(signal));
  // Whoever started us may be killed without a word; then nothing may go on holding the port.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || server.kill("SIGTERM"), 1000).unref();
  server.on("exit", (code) => process.exit(code ?? 0));
  await waitUntilServed(`${url}/rss.xml`);
  await watchData(data, () => preview.refresh());
  console.log(`
Paste one of these into a feed reader:
  ${url}/rss.xml
  ${url}/atom.xml
  ${url}/feed.json
For people: ${url}/
Watching ${data}: save a file and the feeds follow. Stop with Ctrl-C.
`);
});

function readPort(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65535) return port;
  throw new CommandError(`Cannot listen on port ${JSON.stringify(value)}; expected a number from 1 to 65535`);
}
