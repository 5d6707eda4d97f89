// Cases as lines of text: each difference with its file, case, condition, what was expected and what came out.
import type { CasesReport } from "../load/cases/run.ts";
import { formatProblem } from "../load/problems.ts";

/** Whether every case came out as it expects. */
export const asExpected = ({ outcomes, problems }: CasesReport): boolean =>
  problems.length === 0 && outcomes.every(({ differences }) => differences.length === 0);

/** The lines; one where all is as expected. */
export function casesText({ outcomes, problems }: CasesReport): string[] {
  if (problems.length > 0)
    return [...problems.map(formatProblem), `${problems.length} problems in cases: none was tried.`];
  const differing = outcomes.filter(({ differences }) => differences.length > 0);
  const lines = differing.flatMap(({ file, line, case: name, measure, track, asOf, differences }) => [
    `${file}:${line} ${name} (${measure ?? track}, ${asOf})`,
    ...differences.map(
      ({ of, text, expected, got, why }) =>
        `  ${of}${text === undefined ? "" : ` ${text}`}: expected ${expected}, got ${got}${why === undefined ? "" : ` (${why})`}`,
    ),
  ]);
  const right = outcomes.length - differing.length;
  return [
    ...lines,
    `Cases: ${right} of ${outcomes.length} came out as expected${differing.length === 0 ? "" : `, ${differing.length} did not`}.`,
  ];
}
