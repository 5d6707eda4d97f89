// The conditions that measures and certifications of a synthetic world share, each written once, with what it tests.
import { type CsvWriter, newCsv } from "./csv-file.ts";
import { unreported } from "./metrics.ts";
import { synthetic } from "./words.ts";
import { certificationId, cite, clusterId, parkId } from "./world.ts";

/** A condition: its id without the beginning, its name, what it tests, and the columns its predicate takes. */
export interface Condition {
  readonly id: string;
  readonly name: string;
  readonly predicate: string;
  readonly tests?: string;
  readonly orHigher?: boolean;
  readonly level?: string;
  readonly metric?: string;
  readonly atLeast?: number;
  readonly unit?: string;
  readonly earliest?: number;
  readonly latest?: number;
}

export const inRegion = (region: string): Condition => ({
  id: `in-${region.slice("region:".length)}`,
  name: "位于该地区",
  predicate: "IN_REGION",
  tests: region,
});
export const inPark = (park: number): Condition => ({
  id: `in-park-${park}`,
  name: "位于该园区",
  predicate: "IN_PARK",
  tests: parkId(park),
});
export const inCluster = (cluster: number): Condition => ({
  id: `in-cluster-${cluster}`,
  name: "属于该集群",
  predicate: "IN_CLUSTER",
  tests: clusterId(cluster),
});

const held =
  (predicate: string, name: string) =>
  (certification: number): Condition => ({
    id: `${predicate.toLowerCase().replaceAll("_", "-")}-${certification}`,
    name,
    predicate,
    tests: certificationId(certification),
  });

export const recognised = held("FIRST_RECOGNITION", "首次认定");
export const renewed = held("RE_EXAMINATION", "通过复审");
export const holds = held("HOLDS", "获评");
export const holdsOrHigher = (certification: number): Condition => {
  const { id, ...rest } = holds(certification);
  return { ...rest, id: `${id}-or-higher`, orHigher: true };
};
export const holdsLevel = (level: string): Condition => ({
  id: `holds-level-${level.toLowerCase()}`,
  name: "获评该级别资质",
  predicate: "HOLDS_LEVEL",
  level,
});
export const listed: Condition = { id: "listed", name: "上市", predicate: "LISTED" };
/** A revenue of at least so many million yuan. */
export const revenue = (millions: number): Condition => ({
  id: `revenue-${millions}m`,
  name: "营业收入不低于",
  predicate: "FIGURE",
  metric: "synthetic-revenue",
  atLeast: millions * 1_000_000,
  unit: "yuan",
});
/** A figure that no enterprise reports. */
export const energy: Condition = {
  id: "energy",
  name: "能耗有记录",
  predicate: "FIGURE",
  metric: unreported,
  atLeast: 1,
  unit: "tonne of coal equivalent",
};
/** A capital of at least so many million yuan. */
export const capital = (millions: number): Condition => ({
  id: `capital-${millions}m`,
  name: "注册资本不低于",
  predicate: "CAPITAL",
  atLeast: millions * 1_000_000,
  unit: "yuan",
});
export const foundedSince = (earliest: number): Condition => ({
  id: `founded-since-${earliest}`,
  name: "成立不早于",
  predicate: "FOUNDED",
  earliest,
});
export const foundedBy = (latest: number): Condition => ({
  id: `founded-by-${latest}`,
  name: "成立不晚于",
  predicate: "FOUNDED",
  latest,
});

export const conditionId = (condition: Condition): string => `condition:synthetic-${condition.id}`;

/** Writes conditions as they are used: `use` gives the id, and writes a condition the first time it is met. */
export function conditionFiles(folder: string): {
  use(condition: Condition): string;
  readonly files: readonly CsvWriter[];
} {
  const conditions = newCsv(folder, "entities/Condition.csv", [
    ...["id", "name", "predicate", "orHigher", "level", "metric", "atLeast", "unit"],
    ...["earliest", "latest", "sources"],
  ]);
  const tests = newCsv(folder, "relations/TESTS.csv", ["from", "to", "sources"]);
  const known = new Set<string>();
  return {
    files: [conditions, tests],
    use(condition) {
      const { predicate, orHigher, level, metric, atLeast, unit, earliest, latest } = condition;
      const id = conditionId(condition);
      if (known.has(id)) return id;
      const source = cite(known.size);
      known.add(id);
      const name = `${synthetic}条件：${condition.name}`;
      conditions.row(id, name, predicate, orHigher, level, metric, atLeast, unit, earliest, latest, source);
      if (condition.tests !== undefined) tests.row(id, condition.tests, source);
      return id;
    },
  };
}
