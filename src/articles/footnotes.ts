import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import footnote from "markdown-it-footnote";
import { anchorOf, distinctAnchors } from "./anchor-of.ts";

const LABEL_CHARS_MAX = 200;
const REFERENCE = new RegExp(String.raw`\[\^[^\s\]]{1,${LABEL_CHARS_MAX}}\]`, "y");

/** GitHub's footnotes: `[^label]` in a text, `[^label]: note` anywhere. Their ids come from their labels, so that they last. */
export function footnotes(md: MarkdownIt): void {
  md.use(footnote);
  // `^[note]` is none of GitHub's.
  md.inline.ruler.disable("footnote_inline");
  md.inline.ruler.before("footnote_ref", "footnote_none", skipNoReference);
  md.core.ruler.at("footnote_tail", placeNotes);
  md.renderer.rules.footnote_anchor_name = (tokens, at) => `:${tokens[at]?.meta?.anchor}`;
  md.renderer.rules.footnote_caption = (tokens, at) => `[${tokens[at]?.meta?.number}]`;
}

/** Takes a `[^` that begins no reference for text. The plugin would look for its end up to the line's, at each of them. */
function skipNoReference(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("[^", state.pos)) return false;
  REFERENCE.lastIndex = state.pos;
  if (REFERENCE.test(state.src)) return false;
  if (!silent) state.pending += "[";
  state.pos += 1;
  return true;
}

type Note = {
  readonly number: number;
  readonly anchor: string;
  readonly tokens: readonly Token[];
  references: number;
};

/**
 * Moves the notes that something refers to behind the text, in the order of the references. (The plugin's own way of doing
 * it copies the whole text for each note.)
 */
function placeNotes(state: StateCore): void {
  const { text, definitions } = takeDefinitions(state.tokens);
  const notes = numberNotes(text, definitions);
  if (notes.length > 0) {
    text.push(new state.Token("footnote_block_open", "", 1));
    for (const note of notes) pushNote(text, note, state);
    text.push(new state.Token("footnote_block_close", "", -1));
  }
  state.tokens = text;
}

function takeDefinitions(tokens: readonly Token[]) {
  const text: Token[] = [];
  const definitions = new Map<unknown, Token[]>();
  const open: Token[][] = [];
  for (const token of tokens) {
    if (token.type === "footnote_reference_open") {
      const definition: Token[] = [];
      open.push(definition);
      // Of two notes with one label the first counts, as with links.
      if (!definitions.has(token.meta?.label)) definitions.set(token.meta?.label, definition);
    } else if (token.type === "footnote_reference_close") open.pop();
    else (open.at(-1) ?? text).push(token);
  }
  return { text, definitions };
}

/** The notes in the order of their numbers; each reference is told its note's. */
function numberNotes(
  text: readonly Token[],
  definitions: ReadonlyMap<unknown, readonly Token[]>,
): readonly Note[] {
  const notes: Note[] = [];
  const byLabel = new Map<unknown, Note>();
  const distinct = distinctAnchors();
  const number = (token: Token) => {
    const label = token.meta?.label;
    let note = byLabel.get(label);
    if (note === undefined) {
      const anchor = distinct(anchorOf(String(label)) || "note");
      note = { number: notes.length + 1, anchor, tokens: definitions.get(label) ?? [], references: 0 };
      byLabel.set(label, note);
      notes.push(note);
    }
    token.meta = { number: note.number, anchor: note.anchor, subId: note.references };
    note.references += 1;
  };
  referencesIn(text).forEach(number);
  // The list grows on the way: a note may refer to others.
  for (const note of notes) referencesIn(note.tokens).forEach(number);
  return notes;
}

function referencesIn(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === "footnote_ref");
}

/** A note with a way back for each reference, inside its last paragraph if it ends with one. */
function pushNote(into: Token[], { number, anchor, tokens, references }: Note, state: StateCore): void {
  const token = (type: string, nesting: -1 | 0 | 1, subId = 0) => {
    const made = new state.Token(type, "", nesting);
    made.meta = { number, anchor, subId };
    return made;
  };
  const last = tokens.at(-1);
  const end = last?.type === "paragraph_close" ? [last] : [];
  into.push(token("footnote_open", 1));
  for (const one of end.length === 0 ? tokens : tokens.slice(0, -1)) into.push(one);
  for (let subId = 0; subId < references; subId += 1) into.push(token("footnote_anchor", 0, subId));
  into.push(...end, token("footnote_close", -1));
}
