// How deep the variables of a request may be nested: what goes through them calls itself for each level, and a body holds
// a hundred thousand. Looked at before anything else goes through them.
import { IndustryGraphError } from "../errors.ts";

/** Levels of lists and objects within each other at the most: filters that people and programs write have ten. */
const mostLevels = 100;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const key in value) if (isDeeper((value as Record<string, unknown>)[key], levels - 1)) return true;
  return false;
}

/** Lets variables pass. @throws IndustryGraphError LIMIT_EXCEEDED where one is nested too deep */
export function checkNesting(variables: Readonly<Record<string, unknown>>): void {
  for (const name in variables)
    if (isDeeper(variables[name], mostLevels))
      throw new IndustryGraphError(
        "LIMIT_EXCEEDED",
        `A variable holds lists and objects ${mostLevels} levels within each other at the most: nest it less.`,
        { limit: mostLevels },
      );
}
