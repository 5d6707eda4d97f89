// What was worked out lately of a text is kept for a while: a row of a list is compared with a hundred names, which the
// rows after it are compared with as well.

/**
 * A function that keeps its last answers, and forgets all of them once they are many.
 * @param most answers that are kept
 */
export function lately<T>(most: number, make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (kept.size >= most) kept.clear();
    kept.set(text, made);
    return made;
  };
}
