/** Marks that end a statement in the world's scripts: Latin, Chinese and Japanese (also full and half width), Hindi, Urdu, Ethiopic, Burmese, Khmer, Armenian. */
const FULL_STOPS = ".。．｡।॥۔።။។։";
const CLOSERS = "\"'”’»›）)]}」』】〉》“‘";
/** Full stops behind which a sentence may go on without a space. */
const UNSPACED_STOPS = "。．｡";
const OPENERS = "\"'“‘«‹„‚（([{「『【〈《¿¡";

/** Words that are written with a full stop and end no sentence by it. Case counts: `Gen.` is a rank, `gen.` nothing. */
const ABBREVIATIONS = new Set(
  `Mr Mrs Ms Mx Dr Prof Rev Fr Hon Pres Gov Lt Col Gen Maj Capt Cmdr Adm Sgt Cpl Pvt Sen Rep Sens Reps Supt Insp Det Amb Msgr
  Jr Sr Esq St Ste Mt Ft Ave Blvd Rd Inc Corp Co Cos Ltd Bros Assn Dept Mfg Intl Govt
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri 
  Ala Ariz Calif Colo Conn Fla Ga Ind Kan Ky Md Mich Minn Mont Neb Nev Okla Pa Tenn Tex Va Vt Wash Wis Wyo
  Sra Srta Dra Sres Mme Mlle Mgr Hr Ud Uds
  v vs etc al approx ca cf dept incl nr bzw usw vgl sog inkl ggf usf av env p.ej EE UU`.split(/\s+/),
);
/** Those that stand only before a number: `No. 5`. */
const NUMBER_WORDS = new Set(["No", "no", "Nr", "Nos", "p", "pp", "Art", "Sec", "Fig", "Vol"]);
/** Abbreviations that may end a sentence, and the words that show that they do: headlines capitalise others, too. */
const MAY_END = /^(?:Inc|Corp|Co|Ltd|Jr|Sr|etc|\p{L}{1,2}(?:\.\p{L}{1,2})+)$/u;
const SENTENCE_STARTER = /^(?:The|He|She|They|It|We|His|Her|Its|Their)\s/;
/** `16. Januar` is an ordinal. */
const GERMAN_MONTH = /^\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/;

/** How far behind the start of a text a sentence is looked for: longer ones are cut anyway. */
const SENTENCE_CHARS_MAX = 600;

/** Whether the text ends a sentence with a full stop; those of abbreviations and three dots don't count. */
export function endsWithFullStop(text: string): boolean {
  return finalStop(text) !== -1;
}

/** The text without the full stop that ends it, also where that stands inside closing quotes. */
export function withoutFullStop(text: string): string {
  const stop = finalStop(text);
  return stop === -1 ? text : text.slice(0, stop) + text.slice(stop + 1);
}

/** Whether a full stop ends a sentence inside the text and another one follows. For lines: reads at most 600 characters. */
export function hasTwoSentences(text: string): boolean {
  return sentenceEnd(text, FULL_STOPS) !== -1;
}

/** The first sentence with the mark that ends it; the whole text if it has only one. Reads at most 600 characters. */
export function firstSentence(text: string): string {
  const end = sentenceEnd(text, `${FULL_STOPS}?!？！؟`);
  return end === -1 ? text : text.slice(0, end);
}

/** Place of the final full stop, -1 if the text does not end with one. */
function finalStop(text: string): number {
  let at = text.length - 1;
  // French sets a space before the closing mark: `« Nous partons. »`
  while (
    at >= 0 &&
    (CLOSERS.includes(text.charAt(at)) || (text.charAt(at + 1) === "»" && isSpace(text.charAt(at))))
  )
    at--;
  const mark = text.charAt(at);
  if (at < 0 || !FULL_STOPS.includes(mark)) return -1;
  if (mark !== ".") return at;
  if (text.charAt(at - 1) === ".") return -1;
  return isAbbreviation(wordBefore(text, at)) ? -1 : at;
}

/** Where the first sentence ends, behind its mark and closing quotes, if another one follows; else -1. */
function sentenceEnd(text: string, marks: string): number {
  const last = Math.min(text.length, SENTENCE_CHARS_MAX);
  for (let at = 0; at < last; at++) {
    const mark = text.charAt(at);
    if (!marks.includes(mark)) continue;
    let end = at + 1;
    while (end < last && (marks.includes(text.charAt(end)) || CLOSERS.includes(text.charAt(end)))) end++;
    // A mark before any word ends nothing: `2. Liga startet wieder`.
    const told = /\p{L}/u.test(text.slice(0, at));
    if (told && startsSentence(text, end, mark) && !(mark === "." && isAbbreviatedAt(text, at, end)))
      return end;
    at = end - 1;
  }
  return -1;
}

function startsSentence(text: string, at: number, mark: string): boolean {
  if (at >= text.length) return false;
  const spaced = isSpace(text.charAt(at));
  if (!spaced && !UNSPACED_STOPS.includes(mark) && mark !== "？" && mark !== "！") return false;
  let start = spaced ? at + 1 : at;
  while (OPENERS.includes(text.charAt(start)) && start < text.length) start++;
  return /^[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Extended_Pictographic}]/u.test(text.slice(start, start + 2));
}

function isAbbreviatedAt(text: string, stop: number, end: number): boolean {
  // Three dots leave a sentence open, and a stop behind them is theirs.
  if (text.charAt(stop + 1) === "." || text.charAt(stop - 1) === ".") return true;
  if (CLOSERS.includes(text.charAt(stop + 1)) && end > stop + 1) return false;
  const word = wordBefore(text, stop);
  const next = text.slice(end, end + 12);
  if (MAY_END.test(word) && SENTENCE_STARTER.test(next.trimStart())) return false;
  // A lone capital is an initial here: `J. Hale`.
  if (/^\p{Lu}$/u.test(word) || isAbbreviation(word)) return true;
  return (
    (isAmong(NUMBER_WORDS, word) && /^\s\d/.test(next)) || (/^\d{1,2}$/.test(word) && GERMAN_MONTH.test(next))
  );
}

function isAbbreviation(word: string): boolean {
  // `U.S`, `a.m`, `z.B`, `U.S.S.R`: letters with stops between. `EE. UU.`: a plural in Spanish.
  return isAmong(ABBREVIATIONS, word) || /^\p{L}{1,2}(\.\p{L}{1,2})+$/u.test(word);
}

/** Whether the word is one of them, also in a line of capitals: `LUMEN SHIPPING INC.`, `INDIA VS. PAKISTAN` */
function isAmong(words: ReadonlySet<string>, word: string): boolean {
  if (words.has(word)) return true;
  if (word.length < 2 || word !== word.toUpperCase()) return false;
  const small = word.toLowerCase();
  return words.has(small) || words.has(word.charAt(0) + small.slice(1));
}

/** The letters, digits and inner stops right before `at`, at most 12 of them. */
function wordBefore(text: string, at: number): string {
  return /[\p{L}\p{M}\p{N}.]*$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0].replace(/^\.+/, "") ?? "";
}

function isSpace(character: string): boolean {
  return character.trim() === "";
}
