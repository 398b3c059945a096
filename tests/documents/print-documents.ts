// Started by same-bytes.test.ts under several environments.
import { renderDocuments } from "../../src/documents/render-documents.ts";
import { goldenEdition } from "./golden-edition.ts";

const documents = [...renderDocuments(goldenEdition)].map(({ shows: _, ...document }) => document);
process.stdout.write(JSON.stringify(documents));
