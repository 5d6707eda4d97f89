// Writes the relation files and the observations of a synthetic world, with the skew of reality.
import { type CsvWriter, newCsv } from "./csv-file.ts";
import { below, hub, pick, randomOf, weighted, zipf } from "./random.ts";
import { cities, districts, links, provinces, trades } from "./words.ts";
import {
  adminCode,
  certificationId,
  cite,
  clusterId,
  countryId,
  districtId,
  enterpriseId,
  institutionId,
  parkId,
  partId,
  regionId,
  type World,
} from "./world.ts";

const plain = ["from", "to", "sources"];

function partOf(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "relations/PART_OF.csv", plain);
  for (const province of provinces.keys()) {
    file.row(regionId(adminCode(province)), countryId, cite(0));
    for (const city of cities.keys()) {
      const code = adminCode(province, city);
      file.row(regionId(code), regionId(adminCode(province)), cite(0));
      for (const part of districts.keys())
        file.row(regionId(adminCode(province, city, part)), regionId(code), cite(0));
    }
  }
  for (let part = 0; part < world.parts; part++)
    file.row(partId(part), clusterId(Math.floor(part / links.length)), cite(part));
  return file;
}

function locatedIn(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "relations/LOCATED_IN.csv", ["from", "to", "since", "status", "sources"]);
  const random = randomOf(world.seed, "LOCATED_IN");
  const [district, park] = [zipf(world.regions, 0.6), zipf(world.parks, 0.8)];
  for (let index = 0; index < world.parks; index++)
    file.row(parkId(index), districtId(district(random)), "", "", cite(index));
  for (let index = 0; index < world.institutions; index++)
    file.row(institutionId(index), districtId(district(random)), "", "", cite(index));
  for (let index = 0; index < world.enterprises; index++) {
    const since = 2000 + below(random, 25);
    if (random() >= 0.75) {
      file.row(enterpriseId(index), districtId(district(random)), "", "IMPLIED", cite(index));
      continue;
    }
    const first = park(random);
    file.row(enterpriseId(index), parkId(first), since, "STATED", cite(index));
    const second = park(random);
    if (random() < 0.05 && second !== first)
      file.row(enterpriseId(index), parkId(second), since, "IMPLIED", cite(index));
  }
  return file;
}

function belongsTo(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "relations/BELONGS_TO.csv", plain);
  const random = randomOf(world.seed, "BELONGS_TO");
  const part = zipf(world.parts, 1);
  for (let index = 0; index < world.enterprises; index++) {
    const first = part(random);
    file.row(enterpriseId(index), partId(first), cite(index));
    const second = part(random);
    if (random() < 0.1 && second !== first) file.row(enterpriseId(index), partId(second), cite(index));
  }
  return file;
}

function certifiedAs(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "relations/CERTIFIED_AS.csv", [
    "from",
    "to",
    "key",
    "year",
    "status",
    "sources",
  ]);
  const random = randomOf(world.seed, "CERTIFIED_AS");
  const certification = zipf(world.certifications, 0.8);
  for (let index = 0; index < world.enterprises; index++) {
    const wanted = weighted(random, [52, 22, 12, 8, 4, 2]);
    const held = new Set<number>();
    // The commonest are the lowest: rank 0 is the last certification.
    for (let one = 0; one < wanted; one++) held.add(world.certifications - 1 - certification(random));
    for (const one of held) {
      const year = 2015 + below(random, 10);
      file.row(enterpriseId(index), certificationId(one), year, year, "STATED", cite(index));
    }
  }
  return file;
}

function supplies(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "relations/SUPPLIES.csv", ["from", "to", "product", "status", "sources"]);
  const random = randomOf(world.seed, "SUPPLIES");
  for (let index = 0; index < world.enterprises; index++) {
    const customers = new Set<number>();
    const wanted = weighted(random, [25, 35, 20, 10, 6, 4]);
    for (let one = 0; one < wanted; one++) customers.add(hub(random, world.enterprises));
    customers.delete(index);
    for (const customer of customers)
      file.row(enterpriseId(index), enterpriseId(customer), pick(random, trades), "STATED", cite(index));
  }
  return file;
}

function focusesOn(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "relations/FOCUSES_ON.csv", plain);
  const random = randomOf(world.seed, "FOCUSES_ON");
  for (let index = 0; index < world.parks; index++) {
    const chosen = new Set(Array.from({ length: 1 + below(random, 3) }, () => below(random, world.clusters)));
    for (const cluster of chosen) file.row(parkId(index), clusterId(cluster), cite(index));
  }
  return file;
}

function cooperatesWith(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "relations/COOPERATES_WITH.csv", plain);
  const random = randomOf(world.seed, "COOPERATES_WITH");
  for (let index = 0; index < world.enterprises; index += 20)
    file.row(enterpriseId(index), institutionId(below(random, world.institutions)), cite(index));
  return file;
}

const years = Array.from({ length: 10 }, (_, index) => 2015 + index);

function observations(folder: string, world: World): CsvWriter {
  const columns = [
    "id",
    "subject",
    "metric",
    "value",
    "unit",
    "period",
    "normalisedValue",
    "normalisedUnit",
    "sources",
  ];
  const file = newCsv(folder, "observations.csv", columns);
  const random = randomOf(world.seed, "observations");
  const tell = (subject: string, name: string, metric: string, first: number, index: number): void => {
    let value = first;
    for (const year of years) {
      value = Math.max(1, Math.round(value * (0.9 + random() * 0.3)));
      const id = `observation:synthetic-${name}-${year}`;
      file.row(id, subject, metric, value, "万元", year, value * 10_000, "yuan", cite(index));
    }
  };
  for (let index = 0; index < world.enterprises; index += 50)
    tell(enterpriseId(index), `enterprise-${index}`, "synthetic-revenue", 500 + below(random, 50_000), index);
  for (let index = 0; index < world.parks; index++)
    tell(parkId(index), `park-${index}`, "synthetic-output", 10_000 + below(random, 900_000), index);
  return file;
}

/** Writes the relation files and the observations; gives the number of rows. */
export function writeRelations(folder: string, world: World): number {
  const files = [
    partOf(folder, world),
    locatedIn(folder, world),
    belongsTo(folder, world),
    certifiedAs(folder, world),
    supplies(folder, world),
    focusesOn(folder, world),
    cooperatesWith(folder, world),
    observations(folder, world),
  ];
  return files.reduce((sum, file) => sum + file.close(), 0);
}
