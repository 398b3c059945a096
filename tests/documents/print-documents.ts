// Started by same-bytes.test.ts under several environments.
import { renderDocuments } from "../../src/documents/render-documents.ts";
import { goldenEdition } from "./golden-edition.ts";

process.stdout.write(JSON.stringify([...renderDocuments(goldenEdition)]));
