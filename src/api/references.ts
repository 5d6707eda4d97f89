// Arguments that name entities: ids and names are taken alike, and what is not there is an error.

import type { FiguresSpec, References } from "../plan/references.ts";
import { wholesOf, withinReferences } from "./filter-within.ts";

/** Figures of a metric, by what filters say of their unit. */
const figures = (bounds: readonly string[]): FiguresSpec => ({
  ...{ kind: "Observation", of: "metric", property: "comparedUnit", unit: "unit" },
  bounds,
});

/** By the argument's name, or by `Input.field` where one of that name means something else there. */
export const references = {
  ...withinReferences,
  region: { kinds: ["Region"] },
  park: { kinds: ["Park"] },
  cluster: { kinds: ["Cluster"] },
  enterprise: { kinds: ["Enterprise"] },
  maker: { kinds: ["Enterprise"] },
  certifiedAs: { kinds: ["Certification"] },
  requires: { kinds: ["Certification"] },
  policy: { kinds: ["Policy"] },
  measure: { kinds: ["Measure"] },
  issuer: { kinds: ["Institution", "Region"] },
  document: { kinds: ["Document"] },
  condition: { kinds: ["Condition"] },
  observation: { kinds: ["Observation"] },
  metric: { kinds: ["Metric"], bare: true },
  metrics: { kinds: ["Metric"], bare: true },
  "ObservationFilter.metricIn": { kinds: ["Metric"], bare: true, figures: figures([]) },
  "FigureCondition.metric": { kinds: ["Metric"], bare: true, figures: figures(["atLeast", "atMost"]) },
  "ObservationFilter.metric": { kinds: ["Metric"], bare: true, figures: figures([]) },
  per: { kinds: ["Metric"], bare: true },
  "EnterpriseFilter.industryCode": {
    kinds: [],
    code: { of: { is: "entity", kind: "Enterprise" }, property: "industryCode", begins: true },
  },
  "ObservationFilter.unit": {
    kinds: [],
    code: { of: { is: "entity", kind: "Observation" }, property: "comparedUnit", begins: false },
  },
  "PolicyFilter.documentNumber": {
    kinds: [],
    code: { of: { is: "entity", kind: "Policy" }, property: "documentNumber", begins: false },
  },
  "PolicyFilter.documentNumberIn": {
    kinds: [],
    code: { of: { is: "entity", kind: "Policy" }, property: "documentNumber", begins: false },
  },
  "RegionFilter.within": { kinds: ["Region"] },
  "ObservationFilter.within": { kinds: [] },
  "ConflictFilter.within": { kinds: [] },
  "CheckFilter.within": { kinds: [] },
  within: { kinds: wholesOf("Entity") },
  about: { kinds: [] },
  subject: { kinds: [] },
  subjects: { kinds: [] },
  parts: { kinds: [] },
  target: { kinds: [] },
  concerns: { kinds: [] },
  from: { kinds: [] },
  to: { kinds: [] },
  id: { kinds: "own" },
  idIn: { kinds: "own" },
  ids: { kinds: [] },
} as const satisfies References;
