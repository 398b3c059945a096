import { fieldOf, readAddress } from "../yaml/fields.ts";

const CREATIVE_COMMONS = "https://creativecommons.org";
/** What people call a licence, in lower case with single blanks -> its address. */
const ADDRESSES: ReadonlyMap<string, string> = new Map([
  ["cc by 4.0", `${CREATIVE_COMMONS}/licenses/by/4.0/`],
  ["cc by sa 4.0", `${CREATIVE_COMMONS}/licenses/by-sa/4.0/`],
  ["cc by nd 4.0", `${CREATIVE_COMMONS}/licenses/by-nd/4.0/`],
  ["cc by nc 4.0", `${CREATIVE_COMMONS}/licenses/by-nc/4.0/`],
  ["cc by nc sa 4.0", `${CREATIVE_COMMONS}/licenses/by-nc-sa/4.0/`],
  ["cc by nc nd 4.0", `${CREATIVE_COMMONS}/licenses/by-nc-nd/4.0/`],
  ["cc by 3.0", `${CREATIVE_COMMONS}/licenses/by/3.0/`],
  ["cc by sa 3.0", `${CREATIVE_COMMONS}/licenses/by-sa/3.0/`],
  ["cc by nd 3.0", `${CREATIVE_COMMONS}/licenses/by-nd/3.0/`],
  ["cc by nc 3.0", `${CREATIVE_COMMONS}/licenses/by-nc/3.0/`],
  ["cc by nc sa 3.0", `${CREATIVE_COMMONS}/licenses/by-nc-sa/3.0/`],
  ["cc by nc nd 3.0", `${CREATIVE_COMMONS}/licenses/by-nc-nd/3.0/`],
  ["cc0", `${CREATIVE_COMMONS}/publicdomain/zero/1.0/`],
  ["cc0 1.0", `${CREATIVE_COMMONS}/publicdomain/zero/1.0/`],
]);

/** A licence's address, or a short name of which the address is known: `CC BY-SA 4.0`. */
export const licenceField = fieldOf(
  "the licence's address, or a name such as CC BY 4.0, CC BY-SA 4.0 or CC0",
  (text) => readAddress(text) ?? ADDRESSES.get(nameOf(text)) ?? null,
);

function nameOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();
}
