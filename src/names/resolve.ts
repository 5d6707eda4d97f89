// What a name stands for: one entity, several, or none. One read of the store for any number of names.

import { readFileSync } from "node:fs";
import { longestName } from "../ontology/characters.ts";
import { isKind, type Kind, kindNames, kindOfId } from "../ontology/model.ts";
import { packaged } from "../packaged.ts";
import type { GraphStore, Hit, ReadOptions, Row } from "../store/port.ts";
import { compareNames, nearness, placesFit } from "../text/compare-names.ts";
import { askedKeys, partsOf } from "../text/name-keys.ts";
import type { ParsedName } from "../text/parse-name.ts";
import { movedTo } from "./moved.ts";
import type { NamedEntity } from "./named.ts";
import { isAnother } from "./told-apart.ts";

/** A name, or an id, that was given where one entity is meant. */
export interface AskedName {
  readonly text: string;
  /** The kinds that it may be of; any if empty. */
  readonly kinds: readonly Kind[];
}

/** What a name stands for. Several are ordered by id; `near` is what else may have been meant, the best first. */
export type ResolvedName =
  | ({ readonly is: "one" } & NamedEntity)
  | { readonly is: "several"; readonly candidates: readonly NamedEntity[] }
  | {
      readonly is: "none";
      readonly near: readonly NamedEntity[];
      /** What it stands for among kinds that were not asked for, where that was looked up. */
      readonly others?: readonly NamedEntity[];
      /** What has it as a code, told as the end of a message. */
      readonly held?: string;
    };

const statement = readFileSync(packaged("cypher/names/named.cypher"), "utf8");
const begun = readFileSync(packaged("cypher/names/begun.cypher"), "utf8");
const byId = readFileSync(packaged("cypher/names/identified.cypher"), "utf8");

interface Known extends NamedEntity {
  readonly names: readonly ParsedName[];
  readonly level: string | undefined;
}

/** Kinds whose names are told apart by more than their place, or by the whole name alone. */
const ranked: ReadonlySet<Kind> = new Set<Kind>(["Enterprise", "Certification", "Metric"]);

const kindOfLabels = (labels: readonly string[]): Kind | undefined =>
  labels.find((label): label is Kind => label !== "Entity" && isKind(label));

function hitOf(row: Row): Hit | undefined {
  const kind = kindOfLabels(row.labels as string[]);
  if (kind === undefined) return undefined;
  const level = typeof row.level === "string" ? { level: row.level } : {};
  return {
    id: String(row.id),
    kind,
    name: String(row.name),
    aliases: (row.aliases ?? []) as string[],
    ...level,
  };
}

const knownOf = ({ id, kind, name, aliases, level }: Hit): Known => ({
  id,
  kind,
  name,
  level,
  names: [name, ...aliases].map((one) => partsOf(kind, one)),
});

interface Match {
  readonly entity: Known;
  readonly near: number;
}

/** How near an entity is to what was asked, by the best of its names; undefined where it cannot be meant. */
function nearest(asked: ParsedName, { kind, names }: Known): number | undefined {
  let least: number | undefined;
  for (const [index, name] of names.entries()) {
    const likeness = compareNames(asked, name);
    if (likeness === undefined) continue;
    // A group and its company are two: only who leaves 集团 off may mean either.
    if (likeness.differences.includes("GROUP") && asked.group) continue;
    const own = index === 0 && likeness.near === nearness.exact;
    // Clusters, bureaus and programmes are told apart by their place: 新能源 is no more the one's than the other's,
    // whichever a source has called so.
    const shared = !ranked.has(kind) && !own && asked.places.length === 0;
    const near = shared ? Math.max(likeness.near, nearness.place) : likeness.near;
    least = least === undefined ? near : Math.min(least, near);
  }
  return least;
}

function matchesOf(asked: AskedName, parts: ReadonlyMap<Kind, ParsedName>, known: readonly Known[]): Match[] {
  return known.flatMap((entity) => {
    if (asked.kinds.length > 0 && !asked.kinds.includes(entity.kind)) return [];
    const own = parts.get(entity.kind);
    if (entity.id === asked.text) return [{ entity, near: -1 }];
    const near = own === undefined || isAnother(own, entity, known) ? undefined : nearest(own, entity);
    return near === undefined ? [] : [{ entity, near }];
  });
}

const plain = ({ id, kind, name }: Known): NamedEntity => ({ id, kind, name });

function decided(matches: readonly Match[]): ResolvedName {
  const least = Math.min(...matches.map(({ near }) => near));
  const best = matches.filter(({ near }) => near === least).map(({ entity }) => plain(entity));
  const [first] = best;
  if (first === undefined) return { is: "none", near: [] };
  if (best.length === 1) return { is: "one", ...first };
  return { is: "several", candidates: best.sort((one, other) => (one.id < other.id ? -1 : 1)) };
}

/**
 * What a short name stands for, where it is one's brand and the beginning of others': 虚拟白石 is no more 虚拟白石通信化工
 * than 虚拟白石信泰环保科技.
 */
async function unlessBegun(
  store: Pick<GraphStore, "read">,
  answer: ResolvedName,
  asked: AskedName,
  matches: readonly Match[],
  options: ReadOptions,
): Promise<ResolvedName> {
  if (answer.is !== "one" || answer.kind !== "Enterprise") return answer;
  const own = partsOf("Enterprise", asked.text, true);
  const match = matches.find(({ entity }) => entity.id === answer.id);
  const isShort = match?.entity.names.some(({ core }) => core.length > own.core.length) === true;
  if (match?.near !== nearness.short || !isShort || own.core.length < 2) return answer;
  const rows = await store.read(begun, { core: own.core, found: answer.id }, options);
  const others = rows
    .flatMap((row) => hitOf(row) ?? [])
    .map(knownOf)
    .filter(({ names }) => names.some((name) => placesFit(own.places, name.places)));
  if (others.length === 0) return answer;
  const { id, kind, name } = answer;
  return { is: "several", candidates: [{ id, kind, name }, ...others.map(plain)] };
}

const partsFor = ({ text, kinds }: AskedName): Map<Kind, ParsedName> =>
  new Map((kinds.length === 0 ? kindNames : kinds).map((kind) => [kind, partsOf(kind, text, true)]));

/** Whether something may be called so at all. Longer texts are never taken apart: that takes more than their length. */
const mayBeCalled = ({ text }: AskedName): boolean => text.length <= longestName;

/** Whatever any of the names may mean, by id or by a key of its names: one read, and nothing decided yet. */
export async function namedEntities(
  store: Pick<GraphStore, "read">,
  given: readonly AskedName[],
  options: ReadOptions = {},
): Promise<Hit[]> {
  const asked = given.filter(mayBeCalled);
  const keys = asked.map((one) => askedKeys(one.text, [...partsFor(one).values()]));
  const all = (name: "names" | "cores" | "brands"): string[] => [
    ...new Set(keys.flatMap((one) => one[name])),
  ];
  const kinds = asked.some((one) => one.kinds.length === 0)
    ? null
    : [...new Set(asked.flatMap((one) => one.kinds))];
  const ids = [...new Set(asked.map(({ text }) => text))].filter((text) => kindOfId(text) !== undefined);
  const parameters = { ids, names: all("names"), cores: all("cores"), brands: all("brands"), kinds };
  if (ids.length + parameters.names.length === 0) return [];
  const rows = await store.read(statement, parameters, options);
  return rows.flatMap((row) => hitOf(row) ?? []);
}

/** Whether a text has the form of an id of what is meant. */
const isIdOf = ({ text, kinds }: AskedName): boolean => {
  const kind = kindOfId(text);
  return kind !== undefined && (kinds.length === 0 || kinds.includes(kind));
};

/**
 * What ids stand for, where nothing but ids is asked: one look into an index each, where names take seven.
 * Undefined where there is a name among them, or an id that is not there: then names are looked through.
 */
async function identified(
  store: Pick<GraphStore, "read">,
  asked: readonly AskedName[],
  options: ReadOptions,
): Promise<ResolvedName[] | undefined> {
  if (!asked.every(isIdOf)) return undefined;
  const ids = [...new Set(asked.map(({ text }) => text))];
  const rows = await store.read(byId, { ids }, options);
  const found = new Map(rows.flatMap((row) => hitOf(row) ?? []).map((hit) => [hit.id, hit]));
  const answers = asked.flatMap(({ text }): ResolvedName[] => {
    const hit = found.get(text);
    return hit === undefined ? [] : [{ is: "one", id: hit.id, kind: hit.kind, name: hit.name }];
  });
  return answers.length === asked.length ? answers : undefined;
}

/** Tells what may have been meant by a name that stands for nothing. */
export type Suggest = (asked: AskedName, options: ReadOptions) => Promise<readonly NamedEntity[]>;

/**
 * What each of the names stands for, in their order: one read of the store, three where ids are not there: an id that
 * was given up stands for the entity that stays. Where `suggest` is given, it is asked what is near those that stand
 * for nothing.
 */
export async function resolveNames(
  store: Pick<GraphStore, "read">,
  asked: readonly AskedName[],
  options: ReadOptions = {},
  suggest?: Suggest,
): Promise<ResolvedName[]> {
  const those = await identified(store, asked, options);
  if (those !== undefined) return those;
  const known = (await namedEntities(store, asked, options)).map(knownOf);
  const there = new Set(known.map(({ id }) => id));
  const gone = asked.filter((one) => isIdOf(one) && !there.has(one.text)).map(({ text }) => text);
  const moved = await movedTo(store, gone, options);
  return Promise.all(
    asked.map(async (one) => {
      if (!mayBeCalled(one)) return { is: "none" as const, near: [] };
      const now = moved.get(one.text);
      if (now !== undefined && isIdOf(one)) return { is: "one" as const, ...now };
      const matches = matchesOf(one, partsFor(one), known);
      const answer = await unlessBegun(store, decided(matches), one, matches, options);
      if (answer.is !== "none" || suggest === undefined) return answer;
      return { is: "none" as const, near: await suggest(one, options) };
    }),
  );
}
