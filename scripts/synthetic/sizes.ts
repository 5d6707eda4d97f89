// Sizes of synthetic worlds as they are written on the command line.

/** A count such as 10k or 1M. @throws Error where it is none */
export function countOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([kM]?)$/.exec(text);
  const unit = { "": 1, k: 1_000, M: 1_000_000 }[match?.[2] ?? ""] ?? 1;
  const count = Number(match?.[1] ?? Number.NaN) * unit;
  if (!Number.isSafeInteger(count) || count < 100 || count > 500_000_000)
    throw new Error(`${text} enterprises: write a number from 100 to 500M, such as 100k`);
  return count;
}
