/** What our documents say in `generator`. */
export const GENERATOR = "Teleprinter";
