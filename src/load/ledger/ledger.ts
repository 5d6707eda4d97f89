// The ledger of a folder: every check with its outcome and every conflict, each with the places it rests on.
import { normalise } from "../normalise.ts";
import type { Stored } from "../rows.ts";
import type { Collected, Kept } from "./collect.ts";
import { type CheckType, evaluate } from "./evaluate.ts";
import type { Figure, Role } from "./figure.ts";
import type { Bound } from "./interval.ts";
import type { Verdict } from "./verdict.ts";

/** A check with its outcome. */
export interface CheckEntry extends Verdict {
  readonly id: string;
  readonly name: string;
  readonly checkType: CheckType;
  readonly figures: readonly Figure[];
  /** Ids of the entities that the list names. */
  readonly items: readonly string[];
  readonly sources: readonly string[];
  readonly row: string;
  /** Ids of the conflicts that concern the check, its only figure, or two of its figures. */
  readonly explainedBy: readonly string[];
}

export interface ConflictEntry {
  readonly id: string;
  readonly name: string;
  readonly conflictType: string;
  readonly reason: string;
  readonly resolution?: string;
  /** What it is about: ids and names. */
  readonly concerns: readonly { readonly id: string; readonly name: string }[];
  readonly sources: readonly string[];
  readonly row: string;
}

export interface Ledger {
  readonly checks: readonly CheckEntry[];
  readonly conflicts: readonly ConflictEntry[];
}

type NameOf = (id: string) => string | undefined;

const list = (value: unknown): readonly string[] => (value ?? []) as readonly string[];
const optional = (value: unknown): string | undefined => value as string | undefined;

function figureOf(collected: Collected, nameOf: NameOf, id: string, role: Role): Figure | undefined {
  const kept = collected.figures.get(id);
  if (kept === undefined) return undefined;
  const { values, row } = kept;
  const metric = `metric:${String(values.metric)}`;
  const normal = normalise(values, collected.metricUnits.get(metric));
  if ("problem" in normal) return undefined;
  return {
    id,
    role,
    label: nameOf(metric) ?? metric,
    value: normal.value,
    unit: normal.unit,
    stated: { value: Number(values.value), unit: String(values.unit) },
    bound: (values.bound ?? "EXACT") as Bound,
    period: optional(values.period),
    yearOnYear: values.yearOnYear as number | undefined,
    sources: list(values.sources),
    row,
  };
}

/** The conflicts that explain a check: about it, or about its only figure, or about two of its figures. */
function explaining(
  id: string,
  figures: readonly Figure[],
  about: ReadonlyMap<string, readonly string[]>,
): string[] {
  const ids = new Set(figures.map((figure) => figure.id));
  const enough = Math.min(2, ids.size);
  return [...about].flatMap(([conflict, concerned]) => {
    const shared = new Set(concerned.filter((one) => ids.has(one))).size;
    return concerned.includes(id) || (enough > 0 && shared >= enough) ? [conflict] : [];
  });
}

function conciseName(collected: Collected, nameOf: NameOf, id: string): string {
  const values = collected.figures.get(id)?.values;
  if (values === undefined) return nameOf(id) ?? id;
  const subject = String(values.subject);
  const metric = `metric:${String(values.metric)}`;
  const figure = `${String(values.value)} ${String(values.unit)}`;
  return [nameOf(subject) ?? subject, nameOf(metric) ?? metric, values.period ?? "undated", figure].join(
    " · ",
  );
}

/**
 * The ledger of what a first pass collected, checks and conflicts in order of id.
 * @param nameOf the name of an entity
 */
export function ledgerOf(collected: Collected, nameOf: NameOf): Ledger {
  const byId = <T>(entries: Iterable<[string, T]>): [string, T][] =>
    [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  const about = new Map<string, string[]>();
  for (const { from, to } of collected.concerns) about.set(from, [...(about.get(from) ?? []), to]);
  const uses = new Map<string, Collected["uses"]>();
  for (const use of collected.uses) uses.set(use.from, [...(uses.get(use.from) ?? []), use]);
  const checks = byId(collected.checks).map(([id, { values, row }]: [string, Kept]): CheckEntry => {
    const own = uses.get(id) ?? [];
    const items = own.filter((use) => use.values.checkRole === "ITEM").map((use) => use.to);
    const figures = own.flatMap((use) =>
      use.values.checkRole === "ITEM"
        ? []
        : (figureOf(collected, nameOf, use.to, use.values.checkRole as Role) ?? []),
    );
    const checkType = values.checkType as CheckType;
    const tolerance = values.tolerance as number | undefined;
    return {
      id,
      name: String(values.name),
      checkType,
      ...evaluate({ checkType, tolerance, figures, items: new Set(items).size }),
      figures,
      items,
      sources: list(values.sources),
      row,
      explainedBy: explaining(id, figures, about),
    };
  });
  const conflicts = byId(collected.conflicts).map(
    ([id, { values, row }]: [string, Kept]): ConflictEntry => ({
      id,
      name: String(values.name),
      conflictType: String(values.conflictType),
      reason: String(values.reason),
      resolution: optional(values.resolution),
      concerns: (about.get(id) ?? []).map((one) => ({ id: one, name: conciseName(collected, nameOf, one) })),
      sources: list(values.sources),
      row,
    }),
  );
  return { checks, conflicts };
}

/** What the graph keeps of a check's outcome: the derived properties of its node. */
export function outcomeProperties(check: CheckEntry): Stored {
  const { outcome, expected, actual, difference, unit, reason, reasonZh } = check;
  const given = { expected, actual, difference, checkedUnit: unit };
  return {
    outcome,
    reason,
    reasonZh,
    explained: check.explainedBy.length > 0,
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Stored),
  };
}
