// Problems of a folder of CSV files, gathered so that all are told at once.
import { inChinese } from "./problems-zh.ts";

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

/** The languages in which problems are told. */
export type ProblemLanguage = "zh" | "en";

const placeOf = ({ file, line, column }: Problem): string =>
  `${line === 0 ? file : `${file}:${line}`}${column === undefined ? "" : ` ${column}`}`;

/** A problem as a line of text: `file:line column: what, and what to do`. */
export const formatProblem = (problem: Problem): string => `${placeOf(problem)}: ${problem.message}`;

/** The same in Chinese. */
export const formatInChinese = (problem: Problem): string =>
  `${placeOf(problem)}：${inChinese(problem.message)}`;

/** The problems as text, with a line that counts those not listed. */
export function formatProblems(problems: Problems, language: ProblemLanguage = "en"): string {
  const lines = problems.list.map(language === "zh" ? formatInChinese : formatProblem);
  const rest = problems.count - problems.list.length;
  const more = language === "zh" ? `…… 另有 ${rest} 条` : `... and ${rest} more`;
  return [...lines, ...(rest > 0 ? [more] : [])].join("\n");
}
