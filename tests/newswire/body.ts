/** Two paragraphs that no reader could take for headlines. */
export const BODY =
  "The mill by the weir burned down on Sunday night.\n\nNobody was inside, the fire brigade said.\n";
export const PARAGRAPHS = [
  "The mill by the weir burned down on Sunday night.",
  "Nobody was inside, the fire brigade said.",
];
