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

/** Rows under their headings, columns aligned. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [headings, ...rows];
  const widths = headings.map((_, index) => Math.max(...cells.map((line) => width(line[index] ?? ""))));
  const [first, ...rest] = cells.map((line) =>
    line
      .map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - width(cell)))
      .join("  ")
      .trimEnd(),
  );
  return [first, widths.map((size) => "-".repeat(size)).join("  "), ...rest].join("\n");
}
