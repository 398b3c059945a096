import type { Edition, Item } from "../../src/edition/edition.ts";
import { article, category, channelOf, editionOf, headline } from "../../tests/documents/sample-edition.ts";
import { SeededRandom } from "../../tests/edition/seeded-random.ts";

const WORDS =
  "harbour council river bridge ferry market school winter budget strike museum tide grain valley rail court vote fever union coast the a of and in on with after before under “who” it's R&D café".split(
    " ",
  );
const PARAGRAPHS = 7;

/** A channel of as many articles, each of about so many words; of headlines, if there are no words. */
export function sampleEdition(count: number, words: number): Edition {
  const random = new SeededRandom(1);
  const items = Array.from({ length: count }, (_, index) => sampleItem(random, index, words));
  const limits = { itemsMax: count, itemsMin: count, bytesMax: Number.MAX_SAFE_INTEGER };
  return editionOf(items, { feed: limits }, { channels: [channelOf("all", "all", items, { limits })] });
}

function sampleItem(random: SeededRandom, index: number, words: number): Item {
  const published = new Date(Date.UTC(2026, 0, 16) - index * 60_000);
  const title = `${phrase(random, 9)} & “${phrase(random, 2)}” ${index}`;
  const facts = {
    id: `urn:uuid:8d1f0c1a-0000-5000-8000-${String(index).padStart(12, "0")}`,
    slug: `${words === 0 ? "headline" : "article"}-number-${index}`,
    title,
    published,
    updated: published,
    authors: [{ name: `Author ${random.between(1, 25)}` }],
    categories: [category("section", `section-${index % 12}`, `Section ${index % 12} & more`)],
  };
  return words === 0 ? headline(facts) : article({ ...facts, html: body(random, words) });
}

function body(random: SeededRandom, words: number): string {
  const length = Math.ceil(words / PARAGRAPHS);
  const paragraphs = Array.from({ length: PARAGRAPHS }, () => {
    const link = `<a href="https://elsewhere.example/?a=${random.between(1, 999)}&amp;b=2">${phrase(random, 2)}</a>`;
    return `<p>${phrase(random, length - 6)}, <em>${phrase(random, 2)}</em> &amp; ${link}.</p>`;
  });
  return paragraphs.join("\n").replaceAll("R&D", "R&amp;D");
}

function phrase(random: SeededRandom, count: number): string {
  return Array.from({ length: count }, () => random.pick(WORDS)).join(" ");
}
