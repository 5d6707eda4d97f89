// Candidates for a name in somebody's table: what search finds, weighed with the other columns that were given.
import type { GraphEntity } from "../graphs/graph.ts";
import { type Kind, propertiesOf } from "../ontology/model.ts";
import type { Json } from "../store/port.ts";
import { type Named, typeOf } from "./properties.ts";

/** What search says of one entity. */
export interface Hit {
  readonly id: string;
  readonly score: number;
  readonly reason: string;
  /** In what the name differs from the text. */
  readonly differences: readonly string[];
}

/** A value of another column. */
export interface Given {
  readonly pid: string;
  readonly values: readonly string[];
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly type: readonly Named[];
  /** From 0 to 100. */
  readonly score: number;
  readonly match: boolean;
  readonly features: readonly { readonly id: string; readonly value: number | boolean }[];
}

const plain = (value: Json | string): string =>
  String(value)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·()（）]/g, "");

/** Whether what is known is what was given; undefined where nothing is known of it. */
function agrees(known: readonly Json[] | undefined, given: readonly string[]): boolean | undefined {
  if (known === undefined || known.length === 0) return undefined;
  const told = known.map(plain);
  return given.some((one) => told.includes(plain(one)));
}

/** Points that another column which agrees adds, and one that does not takes. */
const points = 15;

/**
 * A candidate with its score: that of the name, and what the other columns add or take. The same value of a property
 * that only one may have decides, whatever the name.
 * @param near names and ids of what its relations lead to, by property
 */
export function candidateOf(
  entity: GraphEntity,
  hit: Hit | undefined,
  given: readonly Given[],
  near: ReadonlyMap<string, readonly string[]>,
): Candidate {
  const { kind, properties } = entity;
  const own = propertiesOf(kind);
  let score = (hit?.score ?? 0) * 100;
  let decided = false;
  let against = false;
  const features: { id: string; value: number | boolean }[] = [
    { id: "name", value: Math.round(score * 10) / 10 },
    { id: "identical_name", value: hit?.reason === "IDENTICAL" },
  ];
  for (const difference of hit?.differences ?? [])
    features.push({ id: `differs_${difference}`, value: true });
  for (const { pid, values } of given) {
    const value = properties[pid];
    const known =
      own[pid] === undefined
        ? near.get(pid)
        : value === undefined
          ? []
          : Array.isArray(value)
            ? value
            : [value];
    const same = agrees(known, values);
    if (same === undefined) continue;
    features.push({ id: pid, value: same });
    if (own[pid]?.unique === true) {
      if (same) decided = true;
      else against = true;
    } else score += same ? points : -points;
  }
  if (decided) score = 100;
  if (against) score = Math.min(score, 50);
  const description = properties.summaryZh ?? properties.summary;
  return {
    id: entity.id,
    name: String(properties.name ?? entity.id),
    ...(description === undefined ? {} : { description: String(description) }),
    type: [typeOf(kind)],
    score: Math.round(Math.max(0, Math.min(100, score)) * 10) / 10,
    match: false,
    features,
  };
}

/**
 * The candidates, best first; the first is marked as the match where it surely is: by a value that only one may have,
 * or by the very name, which no other bears, and nothing given speaks against it.
 */
export function ranked(
  candidates: readonly Candidate[],
  limit: number,
  unique: (pid: string, kind: Kind) => boolean,
): Candidate[] {
  const sorted = [...candidates].sort(
    (one, other) => other.score - one.score || (one.id < other.id ? -1 : 1),
  );
  const value = (one: Candidate, id: string) => one.features.find((feature) => feature.id === id)?.value;
  const kindOf = (one: Candidate): Kind => one.type[0]?.id as Kind;
  const bySign = sorted.filter((one) =>
    one.features.some(({ id, value: same }) => same === true && unique(id, kindOf(one))),
  );
  const byName = sorted.filter((one) => value(one, "identical_name") === true);
  const [sure] = bySign.length > 0 ? bySign : byName;
  const alone = (bySign.length > 0 ? bySign : byName).length === 1;
  const doubted =
    sure?.features.some(({ id, value: same }) => same === false && id !== "identical_name") === true;
  return sorted
    .slice(0, limit)
    .map((one) => (one.id === sure?.id && alone && !doubted ? { ...one, match: true } : one));
}
