// Numbers by which things are told apart in keys of the cache: what they hold, such as a document's text, may be long.

/** Creates what gives each thing a number of its own, the same for as long as the thing is there. */
export function createNumbers(): (thing: object) => number {
  const numbers = new WeakMap<object, number>();
  let last = 0;
  return (thing) => {
    const known = numbers.get(thing);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(thing, last);
    return last;
  };
}
