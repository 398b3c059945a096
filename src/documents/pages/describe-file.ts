import type { Enclosure } from "../../edition/edition.ts";

const KNOWN_TYPES: ReadonlyMap<string, string> = new Map([
  ["audio/mpeg", "MP3"],
  ["audio/mp4", "M4A"],
  ["audio/x-m4a", "M4A"],
  ["audio/ogg", "Ogg"],
  ["audio/opus", "Opus"],
  ["video/mp4", "MP4"],
  ["video/webm", "WebM"],
  ["application/pdf", "PDF"],
  ["application/epub+zip", "EPUB"],
  ["application/zip", "ZIP"],
]);

/** What a download is, in no language, as far as it is known: `MP3, 1.2 MB, 3:05`. */
export function describeFile({ type, length, duration }: Omit<Enclosure, "url" | "title">): string {
  return [
    KNOWN_TYPES.get(type) ?? type,
    ...(length > 0 ? [describeSize(length)] : []),
    ...(duration !== null ? [describeDuration(duration)] : []),
  ].join(", ");
}

/** Decimal units, as browsers show downloads. */
function describeSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  if (bytes < 999_950_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

/** `0:07`, `3:05`, `1:02:03`. */
function describeDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, "0");
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, "0")}:${rest}`;
}
