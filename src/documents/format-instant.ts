/** RFC 3339 in UTC with whole seconds, as Atom and JSON Feed write dates: `2026-01-16T09:30:00Z`. */
export function formatInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, -".000Z".length)}Z`;
}
