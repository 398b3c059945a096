/**
 * What a frame shows of something that was removed or withdrawn: what its page says (`gone-page.ts`), the reason too, in the page for
 * what is missing.
 *
 * @param missing text of the stored page that `nothingFrame` made
 * @param page text of the stored page that is answered with 410
 */
export function goneFrame(missing: string, page: string): string {
  const [said, heading] = SAID.exec(page)?.slice(1) ?? [];
  if (said === undefined) return missing;
  return missing
    .replace(/<title>[^<]*/, () => `<title>${heading}`)
    .replace(/<h1[^>]*>[^<]*<\/h1>/, () => said);
}

/** Both hold text alone. A layout of one's own may have a heading before them. */
const SAID = /<main id="main"[^>]*>\n(<h1[^>]*>([^<]*)<\/h1>\n<p[^>]*>[^<]*<\/p>)/;
