// Which place the right one has among what the matcher finds where lists have short names and the graph full ones, and
// the reverse.
import { newMatcher } from "../../src/match/matcher.ts";
import { companies, type NamedCompany } from "../names/world.ts";

export interface Ranks {
  readonly stored: "short" | "full";
  /** Names of listed companies, or made-up ones of the same build. */
  readonly listed: boolean;
  readonly asked: number;
  readonly first: number;
  readonly inFive: number;
}

/** Asks so many companies' short names of their full names and the reverse: all listed ones, every twelfth made up. */
export function ranksOf(count: number): Ranks[] {
  const all = companies(count);
  const ways = [
    ["short", "full"],
    ["full", "short"],
  ] as const;
  return ways.flatMap(([stored, asked]) => {
    const known = all.map((company, index) => ({ id: `enterprise:${index}`, name: company[stored] }));
    const matcher = newMatcher(known);
    const rank = (company: NamedCompany, index: number): number =>
      matcher.find({ name: company[asked] }).findIndex(({ id }) => id === `enterprise:${index}`);
    return [true, false].map((listed): Ranks => {
      const ranks = all.flatMap((company, index) =>
        company.listed === listed && (listed || index % 12 === 0) ? [rank(company, index)] : [],
      );
      const within = (most: number): number => ranks.filter((at) => at >= 0 && at < most).length;
      return { stored, listed, asked: ranks.length, first: within(1), inFive: within(5) };
    });
  });
}
