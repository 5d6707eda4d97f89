// Writes the enterprises of a synthetic world.
import { creditCode } from "./credit-code.ts";
import { type CsvWriter, newCsv } from "./csv-file.ts";
import { below, pick, randomOf, weighted, zipf } from "./random.ts";
import { brands, cities, forms, links, synthetic, trades } from "./words.ts";
import { adminCode, cite, enterpriseId, placeOf, type World } from "./world.ts";

/** Writes the enterprises; `onListed` is told the index of each that is listed. */
export function enterprises(folder: string, world: World, onListed: (index: number) => void): CsvWriter {
  const columns = [
    "id",
    "name",
    "aliases",
    "creditCode",
    "founded",
    "capital",
    "listed",
    "industry",
    "products",
    "sources",
  ];
  const file = newCsv(folder, "entities/Enterprise.csv", columns);
  const random = randomOf(world.seed, "enterprises");
  const district = zipf(world.regions, 0.6);
  for (let index = 0; index < world.enterprises; index++) {
    const { province, city, part } = placeOf(district(random));
    const brand = pick(random, brands) + pick(random, brands);
    const trade = pick(random, trades);
    const form = forms[weighted(random, [60, 30, 8, 2])];
    const name = `${synthetic}${cities[city]}${brand}${trade}${form}`;
    const alias = random() < 0.1 ? `${synthetic}${brand}${index}` : undefined;
    // Capital by a log-normal law around five million yuan; a tenth does not tell.
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const capital = random() < 0.1 ? undefined : Math.round(Math.exp(15.4 + 1.6 * normal) / 10_000) * 10_000;
    const month = String(1 + below(random, 12)).padStart(2, "0");
    const founded = `${2024 - Math.floor(34 * random() ** 1.7)}-${month}`;
    const listed = random() < 0.01 ? true : random() < 0.5 ? false : undefined;
    if (listed === true) onListed(index);
    const code = creditCode(index, adminCode(province, city, part));
    const products = `${trade}${pick(random, links)}|${pick(random, trades)}${pick(random, links)}`;
    file.row(enterpriseId(index), name, alias, code, founded, capital, listed, trade, products, cite(index));
  }
  return file;
}
