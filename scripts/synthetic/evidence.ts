// Writes checks of sums over regions, some of which fail, and conflicts, so that the quality of data has findings.
import { newCsv } from "./csv-file.ts";
import { below, randomOf } from "./random.ts";
import { cities, districts, provinces, synthetic } from "./words.ts";
import { adminCode, cite, enterpriseId, type World } from "./world.ts";

const outputOf = (code: string): string => `observation:synthetic-region-${code}-output-2024`;
const conflictTypes = ["CONTRADICTION", "NAMES_DIFFER", "UNDATED", "AMBIGUOUS"];

/** Writes them; gives the number of rows. */
export function writeEvidence(folder: string, world: World): number {
  const checks = newCsv(folder, "entities/Check.csv", ["id", "name", "checkType", "sources"]);
  const enters = newCsv(folder, "relations/CHECKS.csv", ["from", "to", "checkRole", "sources"]);
  let count = 0;
  const sum = (code: string, parts: readonly string[]): void => {
    const id = `check:synthetic-output-${code}`;
    checks.row(id, `${synthetic}产值合计${code}`, "SUM", cite(++count));
    enters.row(id, outputOf(code), "WHOLE", cite(count));
    for (const part of parts) enters.row(id, outputOf(part), "PART", cite(count));
  };
  for (const province of provinces.keys()) {
    const own = [...cities.keys()].map((city) => adminCode(province, city));
    sum(adminCode(province), own);
    for (const [city, code] of own.entries()) {
      const upTo = (province * cities.length + city + 1) * districts.length;
      const parts = [...districts.keys()].map((part) => adminCode(province, city, part));
      if (upTo <= world.reporting) sum(code, parts);
    }
  }

  const conflicts = newCsv(folder, "entities/Conflict.csv", [
    ...["id", "name", "conflictType", "reason", "sources"],
  ]);
  const concerns = newCsv(folder, "relations/CONCERNS.csv", ["from", "to", "sources"]);
  const random = randomOf(world.seed, "conflicts");
  for (let index = 0; index < world.enterprises / 100; index++) {
    const id = `conflict:synthetic-${index}`;
    const type = conflictTypes[Math.floor(conflictTypes.length * random() ** 2)];
    conflicts.row(id, `${synthetic}矛盾${index}`, type, "Made up, as everything here.", cite(index));
    const first = below(random, world.enterprises);
    for (const one of [first, (first + 1) % world.enterprises])
      concerns.row(id, enterpriseId(one), cite(index));
  }
  return [checks, enters, conflicts, concerns].reduce((rows, file) => rows + file.close(), 0);
}
