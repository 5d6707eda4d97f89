// The node kinds of the graph, put together.
import { actorKinds } from "./kinds-actors.ts";
import { chainKinds } from "./kinds-chain.ts";
import { evidenceKinds } from "./kinds-evidence.ts";
import { policyKinds } from "./kinds-policy.ts";

export const kinds = { ...actorKinds, ...chainKinds, ...policyKinds, ...evidenceKinds } as const;
