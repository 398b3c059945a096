import { checkCount, checkHttpUrl, checkLanguage, checkMediaType, checkNotEmpty } from "./check-values.ts";
import { AT, CONTENT, CREATIVE_COMMONS, DC, FH, MEDIA, PODCAST } from "./namespaces.ts";
import type { Objector } from "./objection.ts";
import { childrenOf, type XmlElement } from "./parse-xml.ts";

type Check = (element: XmlElement, object: Objector) => void;

const text: Check = ({ name, text }, object) => checkNotEmpty(`<${name}>`, text, object);
const url: Check = ({ name, text }, object) => checkHttpUrl(`<${name}>`, text, object);
const language: Check = ({ text }, object) => checkLanguage("<dc:language>", text, object);
const empty: Check = () => {};

/** What may stand there of the vocabularies that feeds borrow from, and what each must be. */
const VOCABULARIES: ReadonlyMap<string, Readonly<Record<string, Check>>> = new Map<
  string,
  Readonly<Record<string, Check>>
>([
  [DC, { creator: text, language, source: text }],
  [CONTENT, { encoded: text }],
  [FH, { archive: empty, complete: empty }],
  [AT, { "deleted-entry": empty }],
  [CREATIVE_COMMONS, { license: url }],
  [
    MEDIA,
    {
      group: checkExtensions,
      content: checkMediaContent,
      thumbnail: checkThumbnail,
      title: text,
      description: text,
      credit: text,
      text,
    },
  ],
  [PODCAST, { alternateEnclosure: checkAlternateEnclosure }],
]);

/** Elements of other vocabularies than the format's own are known there, and filled as those want it. */
export function checkExtensions(parent: XmlElement, object: Objector): void {
  for (const child of parent.children) {
    const vocabulary = VOCABULARIES.get(child.namespace);
    if (vocabulary === undefined) continue;
    const check = Object.hasOwn(vocabulary, child.name) ? vocabulary[child.name] : undefined;
    if (check === undefined) {
      object(
        "The element is one of its namespace",
        `<${child.name} xmlns="${child.namespace}">`,
        Object.keys(vocabulary).join(" "),
      );
    } else check(child, object);
  }
}

function checkMediaContent(element: XmlElement, object: Objector): void {
  const { url = "", type, medium, fileSize } = element.attributes;
  checkHttpUrl("url of <media:content>", url, object);
  if (type !== undefined) checkMediaType("type of <media:content>", type, object);
  if (medium !== undefined && !MEDIUMS.includes(medium))
    object("medium of <media:content> is one of Media RSS", medium, MEDIUMS.join(", "));
  if (fileSize !== undefined) checkCount("fileSize of <media:content>", fileSize, "bytes", object);
  checkSize(element, object);
  checkExtensions(element, object);
}

const MEDIUMS = ["image", "audio", "video", "document", "executable"];

function checkThumbnail(element: XmlElement, object: Objector): void {
  checkHttpUrl("url of <media:thumbnail>", element.attributes.url ?? "", object);
  checkSize(element, object);
}

function checkSize({ name, attributes }: XmlElement, object: Objector): void {
  for (const side of ["width", "height"]) {
    const value = attributes[side];
    if (value !== undefined) checkCount(`${side} of <media:${name}>`, value, "pixels", object);
  }
}

function checkAlternateEnclosure(element: XmlElement, object: Objector): void {
  const { type = "", length } = element.attributes;
  checkMediaType("type of <podcast:alternateEnclosure>", type, object);
  if (length !== undefined) checkCount("length of <podcast:alternateEnclosure>", length, "bytes", object);
  const sources = childrenOf(element, PODCAST, "source");
  if (sources.length === 0)
    object("<podcast:alternateEnclosure> has a source", "", "<podcast:source> with a uri");
  for (const { attributes } of sources) checkHttpUrl("uri of <podcast:source>", attributes.uri ?? "", object);
}

/** URLs of the pictures and files that Media RSS names directly in an element or in a group of it. */
export function mediaUrls(parent: XmlElement): readonly string[] {
  return [parent, ...childrenOf(parent, MEDIA, "group")]
    .flatMap(({ children }) => children)
    .filter(({ namespace, name }) => namespace === MEDIA && (name === "content" || name === "thumbnail"))
    .flatMap(({ attributes }) => attributes.url ?? []);
}
