// The one rule of periods: a period finds what lies in it, whatever way it is written; what only overlaps it is found
// by arguments that say so. Gives the days that a period means.
import { IndustryGraphError } from "../errors.ts";
import { spanOfPeriod } from "../ontology/spans.ts";
import { periodForms, readPeriod } from "../ontology/written.ts";

/** The days that a period argument means, as `first/last`. @throws IndustryGraphError where it cannot be read */
export function daysMeant(argument: string, written: string): string {
  const period = readPeriod(written);
  if (period === undefined) {
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${argument} ${JSON.stringify(written)} is no period: write ${periodForms}.`,
    );
  }
  const { start, end } = spanOfPeriod(period);
  return `${start}/${end}`;
}
