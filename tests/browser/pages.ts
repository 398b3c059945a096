/** One page of each kind, and of each kind of writing. */
export const PAGES = {
  "the front page": "/",
  "an article": "/articles/after-eleven-years-the-north-pier-lets-the-sea-in-again",
  "an article in Arabic": "/articles/mina-lumen",
  "an article in Japanese": "/articles/港の灯りが戻った夜-三年ぶりに夜行船が出る",
  "an article with long words": "/articles/hafenverwaltungsgebuhrenverordnung-tritt-in-kraft",
  "an article with a recording": "/articles/from-the-quay-12-the-woman-who-tunes-foghorns",
  "a headline": "/headlines/tram-line-4-runs-again-to-the-fish-market",
  "a section": "/sections/harbour",
  "a language": "/languages/ar",
  "a hostile article": "/articles/hostile",
  "a tag with hostile titles": "/tags/hostile",
  "a tag": "/tags/ports",
  "an author": "/authors/ana-weir",
  "a selection": "/channels/port-and-money",
  everything: "/all",
  "all headlines": "/headlines",
  "the feed of a podcast": "/sections/from-the-quay/rss.xml",
  "the corrections": "/corrections",
  "the archive": "/archive",
  "a month": "/archive/2026-01",
  "the feeds": "/feeds",
  "the builder of widgets": "/embed",
  "a channel in a frame": "/embed/all?items=5&summary=yes",
  "an item in a frame": "/embed/articles/after-eleven-years-the-north-pier-lets-the-sea-in-again",
  "a missing page": "/no/such/page",
  "a removed article": "/articles/removed",
  "a withdrawn article": "/articles/withdrawn",
} as const;

/** What a page is answered with. */
export function statusOfPage(path: string): number {
  if (path === PAGES["a missing page"]) return 404;
  // What was withdrawn is a notice that says why, until that is old.
  return path === PAGES["a removed article"] ? 410 : 200;
}
