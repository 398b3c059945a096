import { createApp } from "./delivery/create-app.ts";
import { unpackEdition } from "./delivery/unpack-edition.ts";
// Not here, but beside the built Worker: an edition is published by replacing it.
import packed from "./representations.bin";

export default createApp(unpackEdition(packed), () => new Date());
