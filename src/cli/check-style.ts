import { build, type Message, type Plugin } from "esbuild";
import type { Mistake } from "../yaml/mistake.ts";

/** What is wrong in `data/style.css`, in the order of its lines: what browsers would drop, and what pages may not load. */
export async function checkStyle(css: string): Promise<readonly Mistake[]> {
  const messages = await messagesOn(css);
  const mistakes = [...messages.map(mistakeOf), ...findFonts(css)];
  return mistakes.sort((a, b) => (a.lineNumber ?? 0) - (b.lineNumber ?? 0));
}

async function messagesOn(css: string): Promise<readonly Message[]> {
  const stdin = { contents: css, loader: "css" } as const;
  try {
    const built = await build({
      stdin,
      bundle: true,
      write: false,
      logLevel: "silent",
      plugins: [ADDRESSES],
    });
    return built.warnings;
  } catch (error) {
    if (isFailure(error)) return [...error.errors, ...error.warnings];
    throw error;
  }
}

function isFailure(
  error: unknown,
): error is { readonly errors: readonly Message[]; readonly warnings: readonly Message[] } {
  return error instanceof Error && "errors" in error && "warnings" in error;
}

const PICTURE =
  "the http(s) address of a picture: nothing else is loaded, and files beside it are not published";

/** Is asked about everything that a stylesheet loads. The pages' Content-Security-Policy blocks all but pictures. */
const ADDRESSES: Plugin = {
  name: "addresses",
  setup: ({ onResolve }) => {
    onResolve({ filter: /.*/ }, ({ path, kind }) => {
      if (kind === "entry-point") return null;
      const isPicture = kind === "url-token" && (/^https?:\/\/[^/]/i.test(path) || path.startsWith("#"));
      return isPicture ? { external: true } : { errors: [{ text: path, detail: PICTURE }] };
    });
  },
};

function mistakeOf({ text, detail, location }: Message): Mistake {
  const lineNumber = location === null ? {} : { lineNumber: location.line };
  return detail === PICTURE
    ? { where: "url", ...lineNumber, found: text, expected: PICTURE }
    : { where: "CSS", ...lineNumber, found: text, expected: "CSS that browsers understand" };
}

function findFonts(css: string): readonly Mistake[] {
  return [...css.replace(/\/\*[\s\S]*?\*\//g, blank).matchAll(/@font-face\b/gi)].map(
    ({ 0: found, index }) => {
      const lineNumber = css.slice(0, index).split("\n").length;
      return { where: "CSS", lineNumber, found, expected: "fonts that readers have: pages load none" };
    },
  );
}

function blank(comment: string): string {
  return comment.replace(/[^\n]/g, " ");
}
