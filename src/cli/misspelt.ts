// Environment variables that look like a setting of ours, and are none.
import { settingsTable } from "../config.ts";
import { distance } from "../load/distance.ts";

/** A line for each variable whose name is a slip away from a setting's: what it says is not used. */
export function misspelt(environment: Readonly<Record<string, string | undefined>>): string[] {
  const names = Object.keys(settingsTable);
  return Object.keys(environment).flatMap((given) => {
    if (given.length < 5 || given in settingsTable) return [];
    // Short names are near to many: one letter is a slip there, two in longer ones.
    const slip = given.length < 8 ? 1 : 2;
    const meant = names.find((name) => name[0] === given[0] && distance(name, given) <= slip);
    return meant === undefined ? [] : [`${given} is no setting, and is not used: did you mean ${meant}?`];
  });
}
