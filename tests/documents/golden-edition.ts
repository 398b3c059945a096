import type { Edition } from "../../src/edition/edition.ts";
import { article, editionOf, headline } from "./sample-edition.ts";

const id = (last: number) => `urn:uuid:3b6c4f52-6d0f-5c1e-9a57-${String(last).padStart(12, "0")}`;
const at = (time: string) => new Date(`2026-01-16T${time}Z`);

/** Made by hand: one of everything that a document has to get right. */
export const goldenEdition: Edition = editionOf(
  [
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
    article({
      id: id(2),
      slug: "fish-prices-fall",
      title: "Fish prices fall",
      authors: [{ name: "Ana Núñez" }, { name: "Bo O'Neill & Sons", url: "https://bo.example/?a=1&b=2" }],
      dateline: "PORT LUMEN (AP)",
      published: at("09:29:59"),
      updated: at("09:29:59"),
      paragraphs: ["Prices fell by 3%.", "They may rise."],
    }),
    headline({
      id: id(3),
      slug: "storm-closes-the-strait",
      title: 'Storm closes the strait; ferries "wait & see"',
      address: "https://elsewhere.example/storm?id=7&lang=en#top",
      published: at("09:29:58"),
      updated: at("10:00:00"),
    }),
    headline({
      id: id(4),
      slug: "ميناء-لومن",
      title: "ميناء لومن يعود إلى العمل",
      published: at("09:29:57"),
      updated: at("09:29:57"),
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
  ],
  { authors: [{ name: "The Lumen desk", url: "https://wire.example/about", email: "desk@wire.example" }] },
);
