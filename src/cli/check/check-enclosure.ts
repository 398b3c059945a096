import { checkHttpUrl, MEDIA_TYPE } from "./check-values.ts";
import type { Objector } from "./objection.ts";
import type { XmlElement } from "./parse-xml.ts";

/** A file that goes with an item of RSS: the specification demands all three attributes. */
export function checkEnclosure({ attributes }: XmlElement, object: Objector): void {
  const { url = "", length = "", type = "" } = attributes;
  checkHttpUrl("url of <enclosure>", url, object);
  if (!/^\d+$/.test(length)) object("length of <enclosure> is a number of bytes", length, "digits");
  if (!MEDIA_TYPE.test(type))
    object("type of <enclosure> is a media type", type, "something like audio/mpeg");
}
