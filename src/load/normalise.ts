// The normalised value and unit of a figure: derived from the unit as stated, or checked against it where given.
import { largest } from "../ontology/numbers.ts";
import { readUnit, scale } from "../ontology/units.ts";
import type { Json } from "../store/port.ts";

/** How far a stated pair may be from the table's: rounding, no more. */
const slack = 1e-6;

export type Normalised =
  | { readonly value: number; readonly unit: string }
  | { readonly column: string; readonly problem: string };

function fits(value: number, given: number): boolean {
  return Math.abs(value - given) <= slack * Math.max(Math.abs(value), Math.abs(given));
}

function pairOf(values: Readonly<Record<string, Json>>, metricUnit: string | undefined): Normalised {
  const [value, unit] = [Number(values.value), String(values.unit)];
  const read = readUnit(unit);
  const givenUnit = values.normalisedUnit as string | undefined;
  const givenValue = values.normalisedValue as number | undefined;
  if ((givenUnit === undefined) !== (givenValue === undefined)) {
    const column = givenUnit === undefined ? "normalisedUnit" : "normalisedValue";
    return {
      column,
      problem: "is empty while the other of the pair is given: give both, or leave both empty",
    };
  }
  if (read === undefined) {
    if (givenUnit !== undefined && givenValue !== undefined) return { value: givenValue, unit: givenUnit };
    const problem = `${JSON.stringify(unit)} is not among the units of docs/units.md: give normalisedValue and normalisedUnit as well, or write a unit that is`;
    return { column: "unit", problem };
  }
  const normal = scale(value, read.factor);
  if (Math.abs(normal) > largest) {
    const problem = `${value} ${unit} is ${normal} ${read.normal}, more than is held exactly (${largest}): correct it`;
    return { column: "value", problem };
  }
  if (givenUnit === undefined || givenValue === undefined) {
    const chosen = metricUnit !== undefined && read.also.includes(metricUnit) ? metricUnit : read.normal;
    return { value: normal, unit: chosen };
  }
  const known = [read.normal, ...read.also];
  if (known.includes(givenUnit) && fits(normal, givenValue)) return { value: givenValue, unit: givenUnit };
  return {
    column: known.includes(givenUnit) ? "normalisedValue" : "normalisedUnit",
    problem: `${givenValue} ${givenUnit} contradicts ${value} ${unit}, which is ${normal} ${known.join(" or ")}: correct it, or leave both empty to have them derived`,
  };
}

/**
 * The normalised value and unit of the row of an observation, or what is wrong with it.
 * @param metricUnit the normal unit of its metric, where that has one
 */
export function normalise(
  values: Readonly<Record<string, Json>>,
  metricUnit: string | undefined,
): Normalised {
  const pair = pairOf(values, metricUnit);
  if ("problem" in pair || metricUnit === undefined || pair.unit === metricUnit) return pair;
  return {
    column: "unit",
    problem: `is in ${pair.unit}, while metric:${String(values.metric)} is normalised to ${metricUnit}: correct the unit, or use another metric`,
  };
}
