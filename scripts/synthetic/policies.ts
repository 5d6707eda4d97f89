// Writes policies, measures and their conditions, and what each rung of a ladder demands.
import { capital, conditionFiles, foundedBy, holdsOrHigher, revenue } from "./conditions.ts";
import { newCsv } from "./csv-file.ts";
import {
  areas,
  type Demand,
  demandsOf,
  demandsOfPark,
  givingParks,
  measureId,
  policyId,
  type Sort,
  sortsIn,
} from "./measures.ts";
import { levels, synthetic, tracks } from "./words.ts";
import { certificationId, cite, type World } from "./world.ts";

const names: Readonly<Record<Sort, string>> = {
  first: "首次认定奖励",
  renewal: "复审奖励",
  growth: "规模增长补助",
  cluster: "集群新设企业补助",
  either: "重点企业支持",
  unreported: "节能补助",
  listed: "上市奖励",
  park: "园区入驻奖励",
};
const sums = [500_000, 300_000, 100_000, 50_000];

/** The demands of the certification of a level: the rung below, and more the higher it stands. */
function demandsOfRung(track: number, level: number): Demand[] {
  const below = track * levels.length + level + 1;
  const conditions = [
    ...(level === 3 ? [] : [holdsOrHigher(below)]),
    foundedBy(2021),
    ...(level <= 1 ? [revenue(20)] : []),
    ...(level === 0 ? [capital(5)] : []),
  ];
  return conditions.map((condition) => ({ condition }));
}

/** Writes them; gives the number of rows. */
export function writePolicies(folder: string, world: World): number {
  const ends = ["from", "to", "sources"];
  const policies = newCsv(folder, "entities/Policy.csv", [
    ...["id", "name", "policyType", "issued", "level", "sources"],
  ]);
  const measures = newCsv(folder, "entities/Measure.csv", [
    ...["id", "name", "measureType", "amount", "amountKind", "occasion", "level", "sources"],
  ]);
  const has = newCsv(folder, "relations/HAS_CONDITION.csv", [
    ...["from", "to", "alternative", "clause", "sources"],
  ]);
  const [offers, issued] = [
    newCsv(folder, "relations/OFFERS.csv", ends),
    newCsv(folder, "relations/ISSUED_BY.csv", ends),
  ];
  const { use, files } = conditionFiles(folder);
  let clause = 0;
  const demand = (id: string, demands: readonly Demand[]): void => {
    for (const { condition, alternative } of demands)
      has.row(id, use(condition), alternative, `第${++clause}款`, cite(clause));
  };
  const measure = (place: string | number, sort: Sort, level: number, demands: readonly Demand[]): void => {
    const id = measureId(place, sort);
    const occasion = { first: "FIRST_RECOGNITION", renewal: "RE_EXAMINATION" }[String(sort)];
    const kind = sort === "renewal" ? "FLAT" : "CEILING";
    const name = `${synthetic}${place}${names[sort]}`;
    measures.row(id, name, "REWARD", sums[level], kind, occasion, levels[level], cite(clause));
    demand(id, demands);
  };
  for (const area of areas(world)) {
    const policy = policyId(area.code);
    const name = `${synthetic}${area.code}产业政策`;
    policies.row(policy, name, "MEASURES", 2020 + (area.index % 5), levels[area.level], cite(area.index));
    issued.row(policy, area.region, cite(area.index));
    for (const sort of sortsIn(area)) {
      measure(area.code, sort, area.level, demandsOf(area, sort));
      offers.row(policy, measureId(area.code, sort), cite(area.index));
    }
  }
  for (let park = 0; park < givingParks(world); park++) measure(park, "park", 3, demandsOfPark(park));
  for (const track of tracks.keys())
    for (const level of levels.keys())
      demand(certificationId(track * levels.length + level), demandsOfRung(track, level));
  return [policies, measures, has, offers, issued, ...files].reduce((sum, file) => sum + file.close(), 0);
}
