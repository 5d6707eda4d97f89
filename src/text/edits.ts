// How far two short texts are from each other: units wrong, missing, too many, or swapped with their neighbour.

/** Characters of a text, or syllables. */
type Units = ArrayLike<string>;

function equal(one: Units, other: Units): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

/** The least number of such changes that lead from one to the other; `most + 1` where it takes more. */
export function edits(one: Units, other: Units, most = 2): number {
  if (equal(one, other)) return 0;
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let leastOfRow = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
      leastOfRow = Math.min(leastOfRow, least);
    }
    if (leastOfRow > most) return most + 1;
    [before, above] = [above, current];
  }
  return Math.min(above.at(-1) ?? 0, most + 1);
}

/** Whether one such change leads from one to the other. */
export const withinOneEdit = (one: Units, other: Units): boolean => edits(one, other, 1) <= 1;
