/**
 * What a table by language has for a language; null if nothing.
 *
 * @param tables by BCP 47 tags in lower case: `en`, `en-us`; Chinese by its script: `zh-hans`
 * @param language BCP 47
 */
export function tableOf<Table>(tables: Readonly<Record<string, Table>>, language: string): Table | null {
  const tag = language.toLowerCase();
  const [primary = ""] = tag.split("-");
  const candidates = primary === "zh" ? [TRADITIONAL.test(tag) ? "zh-hant" : "zh-hans"] : [tag, primary];
  const found = candidates.find((candidate) => Object.hasOwn(tables, candidate));
  return found === undefined ? null : (tables[found] ?? null);
}

/** Where no script is said, the region tells it. */
const TRADITIONAL = /-hant(?![a-z])|^zh-(?:tw|hk|mo)(?![a-z])/;
