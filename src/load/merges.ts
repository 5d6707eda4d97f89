// Which entities of the layers are one, by what the matcher found and what people decided. Nothing is rewritten in the
// layers: a decision taken back gives two entities again, each with the facts of its own.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  decisionsFile,
  type MatchLine,
  matchesFile,
  type PersonsDecision,
  pairKey,
  parseDecisions,
  parseMatches,
} from "../match/decisions.ts";
import { type Kind, kindOfId } from "../ontology/model.ts";
import type { Problems } from "./problems.ts";

/** Two entities that are to be one, and who says so. */
interface Link {
  readonly id: string;
  readonly other: string;
  /** Where a person decided it; the matcher's are left out where they contradict a decision or a credit code. */
  readonly decided?: { readonly file: string; readonly line: number };
}

/** What is said of the layers' entities being others. */
export interface Claims {
  readonly links: readonly Link[];
  /** What people decided, by `pairKey`. */
  readonly decided: ReadonlyMap<string, PersonsDecision["is"]>;
  /** Kinds of the entities linked. */
  readonly kinds: ReadonlySet<Kind>;
}

/** Whether a layer says anything of the kind. */
export const hasClaims = (layer: string): boolean =>
  existsSync(join(layer, matchesFile)) || existsSync(join(layer, decisionsFile));

const textAt = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");

/** What the matcher found for the entities of a layer. */
export const readMatches = (layer: string): MatchLine[] => parseMatches(textAt(join(layer, matchesFile)));

/**
 * Reads what all layers say; of two layers that decided on one pair the higher stands.
 * @param without stem of a document whose matches are left out, as they are about to be found anew
 */
export function readClaims(
  layers: readonly string[],
  problems: Pick<Problems, "add">,
  without?: string,
): Claims {
  const decided = new Map<string, PersonsDecision & { readonly file: string; readonly line: number }>();
  for (const layer of layers) {
    const file = join(layer, decisionsFile);
    const { decisions, problems: wrong } = parseDecisions(textAt(file));
    for (const problem of wrong) problems.add({ file, ...problem });
    for (const one of decisions) decided.set(pairKey(one.id, one.other), { ...one, file });
  }
  const people = [...decided.values()].filter(({ is }) => is === "same");
  const found = layers
    .flatMap(readMatches)
    .filter(({ verdict, id, other }) => verdict === "SAME" && !decided.has(pairKey(id, other)))
    .filter(({ source }) => without === undefined || !source.startsWith(`${without}:`))
    .sort((one, other) => other.score - one.score);
  const links: Link[] = [
    ...people.map(({ id, other, file, line }) => ({ id, other, decided: { file, line } })),
    ...found.map(({ id, other }) => ({ id, other })),
  ];
  const kinds = new Set(links.flatMap(({ id, other }) => [kindOfId(id) ?? [], kindOfId(other) ?? []].flat()));
  return { links, decided: new Map([...decided].map(([pair, { is }]) => [pair, is])), kinds };
}

/** What is known of an entity that a link names. */
export interface Linked {
  /** The place of its first row, the lowest layer's first. */
  readonly place: number;
  readonly creditCode: string;
}

/**
 * The id under which each linked entity goes, where that is not its own: the one described first in the lowest layer.
 * @param linked those of the links that the layers describe
 */
export function mergesOf(
  { links, decided: by }: Claims,
  linked: ReadonlyMap<string, Linked>,
  problems: Pick<Problems, "add">,
): ReadonlyMap<string, string> {
  const groups = new Map<string, Set<string>>();
  const groupOf = (id: string): Set<string> => groups.get(id) ?? new Set([id]);
  const codesOf = (ids: Iterable<string>): Set<string> =>
    new Set([...ids].map((id) => linked.get(id)?.creditCode ?? "").filter((code) => code !== ""));
  for (const { id, other, decided } of links) {
    if (!linked.has(id) || !linked.has(other)) continue;
    const tell = (message: string): void => {
      if (decided !== undefined) problems.add({ ...decided, message });
    };
    if (kindOfId(id) !== kindOfId(other)) {
      tell(`${id} and ${other} are of different kinds: they cannot be the same`);
      continue;
    }
    const [own, its] = [groupOf(id), groupOf(other)];
    if (own === its) continue;
    const both = new Set([...own, ...its]);
    const codes = codesOf(both);
    if (codes.size > 1) {
      tell(
        `${id} and ${other} were decided to be the same, but have different credit codes (${[...codes].join(", ")}): correct a code, or decide \`different\``,
      );
      continue;
    }
    const divided = [...own].flatMap((a) =>
      [...its].filter((b) => by.get(pairKey(a, b)) === "different").map((b) => [a, b]),
    );
    const [first] = divided;
    if (first !== undefined) {
      tell(
        `${id} and ${other} were decided to be the same, but by other decisions ${first.join(" and ")}, which are then one too, are different: take one of them back`,
      );
      continue;
    }
    for (const member of both) groups.set(member, both);
  }
  const merges = new Map<string, string>();
  for (const group of new Set(groups.values())) {
    const [first, ...rest] = [...group].sort(
      (one, other) => (linked.get(one)?.place ?? 0) - (linked.get(other)?.place ?? 0),
    );
    for (const id of rest) if (first !== undefined) merges.set(id, first);
  }
  return merges;
}
