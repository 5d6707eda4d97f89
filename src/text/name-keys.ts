// The keys by which names are looked up: what is stored of each name, and what is asked for. Both sides are made here.

import { tradesAtEnd } from "./name-words.ts";
import { foldText, nameKey } from "./normalise.ts";
import { type ParsedName, parseName } from "./parse-name.ts";
import { parseTitle } from "./parse-title.ts";

/** Kinds of which some are companies: 中国光大银行股份有限公司 is an institution too. */
const mayBeCompany: ReadonlySet<string> = new Set(["Institution", "Fund"]);

const company = /银行|农商行|公司|合伙/u;

/** A name taken apart as those of its kind are. */
export function partsOf(kind: string, name: string, lenient = false): ParsedName {
  const isCompany = kind === "Enterprise" || (mayBeCompany.has(kind) && company.test(foldText(name)));
  return isCompany ? parseName(name, lenient) : parseTitle(kind, name);
}

/** What a name is indexed under beside itself. */
export interface StoredKeys {
  /** What it is called once all that may be left off is; a branch has it beside its own. */
  readonly core?: string;
  readonly brand?: string;
}

const withBranch = (core: string, branch: string): string => (branch === "" ? core : `${core}#${branch}`);

/** The keys of a name as it is stored; none where it would name nothing without what may be left off. */
export function storedKeys(parts: ParsedName): StoredKeys {
  return {
    ...(parts.core.length < 2 ? {} : { core: withBranch(parts.core, parts.branch) }),
    ...(parts.brand.length < 2 || parts.branch !== "" ? {} : { brand: parts.brand }),
  };
}

/** Stem of the place next to the brand, as short names keep it: 宁德 of 宁德时代新能源科技. */
export function placedCore({ places, core, brand }: ParsedName): string {
  const last = places.at(-1);
  return last === undefined || brand === "" ? core : last.stem + core;
}

/** A core and what is left of it as trades are taken off its end, down to its brand: 东山精密制造, 东山精密, 东山. */
export function shorterCores(core: string, shortest: number): string[] {
  const found = new Set([core]);
  const queue = [core];
  for (let at = 0; at < queue.length && found.size < 12; at++) {
    const text = queue[at] ?? "";
    for (const trade of tradesAtEnd(text)) {
      const rest = text.slice(0, -trade.length);
      if (rest.length < Math.max(2, shortest) || found.has(rest)) continue;
      found.add(rest);
      queue.push(rest);
    }
  }
  return [...found];
}

export interface AskedKeys {
  readonly names: readonly string[];
  readonly cores: readonly string[];
  readonly brands: readonly string[];
}

/** The keys under which what a text means may be stored. */
export function askedKeys(text: string, parts: readonly ParsedName[]): AskedKeys {
  const key = nameKey(text);
  const cores = new Set<string>();
  const brands = new Set<string>();
  for (const one of parts) {
    const { core, brand, branch } = one;
    if (core.length < 2) continue;
    const placed = placedCore(one);
    if (branch !== "") {
      cores.add(withBranch(core, branch)).add(withBranch(placed, branch));
      continue;
    }
    const before = placed.length - core.length;
    for (const shorter of brand === "" ? [core] : shorterCores(core, brand.length)) {
      cores.add(shorter);
      if (before > 0) cores.add(placed.slice(0, before) + shorter);
    }
    if (brand.length > 1) brands.add(brand);
  }
  return { names: key === "" ? [] : [key], cores: [...cores], brands: [...brands] };
}
