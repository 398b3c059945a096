/**
 * Where on its article's page a correction stands: the page's `id` and the fragment of the correction's URL.
 *
 * @param id the correction's `urn:uuid:`
 */
export function correctionFragment(id: string): string {
  return `correction-${id.slice(-8)}`;
}
