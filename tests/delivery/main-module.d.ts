/** Tells the type checker what `exports` of `cloudflare:workers` holds. */
declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import("../../src/worker.ts");
  }
}
