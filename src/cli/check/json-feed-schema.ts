import { z } from "zod";

const author = z.strictObject({
  name: z.string().min(1),
  url: z.string().optional(),
  avatar: z.string().optional(),
});

const attachment = z.strictObject({
  url: z.string(),
  mime_type: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  title: z.string().optional(),
  size_in_bytes: z.int().positive().optional(),
  duration_in_seconds: z.number().nonnegative().optional(),
});

const item = z.looseObject({
  id: z.string().min(1),
  url: z.string(),
  external_url: z.string().optional(),
  title: z.string(),
  content_html: z.string().optional(),
  content_text: z.string().optional(),
  summary: z.string().optional(),
  image: z.string().optional(),
  banner_image: z.string().optional(),
  date_published: z.string(),
  date_modified: z.string(),
  authors: z.array(author).min(1).optional(),
  tags: z.array(z.string().min(1)).min(1).optional(),
  language: z.string().optional(),
  attachments: z.array(attachment).min(1).optional(),
});

/** The shape of a JSON Feed 1.1, of which we demand what we always say: language, page, title and both dates of an item. */
export const jsonFeed = z.looseObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string(),
  home_page_url: z.string(),
  feed_url: z.string(),
  description: z.string().optional(),
  user_comment: z.string().optional(),
  next_url: z.string().optional(),
  icon: z.string().optional(),
  favicon: z.string().optional(),
  authors: z.array(author).min(1).optional(),
  language: z.string(),
  expired: z.boolean().optional(),
  hubs: z.array(z.strictObject({ type: z.string(), url: z.string() })).optional(),
  items: z.array(item),
});

export const FEED_KEYS: ReadonlySet<string> = new Set(Object.keys(jsonFeed.shape));
export const ITEM_KEYS: ReadonlySet<string> = new Set(Object.keys(item.shape));

export type JsonFeed = z.infer<typeof jsonFeed>;
export type JsonItem = z.infer<typeof item>;
