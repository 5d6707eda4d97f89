// Filters about one relation that stand beside each other (`certifiedAs`, `certificationLevel`).
import type { Condition } from "./conditions.ts";

/** Conditions on one relation mean one far end: their properties become those of one. */
export function withOneEnd(conditions: readonly Condition[]): Condition[] {
  const merged: Condition[] = [];
  for (const one of conditions) {
    const at = merged.findIndex(
      (other) =>
        one.is === "related" &&
        other.is === "related" &&
        one.relation === other.relation &&
        one.way === other.way &&
        one.of === other.of,
    );
    const same = merged[at];
    if (one.is === "related" && same?.is === "related")
      merged[at] = { ...same, properties: [...same.properties, ...one.properties] };
    else merged.push(one);
  }
  return merged;
}
