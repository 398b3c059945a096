import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  html,
  Parser,
} from "parse5";

type Attributes = Parameters<typeof defaultTreeAdapter.createElement>[2];

/** What one more element costs, in characters of attributes. */
const ELEMENT_COST = 10;
/** More than any element a start tag makes by itself, even `<tr>`, which brings a `tbody`. */
const COST_PER_CHAR_MAX = 6;
const COST_MIN = 1000;

/**
 * HTML as browsers read it inside a `div`. Total, and linear in time and memory.
 *
 * Open formatting elements are made again in each new block, with their attributes: the standard's one way to make a small
 * text a large tree. It stops here when the tree outgrows what the text's own tags can make.
 */
export function parseHtml(text: string): DefaultTreeAdapterTypes.DocumentFragment {
  const context = defaultTreeAdapter.createElement("div", html.NS.HTML, []);
  const parser = ThriftyParser.getFragmentParser<DefaultTreeAdapterMap>(context);
  if (parser instanceof ThriftyParser) parser.costLeft = COST_MIN + COST_PER_CHAR_MAX * text.length;
  parser.tokenizer.write(text, true);
  return parser.getFragment();
}

class ThriftyParser extends Parser<DefaultTreeAdapterMap> {
  costLeft = 0;

  override _createElement(
    tagName: string,
    namespace: html.NS,
    attributes: Attributes,
    parent: DefaultTreeAdapterTypes.ParentNode,
  ): DefaultTreeAdapterTypes.Element {
    this.costLeft -= ELEMENT_COST;
    for (const { name, value } of attributes) this.costLeft -= name.length + value.length;
    return super._createElement(tagName, namespace, this.costLeft < 0 ? [] : attributes, parent);
  }

  override _reconstructActiveFormattingElements(): void {
    if (this.costLeft > 0) super._reconstructActiveFormattingElements();
  }
}
