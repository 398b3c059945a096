import type { Scripts } from "../../src/documents/scripts.ts";

/** Stand for what `bundleScripts()` makes: documents do not look into them. */
export const sampleScripts: Scripts = {
  subscribe: "// subscribe\n",
  builder: "// builder\n",
  frame: "// frame\n",
  embed: [{ version: "1.0.0", text: "// embed\n", integrity: "sha384-c2FtcGxl" }],
};
