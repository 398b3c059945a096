import { firstSentence } from "../newswire/sentence.ts";

/** Whole sentences are enough if they fill this share of the space, and so are whole words. */
const FULL_SHARE_MIN = 0.5;

/** Where a person sees one character ends, which is the same in every language. */
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * A text's first sentences, as many as fit. If hardly one does, its first words and an ellipsis.
 *
 * @param blocks plain text of paragraphs, headings and the like; none goes on in the next
 * @param charsMax UTF-16 code units, the ellipsis among them
 */
export function makeSummary(blocks: readonly string[], charsMax: number): string {
  let summary = "";
  for (const sentence of sentencesOf(blocks)) {
    const longer = summary + sentence;
    if (longer.trimEnd().length > charsMax) {
      return summary.length > charsMax * FULL_SHARE_MIN ? summary.trimEnd() : cut(longer, charsMax);
    }
    summary = longer;
  }
  return summary.trimEnd();
}

/** Each with the space behind it. */
function* sentencesOf(blocks: readonly string[]): Generator<string> {
  for (const block of blocks) {
    let rest = `${block.replace(/\s+/g, " ").trim()} `.trimStart();
    while (rest !== "") {
      const { length } = firstSentence(rest);
      const end = rest.charAt(length) === " " ? length + 1 : length;
      yield rest.slice(0, end);
      rest = rest.slice(end);
    }
  }
}

/** As many whole words as fit with an ellipsis; of a text written without spaces, characters. */
function cut(text: string, charsMax: number): string {
  const end = graphemes.segment(text.slice(0, 2 * charsMax)).containing(charsMax - 1)?.index ?? 0;
  const space = text.lastIndexOf(" ", end);
  const words = text.slice(0, space > end * FULL_SHARE_MIN ? space : end);
  return `${words.replace(/[\s,;:–—-]+$/, "")}…`;
}
