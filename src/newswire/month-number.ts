/** How months begin in the languages whose date lines we read, lower case: en, de, fr, es, pt, it, nl, ru. The longest beginning that fits decides. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ["jan", "jän", "ene", "gen", "янв"],
  ["feb", "fév", "fev", "фев"],
  ["mar", "mär", "mrz", "maa", "mrt", "март"],
  ["apr", "avr", "abr", "апр"],
  ["may", "mai", "mag", "mei", "mayo", "maio", "мая"],
  ["jun", "juin", "giu", "июн"],
  ["jul", "juil", "lug", "июл"],
  ["aug", "aoû", "aou", "ago", "авг"],
  ["sep", "set", "сен"],
  ["oct", "okt", "out", "ott", "окт"],
  ["nov", "ноя"],
  ["dec", "dez", "déc", "dic", "дек"],
];

/** The whole names and usual short forms: a word that only begins like a month (`Marco`) is none. */
const WHOLE = new Set(
  `jan january januar jänner jän ene enero gen gennaio janvier janv janeiro januari
  feb february februar fév févr février febrero fev fevereiro febbraio februari
  mar march märz mär mrz mars marzo março maart mrt
  apr april avr avril abr abril aprile
  may mai mayo maio maggio mag mei
  jun june juni juin junio junho giugno giu
  jul july juli juil juillet julio julho luglio lug
  aug august août aou aout ago agosto augustus
  sep sept september septembre septiembre setiembre set setembro settembre
  oct october oktober okt octobre octubre out outubro ottobre ott
  nov november novembre noviembre novembro
  dec december dezember dez déc décembre dic diciembre dezembro dicembre
  января февраля марта апреля мая июня июля августа сентября октября ноября декабря`.split(/\s+/),
);

/** 1 to 12, or null if the word, with or without a stop behind it, is no month's name in any letter case. */
export function monthNumber(word: string): number | null {
  const name = word.toLowerCase().replace(/\.$/, "");
  if (!WHOLE.has(name)) return null;
  return BEGINNINGS.findIndex((beginnings) => beginnings.some((beginning) => name.startsWith(beginning))) + 1;
}
