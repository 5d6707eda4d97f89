// The world of policies with some certifications taken out: who is eligible differs from one to the other.
import type { Watch } from "../../src/watch/watch.ts";
import type { FolderContent } from "./folder.ts";
import { policyWorld } from "./policy-world.ts";

/** When the watches of suites were made. */
export const madeAt = "2026-03-01T00:00:00.000Z";

/** A watch for who becomes eligible for a measure of that world. */
export const watchNamed = (name: string): Watch => ({
  name,
  question: "candidate-conditions",
  variables: { measure: "measure:up", status: ["ELIGIBLE"] },
  again: [],
  made: madeAt,
});

/** The world without the certifications of these enterprises, by their short ids. */
export function without(...ids: readonly string[]): FolderContent {
  const from = new Set(ids.map((id) => `enterprise:${id}`));
  const certified = policyWorld.relations?.CERTIFIED_AS ?? [];
  return {
    ...policyWorld,
    relations: {
      ...policyWorld.relations,
      CERTIFIED_AS: certified.filter((one) => !from.has(String(one.from))),
    },
  };
}
