import { createApp } from "./delivery/create-app.ts";
import { unpackRepresentations } from "./delivery/unpack-representations.ts";
// Not here, but beside the built Worker: an edition is published by replacing it.
import packed from "./representations.bin";

export default createApp(unpackRepresentations(packed), () => new Date());
