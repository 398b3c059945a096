// Started by same-bytes.test.ts under several environments.
import { renderDocuments } from "../../src/documents/render-documents.ts";
import { goldenEdition } from "./golden-edition.ts";
import { sampleScripts } from "./sample-scripts.ts";

const documents = [...renderDocuments(goldenEdition, sampleScripts)].map(
  ({ shows: _, ...document }) => document,
);
process.stdout.write(JSON.stringify(documents));
