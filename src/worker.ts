import { env } from "cloudflare:workers";
import { createApp } from "./delivery/create-app.ts";
import { fetchPack } from "./delivery/fetch-pack.ts";
import { unpackEdition } from "./delivery/unpack-edition.ts";
// Not here, but beside the built Worker: an edition is published by replacing it.
import packed from "./representations.bin";

const store = unpackEdition(packed, (name) => fetchPack(env, name));

export default createApp(store, () => new Date());
