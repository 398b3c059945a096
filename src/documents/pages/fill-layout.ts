/** What stands around a page's own text, in pieces that pages share. */
export type FilledLayout = {
  /** Up to what each page's head says of itself. */
  readonly start: string;
  /** From there to the page's own text. */
  readonly header: string;
  readonly end: string;
};

/** What a layout is filled with: attributes' values, and HTML that ends its last line. Of `head` what pages share, which comes first. */
export type Slots = Readonly<Record<"language" | "direction" | "head" | "header" | "footer", string>>;

/** Used where the publisher brings none. Each slot stands in it once, as in every layout. */
export const OUR_LAYOUT = `<!doctype html>
<html lang="{{language}}" dir="{{direction}}">
<head>
{{head}}
</head>
<body>
{{header}}
{{main}}
{{footer}}
</body>
</html>
`;

/** Puts HTML into a layout: see `theme.layout`. A page's own head and text come between the pieces. */
export function fillLayout(layout: string, slots: Slots): FilledLayout {
  const [beforeHead = "", afterHead = ""] = layout.split(/\{\{head\}\}\n?/);
  const [beforeMain = "", afterMain = ""] = afterHead.split(/\{\{main\}\}\n?/);
  return {
    start: fill(beforeHead, slots) + slots.head,
    header: fill(beforeMain, slots),
    end: fill(afterMain, slots),
  };
}

/** In one go: what is put in may look like a slot. */
function fill(piece: string, { language, direction, header, footer }: Slots): string {
  return piece.replace(/\{\{(language|direction)\}\}|\{\{(header|footer)\}\}\n?/g, (_, value, part) => {
    if (value !== undefined) return value === "language" ? language : direction;
    return part === "header" ? header : footer;
  });
}
