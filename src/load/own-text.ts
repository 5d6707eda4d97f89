// A text that is kept while the file it came from is read on: cut out of a piece of the file, it would hold on to the
// whole piece, and a few kept of each piece to the whole file.

/** The same text in memory of its own. */
export const ownText = (text: string): string => Buffer.from(text).toString();

/** Gives equal texts as one, of its own. */
export function newTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const own = ownText(text);
    known.set(own, own);
    return own;
  };
}
