// Asks a store for companies by names written otherwise, and counts how often the right one comes first.

import { randomOf } from "../../scripts/synthetic/random.ts";
import { searchEntities } from "../../src/names/search.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { type Difference, differencesOf } from "./differences.ts";
import type { NamedCompany } from "./world.ts";

export interface Measured {
  readonly difference: Difference;
  readonly asked: number;
  readonly first: number;
  readonly inFive: number;
  /** Milliseconds of the median and of the slowest hundredth. */
  readonly median: number;
  readonly slow: number;
  /** Some that were not found first: what was asked, what was meant, what came. */
  readonly missed: readonly string[];
}

export const idOfCompany = (index: number): string => `enterprise:c${index}`;

/** Rows of Enterprise.csv of the companies, with the names that a store is to have. */
export function rowsOf(
  companies: readonly NamedCompany[],
  stored: Difference["stored"],
  sources: string,
): Record<string, string>[] {
  return companies.map(({ full, short }, index) => ({
    id: idOfCompany(index),
    name: stored === "short" ? short : full,
    aliases: stored === "both" ? short : "",
    sources,
  }));
}

/** Measures the differences of the ways of storing that there are stores for, with every so-manieth company. */
export async function measureNames(
  stores: Readonly<Partial<Record<Difference["stored"], GraphStore>>>,
  companies: readonly NamedCompany[],
  every = 1,
  told: (measured: Measured) => void = () => undefined,
): Promise<Measured[]> {
  const names = companies.flatMap(({ full, short }) => [full, short]);
  const known = new Set(names);
  const results: Measured[] = [];
  for (const difference of differencesOf(names)) {
    const store = stores[difference.stored];
    if (store === undefined) continue;
    const random = randomOf(1, difference.name);
    const times: number[] = [];
    const missed: string[] = [];
    let [asked, first, inFive] = [0, 0, 0];
    for (const [index, company] of companies.entries()) {
      const text = difference.ask(company, random);
      // What is another's name by chance is no question about this one.
      if (index % every !== 0 || text === undefined) continue;
      if (known.has(text) && text !== company.full && text !== company.short) continue;
      const started = performance.now();
      const hits = await searchEntities(store, {
        text,
        first: difference.ties === true ? 100 : 5,
      });
      times.push(performance.now() - started);
      asked += 1;
      const own = hits.find(({ id }) => id === idOfCompany(index));
      const top = hits[0]?.score ?? 0;
      const won = difference.ties === true ? own !== undefined && own.score === top : hits[0] === own;
      if (own !== undefined && won) first += 1;
      else if (missed.length < 12)
        missed.push(
          `${text} | ${company.full} | ${hits
            .slice(0, 2)
            .map(({ matched, score, reason }) => `${matched} ${score} ${reason}`)
            .join("; ")} | own ${own?.score ?? "-"}`,
        );
      if (own !== undefined && hits.slice(0, 5).includes(own)) inFive += 1;
    }
    times.sort((one, other) => one - other);
    const at = (share: number): number =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    const measured = { difference, asked, first, inFive, median: at(0.5), slow: at(0.99), missed };
    results.push(measured);
    told(measured);
  }
  return results;
}
