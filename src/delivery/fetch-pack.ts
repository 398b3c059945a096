/** What `wrangler.toml` binds: files of the build that only the Worker can fetch. */
type Assets = { readonly fetch: (url: string) => Promise<Response> };

/** Of no meaning: the binding looks at the path alone. Never the request's. */
const ORIGIN = "https://assets.local";

/**
 * Fetches a pack from among the Worker's static assets. A request of its own, but one that costs nothing.
 *
 * @param name 16 hex digits
 */
export async function fetchPack(env: { readonly ASSETS?: Assets }, name: string): Promise<ArrayBuffer> {
  if (env.ASSETS === undefined)
    throw new Error(`Cannot fetch pack ${name}: the Worker has no binding ASSETS`);
  const response = await env.ASSETS.fetch(`${ORIGIN}/packs/${name}.bin`);
  if (response.status !== 200) throw new Error(`Cannot fetch pack ${name}: status ${response.status}`);
  return response.arrayBuffer();
}
