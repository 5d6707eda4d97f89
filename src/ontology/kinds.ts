// The node kinds of the graph, put together.
import { actorKinds } from "./kinds-actors.ts";
import { evidenceKinds } from "./kinds-evidence.ts";
import { policyKinds } from "./kinds-policy.ts";

export const kinds = { ...actorKinds, ...policyKinds, ...evidenceKinds } as const;
