// The field map of the root: lookups and lists of each kind, and questions about the whole graph.
import { kindNames, kindOf } from "../ontology/model.ts";
import {
  ask,
  askNeeding,
  calculation,
  type FieldSpec,
  group,
  list,
  lookup,
  nodesById,
  reaching,
  relationsOf,
  withKindOf,
} from "../plan/spec.ts";

/** One of a kind, and the list of a kind, under the names that the ontology gives them. */
const ofKinds: Readonly<Record<string, FieldSpec>> = Object.fromEntries(
  kindNames.flatMap((kind) => [
    [kindOf(kind).field, lookup(kind)],
    [kindOf(kind).plural, list(kind)],
  ]),
);

/** Fields of Query and of what it gathers. */
export const roots = {
  DataQuality: {
    orphans: ask("quality.orphans"),
    enterprisesWithoutPark: ask("quality.enterprises-without-park"),
    enterprisesWithoutRegion: ask("quality.enterprises-without-region"),
    enterprisesWithoutCluster: ask("quality.enterprises-without-cluster"),
    certificationsUnplaced: ask("quality.certifications-unplaced"),
    staleFigures: ask("quality.stale-figures"),
    undatedFigures: ask("quality.undated-figures"),
    projectsOutOfOrder: ask("quality.projects-out-of-order"),
    duplicates: ask("quality.duplicates"),
    sharedNames: ask("quality.shared-names"),
    failingChecks: ask("quality.failing-checks"),
    uncoveredSources: ask("quality.uncovered-sources"),
    overdueTargets: ask("targets"),
    conflicts: ask("quality.conflicts"),
    firmness: ask("quality.firmness"),
  },
  Query: {
    ...ofKinds,
    dataset: ask("dataset"),
    node: ask("node"),
    nodes: nodesById(),
    relations: relationsOf(),
    search: ask("search", "search"),
    path: reaching(ask("path"), "from", "to", "maxHops"),
    paths: reaching(ask("paths"), "from", "to", "maxHops"),
    neighbourhood: reaching(ask("neighbourhood"), "id", "kinds", "hops"),
    series: ask("series"),
    comparison: ask("comparison"),
    shares: askNeeding(
      "shares",
      ["observation"],
      ["subject", "metric", "period"],
      ["subject", "metric", "overlaps"],
    ),
    ranking: withKindOf(askNeeding("ranking", ["period"], ["overlaps"]), "OBSERVES", "out"),
    perUnit: ask("per-unit"),
    sum: calculation("sum"),
    difference: calculation("difference"),
    ratio: calculation("ratio"),
    share: calculation("share"),
    multiplied: calculation("product"),
    growth: calculation("growth"),
    earlier: calculation("earlier"),
    towards: calculation("towards"),
    targets: ask("targets"),
    commonNeighbours: reaching(ask("commonNeighbours"), "ids", "shared", 1),
    relationsAmong: ask("relations-among"),
    focusOverlap: ask("focus-overlap"),
    projectPipeline: ask("project-pipeline"),
    projectPipelineBy: ask("project-pipeline-by"),
    projectTotals: ask("project-totals"),
    dataQuality: group(),
  },
} as const;
