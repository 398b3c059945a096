/** The address that the sample publication has; nobody can deploy to it. */
export const EXAMPLE_URL = "https://teleprinter.example";

/** Whether an address is one of those that are reserved for examples, tests and one's own machine (RFC 2606, RFC 6761). */
export function isExampleAddress(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? "";
  return /(?:^|\.)(?:example|example\.(?:com|org|net)|test|invalid|localhost)\.?$|^127\.|^\[::1\]$/.test(
    host,
  );
}
