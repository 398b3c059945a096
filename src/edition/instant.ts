/** An instant as the ledger writes it: RFC 3339, UTC, whole seconds (a started second is dropped). */
export function formatInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, -5)}Z`;
}

/** Milliseconds since 1970 of an instant written by {@link formatInstant}. */
export function instantMs(text: string): number {
  return new Date(text).getTime();
}

/** The same instant without its part of a second. */
export function wholeSeconds(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1000) * 1000);
}

/** The later of two instants written by {@link formatInstant}. */
export function later(a: string, b: string): string {
  return a > b ? a : b;
}
