// npm run wrangler -- login    runs wrangler with the Node it needs and without telemetry
import { once } from "node:events";
import { startWrangler } from "../wrangler.ts";

const [status] = await once(startWrangler(process.argv.slice(2), "inherit"), "exit");
process.exitCode = typeof status === "number" ? status : 1;
