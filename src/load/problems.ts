// Problems of a folder of CSV files, gathered so that all are told at once.

export interface Problem {
  /** Relative to the folder. */
  readonly file: string;
  /** Counted from 1; 0 for the file as a whole. */
  readonly line: number;
  readonly column?: string;
  /** What is wrong, and what to do. */
  readonly message: string;
}

/** How many problems are kept; the rest are only counted. */
const mostKept = 500;

export interface Problems {
  readonly list: readonly Problem[];
  readonly count: number;
  add(problem: Problem): void;
}

export function newProblems(): Problems {
  const list: Problem[] = [];
  let count = 0;
  return {
    list,
    get count() {
      return count;
    },
    add(problem) {
      count += 1;
      if (list.length < mostKept) list.push(problem);
    },
  };
}

/** A problem as a line of text: `file:line column: what, and what to do`. */
export function formatProblem({ file, line, column, message }: Problem): string {
  const place = line === 0 ? file : `${file}:${line}`;
  return `${place}${column === undefined ? "" : ` ${column}`}: ${message}`;
}

/** The problems as text, with a line that counts those not listed. */
export function formatProblems(problems: Problems): string {
  const lines = problems.list.map(formatProblem);
  const rest = problems.count - problems.list.length;
  return [...lines, ...(rest > 0 ? [`... and ${rest} more`] : [])].join("\n");
}
