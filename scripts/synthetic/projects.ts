// Writes the projects of a synthetic world: what they cost, where they are, and the stages they reached.
import { type CsvWriter, newCsv } from "./csv-file.ts";
import { metricRelations } from "./metrics.ts";
import { below, hub, pick, type Random, randomOf, weighted, zipf } from "./random.ts";
import { cities, links, stages, synthetic, trades } from "./words.ts";
import { cite, districtId, enterpriseId, parkId, partId, projectId, type World } from "./world.ts";

type Related = (from: string, to: string, index: number) => void;

/** Where projects are: six in ten in a park, the others in a district. */
export function placeProjects(world: World, row: Related): void {
  const random = randomOf(world.seed, "projects LOCATED_IN");
  const [district, park] = [zipf(world.regions, 0.6), zipf(world.parks, 0.8)];
  for (let index = 0; index < world.projects; index++) {
    const place = random() < 0.6 ? parkId(park(random)) : districtId(district(random));
    row(projectId(index), place, index);
  }
}

/** To which part of a cluster projects belong; of a fifth it is not known. */
export function joinClusters(world: World, row: Related): void {
  const random = randomOf(world.seed, "projects BELONGS_TO");
  const part = zipf(world.parts, 1);
  for (let index = 0; index < world.projects; index++)
    if (random() < 0.8) row(projectId(index), partId(part(random)), index);
}

function stageNodes(folder: string): CsvWriter {
  const file = newCsv(folder, "entities/Stage.csv", ["id", "name", "code", "rank", "sources"]);
  for (const [index, { id, name, code }] of stages.entries())
    file.row(id, name, code, index + 1, cite(index));
  return file;
}

function projects(folder: string, world: World): CsvWriter {
  const columns = ["id", "name", "investment", "products", "level", "sources"];
  const file = newCsv(folder, "entities/Project.csv", columns);
  const random = randomOf(world.seed, "projects");
  for (let index = 0; index < world.projects; index++) {
    const trade = pick(random, trades);
    const name = `${synthetic}${pick(random, cities)}${trade}项目${index}`;
    // Investment by a log-normal law around sixty million yuan; of a tenth it is not known.
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const investment = random() < 0.1 ? undefined : Math.round(Math.exp(17.9 + 1.3 * normal) / 1e5) * 1e5;
    const level = ["", "MUNICIPAL", "PROVINCIAL", "NATIONAL"][weighted(random, [80, 15, 4, 1])];
    file.row(projectId(index), name, investment, `${trade}${pick(random, links)}`, level, cite(index));
  }
  return file;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** A month counted from January of year 0 as a date as precise as sources are: a tenth do not tell any. */
function dateOf(random: Random, month: number): string {
  const [year, own] = [Math.floor(month / 12), two((month % 12) + 1)];
  const precision = weighted(random, [10, 15, 60, 15]);
  if (precision === 0) return "";
  if (precision === 1) return String(year);
  return precision === 2 ? `${year}-${own}` : `${year}-${own}-${two(1 + below(random, 28))}`;
}

function reached(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "relations/REACHED.csv", ["from", "to", "since", "status", "sources"]);
  const random = randomOf(world.seed, "REACHED");
  for (let index = 0; index < world.projects; index++) {
    // Of three in a hundred no stage is known.
    if (random() < 0.03) continue;
    const highest = weighted(random, [12, 20, 16, 20, 12, 14, 6]);
    let month = 2016 * 12 + below(random, 84);
    const months = new Map<number, number>();
    for (let stage = 0; stage <= highest; stage++) {
      month += 1 + below(random, 9);
      if (stage === highest || random() < 0.65) months.set(stage, month);
    }
    const order = [...months.keys()];
    const [first, last] = [order[0], order.at(-1)];
    // Of two in a hundred the first and the last date are exchanged.
    if (first !== undefined && last !== undefined && random() < 0.02) {
      const earliest = months.get(first) ?? month;
      months.set(first, months.get(last) ?? month);
      months.set(last, earliest);
    }
    for (const [stage, at] of months)
      file.row(projectId(index), stages[stage]?.id, dateOf(random, at), "STATED", cite(index));
    const next = stages[highest + 1];
    if (next !== undefined && random() < 0.1)
      file.row(projectId(index), next.id, 2025 + below(random, 3), "TARGET", cite(index));
  }
  return file;
}

function undertakes(folder: string, world: World): CsvWriter {
  const file = newCsv(folder, "relations/UNDERTAKES.csv", ["from", "to", "sources"]);
  const random = randomOf(world.seed, "UNDERTAKES");
  for (let index = 0; index < world.projects; index++)
    file.row(enterpriseId(hub(random, world.enterprises)), projectId(index), cite(index));
  return file;
}

/** Writes stages, projects, their events and who undertakes them; gives the number of rows. */
export function writeProjects(folder: string, world: World): number {
  const files = [
    stageNodes(folder),
    projects(folder, world),
    reached(folder, world),
    undertakes(folder, world),
    ...metricRelations(folder),
  ];
  return files.reduce((sum, file) => sum + file.close(), 0);
}
