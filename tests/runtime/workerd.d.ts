declare module "workerd" {
  /** CommonJS: the path of the binary stands one `default` deeper. */
  const exported: { readonly default: string };
  export default exported;
}
