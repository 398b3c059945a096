/**
 * Work that is never done twice at a time: asked for while it is being done, it is done once more afterwards, however often it was
 * asked for.
 *
 * @param work never rejects
 * @returns asks for it
 */
export function oneAtATime(work: () => Promise<void>): () => void {
  let working: Promise<void> = Promise.resolve();
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    working = working.then(() => {
      isWaiting = false;
      return work();
    });
  };
}
