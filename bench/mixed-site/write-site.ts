import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { formatLedger } from "../../src/edition/format-ledger.ts";
import { foundLedger } from "../../src/edition/found-ledger.ts";
import { SeededRandom } from "../../tests/edition/seeded-random.ts";

const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: "harbour council river bridge ferry market school winter budget strike museum tide grain valley rail court vote fever union coast the a of and in on with after before under".split(
    " ",
  ),
  pt: "porto câmara rio ponte balsa mercado escola inverno orçamento greve museu maré grão vale trem tribunal voto febre união costa o a de e em com depois antes sob".split(
    " ",
  ),
  ar: "ميناء مجلس نهر جسر عبارة سوق مدرسة شتاء ميزانية إضراب متحف مد حبوب واد قطار محكمة تصويت حمى اتحاد ساحل في من على بعد قبل".split(
    " ",
  ),
  ja: "港湾 議会 河川 橋梁 連絡船 市場 学校 冬季 予算 ストライキ 博物館 潮位 穀物 谷間 鉄道 裁判所 投票 発熱 組合 海岸 後に 前に 下で".split(
    " ",
  ),
};
const LANGUAGES = Object.keys(WORDS);
const SECTIONS = 12;
const TAGS = 40;
const AUTHORS = 25;

/** With the lead and the headlines of the newswire pages. */
export const ITEMS_PER_ARTICLE = 1.21;

/**
 * Writes a publication of mixed content, the same one for the same numbers: articles in four languages under 12 sections, 40 tags and
 * 25 authors, pictures, enclosures, corrections, and a newswire page of headlines for every 100 articles.
 */
export function writeSite(folder: string, articles: number, words: number): void {
  const random = new SeededRandom(articles);
  mkdirSync(join(folder, "articles/pictures"), { recursive: true });
  mkdirSync(join(folder, "newswire"), { recursive: true });
  writeFileSync(join(folder, "site.yaml"), siteYaml());
  const ledger = foundLedger("5d3e9a52-7a05-4c0e-9d54-0f6a7d1b2c31", new Date("2026-01-01T00:00:00Z"));
  writeFileSync(join(folder, "ledger.json"), formatLedger(ledger));
  for (let i = 0; i < 50; i += 1) writeFileSync(join(folder, `articles/pictures/p${i}.png`), picture(i));
  for (let i = 0; i < articles; i += 1) {
    const month = join(folder, "articles", `m${Math.floor(i / 500)}`);
    if (i % 500 === 0) mkdirSync(month);
    writeFileSync(join(month, `story-${i}.md`), article(random, i, dateOf(i, articles), words));
    if (i % 100 === 0) writeFileSync(join(folder, `newswire/page-${i}.txt`), page(random, i));
  }
}

function siteYaml(): string {
  return `title: The Mixed Wire
url: https://mixed.wire.test
licence: CC BY 4.0
channels:
  - name: Everything but sport
    exclude:
      sections: [Section 1]
  - name: Brief
    content: summary
    itemsMax: 30
    include:
      kinds: [articles]
`;
}

/** Spread over ten years, however many there are: what is dated in the future would wait. */
function dateOf(i: number, articles: number): string {
  const day = Math.floor((i / articles) * 3650);
  return new Date(Date.UTC(2016, 0, 1 + day, i % 24)).toISOString().slice(0, 19);
}

function article(random: SeededRandom, i: number, day: string, words: number): string {
  const language = LANGUAGES[i % LANGUAGES.length] ?? "en";
  const tags = [0, 1, 2].map(() => `Tag ${random.between(1, TAGS)}${random.chance(0.1) ? "++" : ""}`);
  const paragraphs = Array.from({ length: 6 }, () => sentence(random, language, Math.ceil(words / 6)));
  return `---
title: "${sentence(random, language, 7)} ${i}"
date: ${day}Z
language: ${language}
section: Section ${random.between(1, SECTIONS)}
tags: [${[...new Set(tags)].join(", ")}]
authors: [Author ${random.between(1, AUTHORS)}]
${i % 5 === 0 ? `image: { src: ../pictures/p${i % 50}.png, alt: A picture, credit: The desk }\n` : ""}${i % 20 === 0 ? `enclosures: [{ src: "https://media.test/${i}.mp3", length: 1234567, duration: 600 }]\n` : ""}${i % 40 === 0 ? `corrections: [{ date: "${day}Z", note: It was ${i}, not ${i + 1} }]\n` : ""}---
${paragraphs[0]}

## ${sentence(random, language, 4)}

${paragraphs.slice(1, 3).join("\n\n")} **bold** and [a link](story-${i - (i % 500)}.md).

- ${sentence(random, language, 6)}
- ${sentence(random, language, 6)}

${i % 10 === 0 ? `![A picture](../pictures/p${i % 50}.png)\n\n` : ""}${paragraphs.slice(3).join("\n\n")}
`;
}

function page(random: SeededRandom, i: number): string {
  const list = Array.from({ length: 20 }, (_, n) => `${capital(sentence(random, "en", 9))} ${i}-${n}`);
  return `${capital(sentence(random, "en", 30))}.\n\n${capital(sentence(random, "en", 40))}.\n\n\n${list.join("\n")}\n`;
}

function sentence(random: SeededRandom, language: string, count: number): string {
  return Array.from({ length: count }, () => random.pick(WORDS[language] ?? [])).join(" ");
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A grey PNG of its own size, so that no two have the same bytes. */
function picture(i: number): Buffer {
  const [width, height] = [40 + i, 30];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const rows = Buffer.alloc((width + 1) * height, 0x80);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const chunks = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
