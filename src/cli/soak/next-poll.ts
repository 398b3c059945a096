import type { Coding } from "../../delivery/representation.ts";
import type { Expected } from "./judge-answer.ts";
import { pick, pickPopular, pickWeighted, type Random } from "./pick.ts";
import type { Poll } from "./poll.ts";
import type { Target } from "./publication.ts";
import type { Site } from "./read-site.ts";
import { askAsStranger } from "./stranger.ts";

/**
 * Somebody's next request. Of a hundred, 85 come from readers that send back what the feed's last answer said (every answer is checked
 * to say just that), ten from readers that know nothing yet, and five from anybody else.
 */
export function nextPoll(site: Site, random: Random): Poll {
  return pickWeighted(random, SHARES)(site, random);
}

const SHARES: readonly (readonly [percent: number, (site: Site, random: Random) => Poll])[] = [
  [85, askAgain],
  [10, askFirst],
  [5, askAsStranger],
];

function askFirst({ feeds }: Site, random: Random): Poll {
  const target = pickPopular(random, feeds);
  const [headers, codings] = pickWeighted(random, CODINGS);
  const expected = { is: "whole", target, codings } as const;
  return { share: "unconditional", method: "GET", address: target.address, headers, expected };
}

function askAgain({ feeds }: Site, random: Random): Poll {
  const target = pickPopular(random, feeds);
  const [headers, codings] = pickWeighted(random, CODINGS);
  const { conditions, expected } = pickWeighted(random, HABITS)(target, codings, random);
  return {
    share: "conditional",
    method: "GET",
    address: target.address,
    headers: { ...headers, ...conditions },
    expected: expected ?? { is: "not-modified", target },
  };
}

type Sends = Readonly<Record<string, string>>;

/** What readers say they can decode, and what that is of ours. */
const CODINGS: readonly (readonly [weight: number, readonly [Sends, readonly Coding[]]])[] = [
  [70, [{ "Accept-Encoding": "gzip" }, ["gzip"]]],
  [15, [{ "Accept-Encoding": "gzip, deflate, br" }, ["gzip", "br"]]],
  [5, [{ "Accept-Encoding": "br;q=1.0, gzip;q=0.8, *;q=0.1" }, ["gzip", "br"]]],
  [5, [{ "Accept-Encoding": "identity" }, []]],
  [5, [{}, []]],
];

/** What a reader sends, and what is right then if it is not that nothing is new. */
type Habit = (
  target: Target,
  codings: readonly Coding[],
  random: Random,
) => { readonly conditions: Sends; readonly expected?: Expected };

/** How readers ask whether there is something new. */
const HABITS: readonly (readonly [weight: number, Habit])[] = [
  [40, (target) => ({ conditions: { ...byTag(target.etag), ...byDate(target) } })],
  [20, ({ etag }) => ({ conditions: byTag(etag) })],
  [15, (target) => ({ conditions: target.lastModified === null ? byTag(target.etag) : byDate(target) })],
  // Something on the way has encoded the body anew, and said so in the tag.
  [5, ({ etag }) => ({ conditions: byTag(etag.replace(/"$/, '-gzip"')) })],
  [5, ({ etag }) => ({ conditions: byTag(etag.replace(/^W\//, "").replace(/"$/, ';br"')) })],
  [5, askAfterLong],
  [10, askForDelta],
];

function byTag(etag: string): Sends {
  return { "If-None-Match": etag };
}

function byDate({ lastModified }: Target): Sends {
  return lastModified === null ? {} : { "If-Modified-Since": lastModified };
}

/** With a tag that nobody knows any more; the date beside it does not count. */
function askAfterLong(target: Target, codings: readonly Coding[], random: Random): ReturnType<Habit> {
  const tag = Math.floor(random() * 2 ** 48).toString(16);
  return {
    conditions: { ...byTag(`W/"${tag.padStart(16, "0")}"`), ...byDate(target) },
    expected: { is: "whole", target, codings },
  };
}

/** As Newsboat and Liferea do, with the newest state or with one that the build has a delta from. */
function askForDelta(target: Target, codings: readonly Coding[], random: Random): ReturnType<Habit> {
  const base = pick(random, [target.etag, ...target.deltas.keys()]);
  const conditions = { ...byTag(base), "A-IM": "feed" };
  if (base === target.etag) return { conditions };
  return { conditions, expected: { is: "delta", target, base, codings } };
}
