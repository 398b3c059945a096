/**
 * Puts each table into a box of its own, which scrolls where the page is narrower: with the keyboard, too, and the table stays one
 * to those who hear it.
 *
 * @param html sanitised: no attribute has an angle bracket in it, and every table has its end
 */
export function scrollingTables(html: string): string {
  return html
    .replace(/<table(?: [^<>]*)?>/g, '<div class="wide" tabindex="0">$&')
    .replaceAll("</table>", "</table></div>");
}
