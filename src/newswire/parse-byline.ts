const BYLINE = /^(?:By|BY|by|Von|VON|Par|PAR|Por|POR):?\s+(\S.*)$/;
/** Words inside names and between them that start in lower case. */
const SMALL_WORDS = new Set(
  "and und et y e i en & de da do dos das del della di du des la le van von vom zu zur der den ter ten te bin bint ibn al el ben of for in at the with".split(
    " ",
  ),
);
const STARTS_NAME =
  /^["“'‘(]?(?:(?:(?:van|von|de)(?: (?:la|der|den))?|di|da|du|bin|ibn) |al[-'’])*\p{Lu}|^\p{Lo}/u;
const NAME_WORDS_MAX = 14;
const BYLINE_CHARS_MAX = 140;

/** Who a byline names, as written (`Jane Doe and Juan Pérez`), or null if the line is none: every name starts in upper case. */
export function parseByline(text: string): string | null {
  if (text.length > BYLINE_CHARS_MAX) return null;
  const names = BYLINE.exec(text)?.[1];
  if (names === undefined || /[.。!?:;,]$/.test(names.replace(/\b(?:Jr|Sr|Dr|Ph\.?D|M\.?D|[A-Z])\.$/, "")))
    return null;
  const words = names.split(" ");
  if (words.length > NAME_WORDS_MAX) return null;
  return words.every(isNameWord) && STARTS_NAME.test(names) ? names : null;
}

function isNameWord(word: string): boolean {
  return (
    SMALL_WORDS.has(word) ||
    /^(?:["“'‘(]?[\p{Lu}\p{Lt}\p{Lo}]|(?:al|el|d|l|O)[-'’]\p{Lu}|[|/–—-]$)/u.test(word)
  );
}
