// Writes the relations of who and where of a synthetic world, with the skew of reality.
import { type CsvWriter, newCsv } from "./csv-file.ts";
import { observations } from "./figures.ts";
import { joinClusters, placeProjects } from "./projects.ts";
import { below, hub, pick, type Random, randomOf, weighted, zipf } from "./random.ts";
import { cities, districts, exchanges, industries, links, provinces, trades } from "./words.ts";
import {
  adminCode,
  certificationId,
  cite,
  clusterId,
  countryId,
  districtId,
  enterpriseId,
  exchangeId,
  institutionId,
  parkId,
  partId,
  regionId,
  type World,
} from "./world.ts";

const plain = ["from", "to", "sources"];

/** The year in which one in twenty relations ended, up to eight years after it began. */
function endOf(random: Random, since: number): number | "" {
  return random() < 0.05 ? Math.min(2024, since + 1 + below(random, 8)) : "";
}

/**
 * What came after a recognition: the year of the last re-examination, each third year being passed by six in ten,
 * and the year in which one in thirty was taken back.
 */
function afterwards(random: Random, year: number): [number | "", number | ""] {
  let last = year;
  while (last + 3 <= 2026 && random() < 0.6) last += 3;
  return [last === year ? "" : last, random() < 0.03 ? last + 1 : ""];
}

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
  const file = newCsv(folder, "relations/LOCATED_IN.csv", [
    "from",
    "to",
    "since",
    "until",
    "status",
    "sources",
  ]);
  const random = randomOf(world.seed, "LOCATED_IN");
  const ends = randomOf(world.seed, "LOCATED_IN ends");
  const [district, park] = [zipf(world.regions, 0.6), zipf(world.parks, 0.8)];
  for (let index = 0; index < world.parks; index++)
    file.row(parkId(index), districtId(district(random)), "", "", "", cite(index));
  for (let index = 0; index < world.institutions; index++)
    file.row(institutionId(index), districtId(district(random)), "", "", "", cite(index));
  for (let index = 0; index < world.enterprises; index++) {
    const since = 2000 + below(random, 25);
    if (random() >= 0.75) {
      file.row(enterpriseId(index), districtId(district(random)), "", "", "IMPLIED", cite(index));
      continue;
    }
    const first = park(random);
    file.row(enterpriseId(index), parkId(first), since, endOf(ends, since), "STATED", cite(index));
    const second = park(random);
    if (random() < 0.05 && second !== first)
      file.row(enterpriseId(index), parkId(second), since, "", "IMPLIED", cite(index));
  }
  placeProjects(world, (from, to, index) => file.row(from, to, "", "", "STATED", cite(index)));
  return file;
}

function belongsTo(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "relations/BELONGS_TO.csv", ["from", "to", "since", "until", "sources"]);
  const random = randomOf(world.seed, "BELONGS_TO");
  const dates = randomOf(world.seed, "BELONGS_TO dates");
  const part = zipf(world.parts, 1);
  for (let index = 0; index < world.enterprises; index++) {
    const first = part(random);
    const since = dates() < 0.5 ? 2005 + below(dates, 20) : undefined;
    file.row(
      enterpriseId(index),
      partId(first),
      since,
      since === undefined ? "" : endOf(dates, since),
      cite(index),
    );
    const second = part(random);
    if (random() < 0.1 && second !== first)
      file.row(enterpriseId(index), partId(second), "", "", cite(index));
  }
  joinClusters(world, (from, to, index) => file.row(from, to, "", "", cite(index)));
  return file;
}

function certifiedAs(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "relations/CERTIFIED_AS.csv", [
    "from",
    "to",
    "key",
    "year",
    "renewedIn",
    "until",
    "status",
    "sources",
  ]);
  const random = randomOf(world.seed, "CERTIFIED_AS");
  const later = randomOf(world.seed, "CERTIFIED_AS later");
  const certification = zipf(world.certifications, 0.8);
  for (let index = 0; index < world.enterprises; index++) {
    const wanted = weighted(random, [52, 22, 12, 8, 4, 2]);
    const held = new Set<number>();
    // The commonest are the lowest: rank 0 is the last certification.
    for (let one = 0; one < wanted; one++) held.add(world.certifications - 1 - certification(random));
    for (const one of held) {
      const year = 2015 + below(random, 10);
      file.row(
        enterpriseId(index),
        certificationId(one),
        year,
        year,
        ...afterwards(later, year),
        "STATED",
        cite(index),
      );
    }
  }
  return file;
}

function supplies(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "relations/SUPPLIES.csv", [
    ...["from", "to", "product", "since", "until", "status", "sources"],
  ]);
  const random = randomOf(world.seed, "SUPPLIES");
  const dates = randomOf(world.seed, "SUPPLIES dates");
  for (let index = 0; index < world.enterprises; index++) {
    const customers = new Set<number>();
    const wanted = weighted(random, [25, 35, 20, 10, 6, 4]);
    for (let one = 0; one < wanted; one++) customers.add(hub(random, world.enterprises));
    customers.delete(index);
    for (const customer of customers) {
      const since = dates() < 0.3 ? 2010 + below(dates, 15) : undefined;
      const until = since === undefined ? "" : endOf(dates, since);
      const product = pick(random, trades);
      file.row(enterpriseId(index), enterpriseId(customer), product, since, until, "STATED", cite(index));
    }
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

/** Three leaders of each cluster. */
function leads(folder: string): CsvWriter {
  const file = newCsv(folder, "relations/LEADS.csv", plain);
  for (let index = 0; index < 3 * industries.length; index++)
    file.row(enterpriseId(index), clusterId(index % industries.length), cite(index));
  return file;
}

function listedOn(folder: string, world: World, listed: readonly number[]): CsvWriter {
  const file = newCsv(folder, "relations/LISTED_ON.csv", ["from", "to", "year", "sources"]);
  const random = randomOf(world.seed, "LISTED_ON");
  for (const index of listed) {
    const exchange = below(random, exchanges.length);
    file.row(enterpriseId(index), exchangeId(exchange), 2000 + below(random, 25), cite(index));
  }
  return file;
}

/** Writes the relations of who and where, and the observations; gives the number of rows. */
export function writeRelations(folder: string, world: World, listed: readonly number[]): number {
  const files = [
    partOf(folder, world),
    locatedIn(folder, world),
    belongsTo(folder, world),
    certifiedAs(folder, world),
    supplies(folder, world),
    focusesOn(folder, world),
    cooperatesWith(folder, world),
    leads(folder),
    listedOn(folder, world, listed),
    observations(folder, world),
  ];
  return files.reduce((sum, file) => sum + file.close(), 0);
}
