// Writes the observations of a synthetic world: figures over years, targets and forecasts, totals of projects.
import { type CsvWriter, newCsv } from "./csv-file.ts";
import { below, type Random, randomOf, weighted } from "./random.ts";
import { cities, districts, industries, provinces } from "./words.ts";
import {
  adminCode,
  cite,
  clusterId,
  countryId,
  enterpriseId,
  parkId,
  partId,
  regionId,
  type World,
} from "./world.ts";

interface Figure {
  /** The id without its beginning. */
  readonly id: string;
  readonly subject: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: keyof typeof factors;
  /** Empty where the source gives none. */
  readonly period: number | "";
  readonly bound?: string;
  readonly status?: string;
  readonly index: number;
}

type Tell = (figure: Figure) => void;

const factors = { 万元: 10_000, 亩: 1, 家: 1, 个: 1 } as const;
const normals = { 万元: "yuan", 亩: "mu", 家: "count", 个: "count" } as const;
const bounds = ["", "ABOUT", "AT_LEAST"] as const;
const years = Array.from({ length: 10 }, (_, index) => 2015 + index);
const recent = [2022, 2023, 2024];

/** Nine in ten figures are exact. */
const boundOf = (random: Random): string => bounds[weighted(random, [90, 6, 4])] ?? "";

/** The codes of all regions but the country: a province, its cities, those of their districts that report. */
function* regionCodes({ reporting }: World): Generator<string> {
  let district = 0;
  for (const province of provinces.keys()) {
    yield adminCode(province);
    for (const city of cities.keys()) {
      yield adminCode(province, city);
      for (const part of districts.keys()) if (district++ < reporting) yield adminCode(province, city, part);
    }
  }
}

/** Ten years of one metric; every fiftieth enterprise and every park has them, with targets from 2023 on. */
function longSeries(world: World, tell: Tell): void {
  const random = randomOf(world.seed, "observations");
  const plans = randomOf(world.seed, "observations targets");
  const series = (subject: string, name: string, metric: string, first: number, index: number): void => {
    let value = first;
    const of = { subject, metric, unit: "万元", index } as const;
    for (const year of years) {
      value = Math.max(1, Math.round(value * (0.9 + random() * 0.3)));
      tell({ ...of, id: `${name}-${year}`, value, period: year });
      if (year < 2023) continue;
      const bound = plans() < 0.2 ? "AT_LEAST" : "";
      const aim = Math.round(value * (0.8 + plans() * 0.35));
      tell({ ...of, id: `${name}-${year}-target`, value: aim, period: year, bound, status: "TARGET" });
    }
    const coming = Math.round(value * 1.1);
    tell({ ...of, id: `${name}-2025-forecast`, value: coming, period: 2025, status: "FORECAST" });
    tell({ ...of, id: `${name}-2027-target`, value: coming, period: 2027, status: "TARGET" });
  };
  for (let index = 0; index < world.enterprises; index += 50)
    series(
      enterpriseId(index),
      `enterprise-${index}`,
      "synthetic-revenue",
      500 + below(random, 50_000),
      index,
    );
  for (let index = 0; index < world.parks; index++)
    series(parkId(index), `park-${index}`, "synthetic-output", 10_000 + below(random, 900_000), index);
}

/** Three years of revenue of every fifth enterprise, those with ten years left out; a few without a period. */
function revenues(world: World, tell: Tell): void {
  const random = randomOf(world.seed, "observations revenue");
  for (let index = 5; index < world.enterprises; index += 5) {
    if (index % 50 === 0) continue;
    let value = Math.round(Math.exp(6 + 4 * random()));
    const undated = random() < 0.01;
    for (const year of recent) {
      value = Math.max(1, Math.round(value * (0.85 + random() * 0.4)));
      const of = { subject: enterpriseId(index), metric: "synthetic-revenue", unit: "万元", index } as const;
      const period = undated && year === 2024 ? "" : year;
      tell({ ...of, id: `enterprise-${index}-${year}`, value, period, bound: boundOf(random) });
    }
  }
}

/** Land of parks for ten years and their tenants for three, so that output can be told by mu and by enterprise. */
function perUnits(world: World, tell: Tell): void {
  const random = randomOf(world.seed, "observations land");
  for (let index = 0; index < world.parks; index++) {
    const subject = parkId(index);
    let land = 200 + below(random, 9_000);
    for (const year of years) {
      land += below(random, 40);
      const of = { subject, unit: "亩", period: year, index } as const;
      tell({ ...of, id: `park-${index}-land-${year}`, metric: "synthetic-land", value: land });
    }
    for (const year of recent) {
      const of = { subject, unit: "家", period: year, bound: boundOf(random), index } as const;
      const value = 10 + below(random, 400);
      tell({ ...of, id: `park-${index}-tenants-${year}`, metric: "synthetic-tenants", value });
    }
  }
}

/** Output of regions, clusters and parts, with the share of high technology and targets of regions. */
function outputs(world: World, tell: Tell): void {
  const random = randomOf(world.seed, "observations output");
  const told = (subject: string, name: string, size: number, index: number): void => {
    for (const year of recent) {
      const value = Math.round(size * (0.8 + random() * 0.4));
      const of = { subject, metric: "synthetic-output", unit: "万元", period: year, index } as const;
      tell({ ...of, id: `${name}-output-${year}`, value, bound: boundOf(random) });
      const [high, aim] = [Math.round(value * random() * 0.6), Math.round(value * (0.8 + random() * 0.4))];
      const part = { ...of, metric: "synthetic-high-tech-output", value: high };
      tell({ ...part, id: `${name}-high-tech-${year}` });
      const bound = random() < 0.3 ? "AT_LEAST" : "";
      if (subject.startsWith("region:") && year !== 2023)
        tell({ ...of, id: `${name}-output-${year}-target`, value: aim, bound, status: "TARGET" });
    }
  };
  told(countryId, "country", 900_000_000, 0);
  let index = 0;
  for (const code of regionCodes(world)) {
    const size = code.endsWith("0000") ? 100_000_000 : code.endsWith("00") ? 10_000_000 : 1_250_000;
    told(regionId(code), `region-${code}`, size, index++);
  }
  for (const cluster of industries.keys())
    told(clusterId(cluster), `cluster-${cluster}`, 40_000_000, cluster);
  for (let part = 0; part < world.parts; part++) told(partId(part), `part-${part}`, 4_000_000, part);
}

/** Totals of projects that reports state of provinces, cities, clusters and large parks. */
function totals(world: World, tell: Tell): void {
  const random = randomOf(world.seed, "observations totals");
  const told = (subject: string, name: string, most: number, index: number): void => {
    for (const stage of ["signed", "started"])
      for (const year of recent) {
        const [count, of] = [1 + below(random, most), { subject, period: year, index } as const];
        const id = `${name}-${stage}-${year}`;
        tell({ ...of, id, metric: `synthetic-${stage}-projects`, value: count, unit: "个" });
        if (random() < 0.5) continue;
        const money = {
          metric: `synthetic-${stage}-investment`,
          value: count * 8_000,
          unit: "万元",
        } as const;
        tell({ ...of, ...money, id: `${id}-investment`, bound: boundOf(random) });
      }
  };
  const size = world.projects / 40;
  for (const code of regionCodes(world))
    if (code.endsWith("00")) told(regionId(code), `region-${code}`, Math.max(3, size), 1);
  for (const cluster of industries.keys())
    told(clusterId(cluster), `cluster-${cluster}`, Math.max(3, size), cluster);
  for (let park = 0; park < Math.min(world.parks, 50); park++) told(parkId(park), `park-${park}`, 9, park);
}

/** Writes observations.csv. */
export function observations(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "observations.csv", [
    ...["id", "subject", "metric", "value", "unit", "period", "bound"],
    ...["normalisedValue", "normalisedUnit", "status", "sources"],
  ]);
  const tell: Tell = ({ id, subject, metric, value, unit, period, bound, status, index }) => {
    const normal = value * factors[unit];
    const own = `observation:synthetic-${id}`;
    file.row(own, subject, metric, value, unit, period, bound, normal, normals[unit], status, cite(index));
  };
  for (const part of [longSeries, revenues, perUnits, outputs, totals]) part(world, tell);
  return file;
}
