// The world of policies with some certifications taken out: who is eligible differs from one to the other.
import type { FolderContent } from "./folder.ts";
import { policyWorld } from "./policy-world.ts";

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
