import { Feed } from "feed";
// A JSON Feed with what is to be published.
import bytes from "./representations.bin";

type Sample = {
  readonly title: string;
  readonly home_page_url: string;
  readonly items: readonly SampleItem[];
};

type SampleItem = {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly date_published: string;
  readonly content_html?: string;
};

const sample: Sample = JSON.parse(new TextDecoder().decode(bytes));

/** Renders RSS as the readme of `feed` shows it. */
export function renderSample(): string {
  const feed = new Feed({
    title: sample.title,
    id: sample.home_page_url,
    link: sample.home_page_url,
    copyright: sample.title,
    updated: new Date(sample.items[0]?.date_published ?? 0),
  });
  for (const item of sample.items) {
    feed.addItem({
      title: item.title,
      id: item.id,
      link: item.url,
      date: new Date(item.date_published),
      ...(item.content_html !== undefined && { content: item.content_html }),
    });
  }
  return feed.rss2();
}
