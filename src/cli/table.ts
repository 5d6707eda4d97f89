// A table of texts for a terminal. Chinese characters take two columns.

function width(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(character)
        ? 2
        : 1),
    0,
  );
}

/** A text cut to so many columns, with a sign that it was. */
function cut(text: string, most: number): string {
  if (width(text) <= most) return text;
  let kept = "";
  for (const character of text) {
    if (width(kept) + width(character) > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Columns narrower than this are not cut: little could be read of them. */
const least = 12;

/** The widths of columns so that a row fits into `most`: the widest give way, down to `least`. */
function fitted(widths: readonly number[], most: number): number[] {
  const fit = [...widths];
  const between = 2 * (widths.length - 1);
  for (let over = fit.reduce((sum, one) => sum + one, between) - most; over > 0; ) {
    const widest = Math.max(...fit);
    if (widest <= least) break;
    const next = Math.max(least, ...fit.filter((one) => one < widest));
    const share = Math.min(widest - next, Math.ceil(over / fit.filter((one) => one === widest).length));
    for (const [index, one] of fit.entries()) {
      if (one !== widest) continue;
      const less = Math.min(Math.max(1, share), over);
      fit[index] = one - less;
      over -= less;
      if (over <= 0) break;
    }
  }
  return fit;
}

/** How wide a row may be: as the terminal is; without one nothing is cut, since a program may be reading. */
export const terminalWidth = (): number =>
  process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY;

/** Rows under their headings, columns aligned, each row at most so wide. */
export function table(
  headings: readonly string[],
  given: readonly (readonly string[])[],
  most = terminalWidth(),
): string {
  const all = [headings, ...given];
  const whole = headings.map((_, index) => Math.max(...all.map((line) => width(line[index] ?? ""))));
  const widths = fitted(whole, most);
  const cells = all.map((line) => line.map((cell, index) => cut(cell, widths[index] ?? 0)));
  const [first, ...rest] = cells.map((line) =>
    line
      .map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - width(cell)))
      .join("  ")
      .trimEnd(),
  );
  return [first, widths.map((size) => "-".repeat(size)).join("  "), ...rest].join("\n");
}
