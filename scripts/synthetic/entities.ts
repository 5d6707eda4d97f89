// Writes the entity files of a synthetic world.
import { type CsvWriter, newCsv } from "./csv-file.ts";
import { enterprises } from "./enterprises.ts";
import { metrics } from "./metrics.ts";
import { below, pick, randomOf } from "./random.ts";
import {
  cities,
  districts,
  exchanges,
  industries,
  levels,
  levelTitles,
  links,
  parkTypes,
  provinces,
  synthetic,
  tracks,
  trackTitles,
  trades,
} from "./words.ts";
import {
  adminCode,
  certificationId,
  cite,
  clusterId,
  countryId,
  documentLines,
  exchangeId,
  institutionId,
  parkId,
  partId,
  regionId,
  stem,
  type World,
} from "./world.ts";

function documents(folder: string): CsvWriter {
  const file = newCsv(folder, "entities/Document.csv", [
    "id",
    "name",
    "summary",
    "stem",
    "publisher",
    "lines",
  ]);
  const summary =
    "Synthetic data made by scripts/synthetic for measuring speed. No enterprise, park, region or figure in it exists.";
  file.row(
    "document:synthetic-data",
    "虚拟数据说明 (synthetic data)",
    summary,
    stem,
    "scripts/synthetic",
    documentLines,
  );
  return file;
}

function regions(folder: string): CsvWriter {
  const file = newCsv(folder, "entities/Region.csv", [
    "id",
    "name",
    "aliases",
    "regionLevel",
    "adminCode",
    "sources",
  ]);
  file.row(countryId, `${synthetic}国`, "", "COUNTRY", "", cite(0));
  for (const [province, name] of provinces.entries()) {
    const code = adminCode(province);
    file.row(regionId(code), `${synthetic}${name}省`, name, "PROVINCE", code, cite(province));
    for (const [city, own] of cities.entries()) {
      const cityCode = adminCode(province, city);
      file.row(regionId(cityCode), `${synthetic}${name}${own}市`, "", "CITY", cityCode, cite(city));
      for (const [part, district] of districts.entries()) {
        const full = adminCode(province, city, part);
        file.row(regionId(full), `${synthetic}${name}${own}${district}区`, "", "DISTRICT", full, cite(part));
      }
    }
  }
  return file;
}

function clusters(folder: string): CsvWriter {
  const file = newCsv(folder, "entities/Cluster.csv", ["id", "name", "clusterType", "sources"]);
  for (const [index, industry] of industries.entries()) {
    file.row(clusterId(index), `${synthetic}${industry}产业集群`, "CLUSTER", cite(index));
    for (const [part, link] of links.entries())
      file.row(partId(index * links.length + part), `${synthetic}${industry}${link}`, "PART", cite(index));
  }
  return file;
}

function certifications(folder: string): CsvWriter {
  const columns = ["id", "name", "level", "track", "rung", "validYears", "sources"];
  const file = newCsv(folder, "entities/Certification.csv", columns);
  for (const [track, title] of trackTitles.entries())
    for (const [level, grade] of levelTitles.entries()) {
      const index = track * levels.length + level;
      const name = `${synthetic}${grade}${title}企业`;
      file.row(
        certificationId(index),
        name,
        levels[level],
        tracks[track],
        levels.length - level,
        3,
        cite(index),
      );
    }
  return file;
}

function institutions(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "entities/Institution.csv", ["id", "name", "institutionType", "sources"]);
  const random = randomOf(world.seed, "institutions");
  for (let index = 0; index < world.institutions; index++) {
    const name = `${synthetic}${pick(random, cities)}${pick(random, trades)}研究院${index}`;
    file.row(institutionId(index), name, "RESEARCH_INSTITUTE", cite(index));
  }
  for (const [index, name] of exchanges.entries())
    file.row(exchangeId(index), `${synthetic}${name}`, "EXCHANGE", cite(index));
  return file;
}

function parks(folder: string, world: World): CsvWriter {
  const columns = ["id", "name", "level", "parkType", "area", "founded", "sources"];
  const file = newCsv(folder, "entities/Park.csv", columns);
  const random = randomOf(world.seed, "parks");
  for (let index = 0; index < world.parks; index++) {
    const name = `${synthetic}${pick(random, cities)}${pick(random, industries)}产业园${index}`;
    const area = Math.round(100 + 20_000 / (1 + index / 10));
    const level = levels[Math.min(3, Math.floor(Math.log10(index + 1)))];
    file.row(
      parkId(index),
      name,
      level,
      pick(random, parkTypes),
      area,
      1990 + below(random, 34),
      cite(index),
    );
  }
  return file;
}

export interface WrittenEntities {
  readonly rows: number;
  /** Indexes of the enterprises that are listed, ascending. */
  readonly listed: readonly number[];
}

/** Writes the entity files of who and where. */
export function writeEntities(folder: string, world: World): WrittenEntities {
  const listed: number[] = [];
  const files = [
    documents(folder),
    metrics(folder),
    regions(folder),
    clusters(folder),
    certifications(folder),
    institutions(folder, world),
    parks(folder, world),
    enterprises(folder, world, (index) => listed.push(index)),
  ];
  return { rows: files.reduce((sum, file) => sum + file.close(), 0), listed };
}
