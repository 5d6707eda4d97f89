// Sample questions: the tabs of GraphiQL, which show the names of the operations. Each is run by a test on both engines.
import type { Title } from "../../ontology/definitions.ts";
import { figures } from "./figures.ts";
import { lookups } from "./lookups.ts";
import { policies } from "./policies.ts";
import type { Sample } from "./sample.ts";
import { structure } from "./structure.ts";

export interface SampleGroup {
  readonly title: Title;
  readonly samples: readonly Sample[];
  /** How many of them, from the first, are open as tabs when GraphiQL is opened: so many as fit a row. */
  readonly open: number;
}

/** The samples in groups, from simple to deep. */
export const sampleGroups: readonly SampleGroup[] = [
  { title: { zh: "谁、在哪里、有什么联系", en: "Who, where, and what relates" }, samples: lookups, open: 3 },
  { title: { zh: "政策与梯度培育", en: "Policies and the ladder" }, samples: policies, open: 1 },
  { title: { zh: "数据、目标与对账", en: "Figures, targets, the ledger" }, samples: figures, open: 1 },
  { title: { zh: "产业链、园区与项目", en: "Chains, parks, projects" }, samples: structure, open: 1 },
];

/** Every sample, from simple to deep. */
export const samples: readonly Sample[] = sampleGroups.flatMap((group) => group.samples);
