/** What is not known to stand in a string of JSON as it is: quotation marks, backslashes, controls, halves of pairs. */
const DOUBTFUL = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** A text as a string of JSON. Most names and addresses need no escapes, and seeing that takes less than `JSON.stringify` does. */
export function quoteJson(text: string): string {
  return DOUBTFUL.test(text) ? JSON.stringify(text) : `"${text}"`;
}
