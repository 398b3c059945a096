import { Hono } from "hono";
import {
  FRAME_DEFAULTS,
  type FrameOptions,
  frameOpening,
  readFrameOptions,
} from "../documents/embed/frame-options.ts";
import { EMBED_FOLDER } from "../documents/embed/frame-path.ts";
import { OEMBED_PATH } from "../documents/embed/oembed-links.ts";
import type { Found as Address } from "./address-finder.ts";
import { answerOembed } from "./answer-oembed.ts";
import { cardOf } from "./card-of.ts";
import { changeOpening } from "./change-opening.ts";
import { queryOf } from "./query-of.ts";
import { redirect } from "./redirect.ts";
import { refusal } from "./refusal.ts";
import type { ColdRepresentation, Representation, Store } from "./representation.ts";
import { shownPageOf } from "./shown-page.ts";

type Found = Representation | ColdRepresentation;
type Answer = Response | Promise<Response>;

/**
 * What other sites show: pages in frames below `/embed/`, and how they learn of them, `/oembed`. The page of a channel is stored and
 * only its first line is put before it; cards of items and answers of oEmbed are made when they are asked for, which is seldom: see
 * docs/decisions/0014-cards-are-made-when-asked-for.md.
 *
 * @param findAddress see `addressFinder`
 * @param send answers with what was found
 */
export function embedRoutes(
  store: Store,
  findAddress: (path: string) => Address,
  send: (request: Request, found: Found) => Answer,
): Hono {
  const showFrame = (request: Request, path: string): Answer => {
    // To Hono `/embed/*` is `/embed`, too, and that is no page for frames: it has nothing to choose, and begins in another way.
    const options = path === EMBED_FOLDER ? FRAME_DEFAULTS : readFrameOptions(queryOf(request).searchParams);
    const found = findAddress(path);
    if (found.is === "here") return send(request, withOptions(found.representation, options));
    if (found.is === "moved") return redirect(request, found.path);
    const page = findAddress(path.slice(EMBED_FOLDER.length));
    if (page.is === "missing") return cardOf(null, options, store);
    const at = page.is === "here" ? page.representation.path : page.path;
    const frame = EMBED_FOLDER + shownPageOf(at);
    if (store.has(frame)) return redirect(request, frame);
    if (page.is === "here") return cardOf(page.representation, options, store);
    return showMoved(request, at, options);
  };

  /** A redirect is kept for a day: not one to where nothing is, such as a picture. */
  const showMoved = async (request: Request, to: string, options: FrameOptions): Promise<Response> => {
    const card = await cardOf(store.find(to) ?? null, options, store);
    return card.status === 404 ? card : redirect(request, EMBED_FOLDER + to);
  };

  const routes = new Hono();
  routes.get(`${EMBED_FOLDER}/*`, (c) => showFrame(c.req.raw, c.req.path));
  routes.get(OEMBED_PATH, (c) => answerOembed(queryOf(c.req.raw).searchParams, store, findAddress));
  for (const path of [`${EMBED_FOLDER}/*`, OEMBED_PATH]) routes.all(path, () => refusal(405));
  return routes;
}

function withOptions<F extends Found>(found: F, options: FrameOptions): F {
  const [before, after] = [frameOpening(FRAME_DEFAULTS), frameOpening(options)];
  if (before === after) return found;
  if (found.is === "cold") return { ...found, load: async () => withOptions(await found.load(), options) };
  if (found.body.is !== "composed") return found;
  return { ...found, body: changeOpening(found.body, before, after) };
}
