/** What stands before the path is whatever somebody sent as the host: it need not be one, and then the URL as it is can't be read. */
export function queryOf({ url }: Request): Pick<URL, "search" | "searchParams"> {
  return new URL(`https://any.invalid${url.slice(url.indexOf("/", "https://".length))}`);
}
