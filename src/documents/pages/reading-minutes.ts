import type { ArticleItem } from "../../edition/edition.ts";

const WORDS_PER_MINUTE = 230;
/** Of scripts that are written without spaces. */
const CHARACTERS_PER_MINUTE = 500;

/** How long most people read at an article, in whole minutes; 0 for less than half a minute. */
export function readingMinutes({ html, paragraphs }: ArticleItem): number {
  const { words, characters } = count(html ?? paragraphs.join(" "));
  return Math.round(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE);
}

/** In one pass, as it is done for every page. Tags count for nothing: in what was sanitised, a `<` begins one. */
function count(text: string): { readonly words: number; readonly characters: number } {
  let [words, characters] = [0, 0];
  let [isTag, isWord] = [false, false];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === LESS) isTag = true;
    const isLetter = !isTag && code > SPACE && code !== NO_BREAK_SPACE;
    const standsAlone = isLetter && isWrittenWithoutSpaces(code);
    if (standsAlone) characters += 1;
    else if (isLetter && !isWord) words += 1;
    isWord = isLetter && !standsAlone;
    if (code === GREATER) isTag = false;
  }
  return { words, characters };
}

const [SPACE, LESS, GREATER, NO_BREAK_SPACE] = [0x20, 0x3c, 0x3e, 0xa0];

/** Thai and Lao, Burmese, Khmer, kana, Han; of the rarer Han the first half of the pair. */
const WITHOUT_SPACES = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x3040, 0x30ff],
  [0x3400, 0x9fff],
  [0xd840, 0xd87f],
  [0xf900, 0xfaff],
] as const;

function isWrittenWithoutSpaces(code: number): boolean {
  return code >= 0x0e00 && WITHOUT_SPACES.some(([first, last]) => code >= first && code <= last);
}
