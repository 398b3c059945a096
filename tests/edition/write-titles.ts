import type { SeededRandom } from "./seeded-random.ts";
import { NAMES, SMALL, WORDS } from "./vocabulary.ts";

/** How much alike the titles are; nastier means fewer words and more templates. */
export type Style = {
  /** How many words there are to write with. */
  readonly vocabulary: number;
  /** Share of titles that differ from others only in numbers and names. */
  readonly templates: number;
  /** Share of publications that begin every word of a title with a capital. */
  readonly titleCase: number;
};

const TEMPLATES = [
  "{word} kills {number} in {name}",
  "{name} wins {word} prize for {word} in {name}",
  "{name} and {name} sign {word} deal",
  "{number} hurt as {word} hits {name}",
  "{name} beats {name} {number} to {number}",
  "Shares of {name} fall {number} percent",
  "{name} to meet {name} in {name} on Friday",
  "Court jails {name} for {number} years over {word}",
];

const LETTERS_CJK = Array.from(
  "中央銀行金利据置川沿町洪水備港湾当局火曜日倒壊受埠頭閉鎖復旧四日船会社近向求選挙首相辞任発表経済成長率予算案可決",
);

/** A title of 3 to 14 words. */
export function writeTitle(random: SeededRandom, style: Style): string {
  if (random.chance(style.templates)) {
    const filled = fill(random.pick(TEMPLATES), random, style);
    return random.chance(style.titleCase) ? filled.split(" ").map(capital).join(" ") : filled;
  }
  const count = random.between(3, 14);
  const words = Array.from({ length: count }, () => writeWord(random, style));
  // Small words stand between others, never two together.
  for (let i = 1; i < count - 1; i += 2) if (random.chance(0.3)) words[i] = random.pick(SMALL);
  const title = words.map((word, i) => (i === 0 ? capital(word) : word));
  return (random.chance(style.titleCase) ? title.map(capital) : title).join(" ");
}

/** A title in a script without spaces, of 12 to 30 characters. */
export function writeUnspacedTitle(random: SeededRandom): string {
  return Array.from({ length: random.between(12, 30) }, () => random.pick(LETTERS_CJK)).join("");
}

/** The same title as a subeditor leaves it: at most a third of its words changed (of three, one). */
export function editTitle(title: string, random: SeededRandom, style: Style): string {
  const unspaced = !title.includes(" ");
  const words = unspaced ? Array.from(title) : title.split(" ");
  const changes = random.between(1, Math.max(1, Math.floor(words.length / 3)));
  // A place is used once, so that no more words change than there are changes.
  const places = random.shuffle(words.map((_, i) => i)).slice(0, changes);
  const edited = words.flatMap((word, i) => {
    if (!places.includes(i)) return [word];
    const other = unspaced ? random.pick(LETTERS_CJK) : matchCase(writeWord(random, style), word);
    const kind = random.next();
    if (kind < 0.5) return [other];
    if (kind < 0.65 && words.length > 3) return [];
    if (kind < 0.8) return [word, other];
    if (/\d/.test(word)) return [String(random.between(2, 40))];
    return [unspaced ? other : mistype(word, random)];
  });
  if (!unspaced && random.chance(0.2)) edited.push(...edited.splice(0, random.between(1, edited.length - 1)));
  const text = edited.join(unspaced ? "" : " ");
  return text === title ? editTitle(title, random, style) : text;
}

function writeWord(random: SeededRandom, { vocabulary }: Style): string {
  const kind = random.next();
  if (kind < 0.15) return random.pick(NAMES.slice(0, Math.max(8, Math.floor(vocabulary / 8))));
  if (kind < 0.2) return String(random.between(2, 40));
  return random.pickCommon(WORDS.slice(0, vocabulary));
}

function fill(template: string, random: SeededRandom, style: Style): string {
  const text = template.replace(/\{(\w+)\}/g, (_, slot) => {
    if (slot === "number") return String(random.between(2, 9));
    return slot === "name" ? random.pick(NAMES) : random.pick(WORDS.slice(0, style.vocabulary));
  });
  return capital(text);
}

function mistype(word: string, random: SeededRandom): string {
  const at = random.between(0, word.length - 1);
  return word.length < 5 ? `${word}s` : word.slice(0, at) + word.slice(at + 1);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function matchCase(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? capital(word) : word;
}
