/** What our documents say in `generator`. */
export const GENERATOR = "Teleprinter";

/** Our own XML namespace. Its one element, `titleDerived`, says that a title was made from the article's first sentence. */
export const TELEPRINTER_NAMESPACE = "tag:teleprinter.example,2026:feed";
