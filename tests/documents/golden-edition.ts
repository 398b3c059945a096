import type { Category, Channel, Edition, Item } from "../../src/edition/edition.ts";
import { article, category, channelOf, correction, editionOf, headline, notice } from "./sample-edition.ts";

const id = (last: number) => `urn:uuid:3b6c4f52-6d0f-5c1e-9a57-${String(last).padStart(12, "0")}`;
const at = (time: string) => new Date(`2026-01-16T${time}Z`);
const dayBefore = (time: string) => new Date(`2026-01-15T${time}Z`);

const harbour = category("section", "harbour", "Harbour & strait");
const cplusplus = category("tag", "c-plus-plus", "C++");
const lumen = category("tag", "ميناء", "ميناء");
const chips = category("tag", "fish-chips", 'Fish <&> "chips"');

const ana = { name: "Ana Núñez" };
const joao = {
  name: "João d'Ávila",
  url: "https://joao.example/?a=1&b=2",
  email: "joao@wire.example",
  avatar: "https://wire.example/media/0a1b2c3d4e5f6071.png",
};

const crane = article({
  id: id(8),
  slug: "o-guindaste-volta",
  title: "O guindaste volta <em breve> & “melhor”",
  authors: [joao, { name: "Rita Lobo", url: "https://rita.example/", email: "rita@wire.example" }],
  published: dayBefore("09:20:00"),
  updated: dayBefore("11:50:00"),
  language: "pt-BR",
  categories: [harbour, cplusplus, lumen, chips],
  summary: "O guindaste de 1 < 2 toneladas volta ao porto.",
  paragraphs: [
    "O guindaste volta",
    "O guindaste do porto volta em breve, & melhor.",
    "if (a < b && c > d) lift();",
  ],
  html: [
    '<h2 id="o-guindaste">O guindaste volta</h2>',
    '<p>O <a href="https://wire.example/articles/fish-prices-fall?a=1&amp;b=2">guindaste</a> do porto volta em breve, &amp; melhor.</p>',
    '<p><img src="https://wire.example/media/7a6b5c4d3e2f1a0b.webp" alt="" width="640" height="480"></p>',
    "<pre><code>if (a &lt; b &amp;&amp; c &gt; d) lift();</code></pre>",
  ].join("\n"),
  image: {
    url: "https://wire.example/media/3f2a9c1b5d6e7f80.jpg",
    alt: 'The crane, "Big <Lumen>" & its shadow',
    credit: "Rita Lobo & <Sons>",
    file: { type: "image/jpeg", length: 48_213, size: { width: 1200, height: 800 } },
  },
  pictures: [
    {
      url: "https://wire.example/media/7a6b5c4d3e2f1a0b.webp",
      alt: "",
      credit: null,
      file: { type: "image/webp", length: 9_876, size: { width: 640, height: 480 } },
    },
  ],
  enclosures: [
    {
      url: "https://wire.example/media/9b8c7d6e5f4a3b2c.mp3",
      type: "audio/mpeg",
      length: 1_234_567,
      title: 'The crane\'s "song" <live> & loud',
      duration: 185,
    },
    {
      url: "https://elsewhere.example/crane.opus?a=1&b=2",
      type: "audio/ogg",
      length: 7_654_321,
      title: null,
      duration: null,
    },
  ],
  canonical: "https://joao.example/guindaste?a=1&b=2",
  licence: "https://creativecommons.org/licenses/by-sa/4.0/",
  corrections: [
    { id: id(11), date: dayBefore("10:15:00"), note: "O guindaste tem 12 m, não 21 m." },
    { id: id(12), date: dayBefore("11:50:00"), note: "O porto é de <Lumen> & não “de Lúmen”." },
  ],
});

const linkPost = article({
  id: id(9),
  slug: "tide-tables",
  title: "The tide tables, explained",
  authors: [ana],
  published: dayBefore("09:10:00"),
  updated: dayBefore("09:10:00"),
  categories: [harbour],
  paragraphs: ["The best page about tides there is."],
  html: "<p>The best page about tides <b>there is</b>.</p>",
  image: { url: "https://elsewhere.example/tide.png?a=1&b=2", alt: "", credit: null, file: null },
  link: "https://elsewhere.example/tides?a=1&b=2",
});

const fishPrices = article({
  id: id(2),
  slug: "fish-prices-fall",
  title: "Fish prices fall",
  authors: [ana, { name: "Bo O'Neill & Sons", url: "https://bo.example/?a=1&b=2" }],
  dateline: "PORT LUMEN (AP)",
  published: at("09:29:59"),
  updated: at("09:29:59"),
  paragraphs: ["Prices fell by 3%.", "They may rise."],
  source: { name: "Lumen & Press", url: "https://press.example/?a=1&b=2" },
});

const fares = notice({
  id: id(10),
  slug: "ferry-fares",
  published: dayBefore("09:05:00"),
  updated: at("11:55:00"),
  reason: "A court forbade it: the fares <&> names were wrong.",
});

const corrections = [
  correction(
    {
      id: id(12),
      published: dayBefore("11:50:00"),
      updated: dayBefore("11:50:00"),
      language: "pt-BR",
      note: "O porto é de <Lumen> & não “de Lúmen”.",
    },
    crane,
  ),
  correction(
    {
      id: id(11),
      published: dayBefore("10:15:00"),
      updated: dayBefore("10:15:00"),
      language: "pt-BR",
      note: "O guindaste tem 12 m, não 21 m.",
    },
    crane,
  ),
];

const items: readonly Item[] = [
  article({
    id: id(1),
    slug: "harbour-reopens",
    title: "The harbour council voted on Thursday to reopen the north pier",
    titleDerived: true,
    published: at("09:30:00"),
    updated: at("11:45:10"),
    paragraphs: [
      "The harbour council voted on Thursday to reopen the north pier. “Ships & people first,” it said.",
      "A second paragraph, with 1 < 2 > 0 and the letters &amp; as they were typed.",
    ],
  }),
  fishPrices,
  headline({
    id: id(3),
    slug: "storm-closes-the-strait",
    title: 'Storm closes the strait; ferries "wait & see"',
    address: "https://elsewhere.example/storm?id=7&lang=en#top",
    published: at("09:29:58"),
    updated: at("10:00:00"),
    categories: [harbour],
    source: { name: "The <Strait> Post" },
  }),
  headline({
    id: id(4),
    slug: "ميناء-لومن",
    title: "ميناء لومن يعود إلى العمل",
    published: at("09:29:57"),
    updated: at("09:29:57"),
    language: "ar",
    categories: [lumen],
  }),
  headline({
    id: id(5),
    slug: "港口重新开放",
    title: "港口重新开放 — 𠮷野家",
    published: at("09:29:56"),
    updated: at("09:29:56"),
  }),
  headline({
    id: id(6),
    slug: "family-day",
    title: "Family day 👩‍👩‍👧‍👦 at the zoe\u0308logical garden",
    published: at("09:29:55"),
    updated: at("09:29:55"),
  }),
  headline({
    id: id(7),
    slug: "markup",
    title: "<b>Not bold</b> ]]> ]]> &lt;i&gt; \u0008\u0000<!-- \ud800 -->",
    published: at("09:29:54"),
    updated: at("09:29:54"),
  }),
  crane,
  linkPost,
  fares,
];

const inCategory = ({ term }: Category) =>
  items.filter(({ categories }) => categories.some((category) => category.term === term));

/** In summaries, so small that most of it is in archives, and an item was removed from it. */
function briefly(): Channel {
  const selected = items.filter(({ kind }) => kind !== "headline");
  const ids = selected.map((item) => item.id);
  const open = new Set(ids.slice(0, 2));
  const [newer, older] = [selected.slice(2, 4), selected.slice(4)];
  return channelOf("selection", "channels/briefly", selected, {
    label: "Briefly",
    title: "The Lumen Wire: briefly <&> clearly",
    description: "Articles in a “few” words & <no> more",
    content: "summary",
    limits: { itemsMax: 3, itemsMin: 3, bytesMax: 250_000 },
    open,
    archives: [
      { number: 1, updated: at("11:55:00"), items: older },
      { number: 2, updated: dayBefore("11:50:00"), items: newer },
    ],
    deleted: [
      { id: id(92), when: at("11:59:00") },
      { id: id(91), when: dayBefore("08:00:00") },
    ],
  });
}

/** Has whole texts in an archive, and repeats them in the subscription document, which has room. */
function sectionHarbour(): Channel {
  const selected = inCategory(harbour);
  return channelOf("section", "sections/harbour", selected, {
    label: harbour.label,
    title: "The Lumen Wire: Harbour & strait",
    open: new Set(selected.slice(0, 1).map((item) => item.id)),
    archives: [{ number: 1, updated: dayBefore("11:50:00"), items: selected.slice(1) }],
  });
}

function goldenChannels(): readonly Channel[] {
  const written = items.filter((item) => item.kind === "article" || item.kind === "notice");
  return [
    channelOf("all", "all", [...items.slice(0, 7), ...corrections, ...items.slice(7)]),
    channelOf(
      "headlines",
      "headlines",
      items.filter((item) => item.kind === "headline"),
    ),
    channelOf("articles", "articles", written),
    channelOf("corrections", "corrections", corrections),
    sectionHarbour(),
    channelOf("tag", "tags/c-plus-plus", inCategory(cplusplus), { label: cplusplus.label }),
    channelOf("tag", "tags/ميناء", inCategory(lumen), { label: lumen.label }),
    channelOf("tag", "tags/fish-chips", inCategory(chips), {
      label: chips.label,
      title: 'The Lumen Wire: Fish <&> "chips"',
    }),
    channelOf("author", "authors/ana-nunez", [fishPrices, linkPost], { label: ana.name }),
    channelOf("language", "languages/pt-br", [crane], { label: "pt-BR", language: "pt-BR" }),
    briefly(),
  ];
}

/** Made by hand: one of everything that a document has to get right. */
export const goldenEdition: Edition = editionOf(
  items,
  {
    authors: [{ name: "The Lumen desk", url: "https://wire.example/about", email: "desk@wire.example" }],
    licence: "https://creativecommons.org/licenses/by/4.0/",
    icon: "https://wire.example/media/1111aaaa2222bbbb.png",
    logo: "https://wire.example/media/3333cccc4444dddd.svg",
    feed: { itemsMax: 100, itemsMin: 20, bytesMax: 250_000 },
    correctionsInAll: true,
    selections: [
      {
        name: "Briefly",
        title: null,
        description: null,
        slug: "briefly",
        aliases: [],
        include: { sections: [], tags: [], authors: [], languages: [], kinds: ["article"] },
        exclude: { sections: [], tags: [], authors: [], languages: [], kinds: [] },
        content: "summary",
        itemsMax: 3,
      },
    ],
  },
  {
    icon: {
      url: "https://wire.example/media/1111aaaa2222bbbb.png",
      alt: "",
      credit: null,
      file: { type: "image/png", length: 4, size: { width: 512, height: 512 } },
    },
    logo: {
      url: "https://wire.example/media/3333cccc4444dddd.svg",
      alt: "The Lumen Wire",
      credit: null,
      file: { type: "image/svg+xml", length: 4, size: { width: 800, height: 200 } },
    },
    channels: goldenChannels(),
    gone: [
      { path: "/articles/removed-long-ago", reason: null },
      { path: "/headlines/withdrawn-long-ago", reason: "It was <untrue> & unfair." },
    ],
    moves: [
      { from: "/articles/o-guindaste", to: "/articles/o-guindaste-volta" },
      { from: "/sections/port", to: "/sections/harbour" },
    ],
    media: [
      medium("/media/0a1b2c3d4e5f6071.png", "image/png"),
      medium("/media/1111aaaa2222bbbb.png", "image/png"),
      medium("/media/3333cccc4444dddd.svg", "image/svg+xml"),
      medium("/media/3f2a9c1b5d6e7f80.jpg", "image/jpeg"),
      medium("/media/7a6b5c4d3e2f1a0b.webp", "image/webp"),
      medium("/media/9b8c7d6e5f4a3b2c.mp3", "audio/mpeg"),
    ],
  },
);

/** Four bytes stand for the file: documents only say where it is. */
function medium(path: string, mediaType: string) {
  return { path, mediaType, byteLength: 4, bytes: new Uint8Array([1, 2, 3, 4]), size: null };
}
