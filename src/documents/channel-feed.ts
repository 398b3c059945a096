import { type Extension, Feed, type FeedOptions } from "feed";
import { escapeAttribute } from "../articles/escape-markup.ts";
import type { XmlElement } from "./xml-element.ts";

/**
 * The one door to the `feed` package: takes plain text and gives RSS, the package's own `rss2()`, in parts, so that
 * documents can share them. Its Atom and JSON Feed have faults that cannot be mended from outside; they are not used.
 */
export class ChannelFeed extends Feed {
  constructor(options: FeedOptions) {
    const { title, description, language, image, copyright } = options;
    super({
      ...options,
      title: rssText(title),
      ...(description !== undefined && { description: rssText(description) }),
      ...(language !== undefined && { language: rssText(language) }),
      ...(image !== undefined && { image: rssText(image) }),
      ...(copyright !== undefined && { copyright: rssText(copyright) }),
    });
  }

  /**
   * The document as far as its first item.
   *
   * @param elements beyond what the options say, and instead of what they say under the same name
   * @param declared attributes that declare namespaces
   */
  head(elements: readonly XmlElement[], declared: Readonly<Record<string, string>>): string {
    this.extensions = [{ name: "_attributes", objects: declared }, ...extensionsOf(elements)];
    this.items = [];
    const xml = this.rss2();
    return xml.slice(0, xml.lastIndexOf("\n    </channel>"));
  }

  /**
   * One item, with the line end before it.
   *
   * @param elements title and text among them: what the package would write as CDATA
   */
  item(facts: ItemFacts, elements: readonly XmlElement[]): string {
    // The title keeps the place of the element of that name.
    this.items = [{ ...facts, title: "-", extensions: extensionsOf(elements) }];
    const xml = this.rss2();
    // Text has no `<`, so these are the item's own tags.
    return xml.slice(xml.indexOf("\n        <item>"), xml.lastIndexOf("</item>") + "</item>".length);
  }
}

/** How the document ends after its last item. */
export const RSS_TAIL = "\n    </channel>\n</rss>\n";

type ItemFacts = { readonly id: string; readonly link: string; readonly date: Date };

/** Elements as extensions. Those of one name come together where the first of them stood. */
function extensionsOf(elements: readonly XmlElement[]): Extension[] {
  return Object.entries(compactElements(elements)).map(([name, list]) => {
    // `feed` takes a list for an element that is repeated, though its type has no word for lists.
    const anyRecord: Record<string, unknown> = {};
    return { name, objects: Object.assign(list, anyRecord) };
  });
}

/** An element as xml-js takes it. */
type CompactElement = Readonly<Record<string, unknown>>;

function compactElements(elements: readonly XmlElement[]): Record<string, CompactElement[]> {
  const byName: Record<string, CompactElement[]> = {};
  for (const element of elements) {
    byName[element.name] ??= [];
    byName[element.name]?.push(compactElement(element));
  }
  return byName;
}

function compactElement({ attributes, content }: XmlElement): CompactElement {
  return {
    _attributes: Object.fromEntries(
      // xml-js escapes nothing in attributes but quotation marks.
      Object.entries(attributes)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [name, escapeAttribute(String(value))]),
    ),
    ...(typeof content === "string"
      ? content !== "" && { _text: rssText(content) }
      : compactElements(content)),
  };
}

/**
 * Text so prepared that xml-js, which `feed` writes with, gives it back as it was: xml-js turns `&amp;` into `&`
 * before it escapes, so that the text `&amp;lt;` would arrive as `&lt;`.
 */
function rssText(text: string): string {
  return text.replaceAll("&", "&amp;");
}
