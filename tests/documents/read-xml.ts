import { XmlDocument } from "libxml2-wasm";
import { SaxesParser } from "saxes";

const NAMESPACES = {
  atom: "http://www.w3.org/2005/Atom",
  content: "http://purl.org/rss/1.0/modules/content/",
  dc: "http://purl.org/dc/elements/1.1/",
  tp: "tag:teleprinter.example,2026:feed",
  media: "http://search.yahoo.com/mrss/",
  podcast: "https://podcastindex.org/namespace/1.0",
  creativeCommons: "http://backend.userland.com/creativeCommonsRssModule",
  fh: "http://purl.org/syndication/history/1.0",
  at: "http://purl.org/atompub/tombstones/1.0",
};

/** The texts that libxml2 finds by each XPath. */
export function readXml(xml: string, ...paths: readonly string[]): readonly (readonly string[])[] {
  const document = XmlDocument.fromString(xml);
  try {
    return paths.map((path) => document.find(path, NAMESPACES).map(({ content }) => content));
  } finally {
    document.dispose();
  }
}

/** The texts of all elements without children, as saxes reads them. */
export function leavesBySaxes(xml: string): readonly string[] {
  const leaves: string[] = [];
  let text = "";
  let isLeaf = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", () => {
    text = "";
    isLeaf = true;
  });
  parser.on("text", (more) => {
    text += more;
  });
  parser.on("closetag", () => {
    if (isLeaf) leaves.push(text);
    isLeaf = false;
  });
  parser.write(xml).close();
  return leaves;
}
