/** Wrangler gives the bytes of a `.bin` file as they are. */
declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}
