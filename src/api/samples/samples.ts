// Sample questions: the tabs of GraphiQL, which show the names of the operations. Each is run by a test on both engines.
import { figures } from "./figures.ts";
import { lookups } from "./lookups.ts";
import { policies } from "./policies.ts";
import type { Sample } from "./sample.ts";
import { structure } from "./structure.ts";

/** Every sample, from simple to deep. */
export const samples: readonly Sample[] = [...lookups, ...policies, ...figures, ...structure];
