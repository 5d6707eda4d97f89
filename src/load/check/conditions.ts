// Conditions of a folder: what each predicate needs is there, and REQUIRES and APPLIES_TO of a measure follow from
// its conditions, so that nothing is said twice. Keeps only the rows of conditions in memory.
import { type Predicate, predicateColumns, predicateRules } from "../../ontology/condition.ts";
import { kindOfId, type RelationType } from "../../ontology/model.ts";
import type { Problems } from "../problems.ts";
import type { CsvRow } from "../read.ts";
import { relationOfRow, type Stored, type StoredRelation } from "../rows.ts";

interface Place {
  readonly file: string;
  readonly line: number;
}

interface Said {
  readonly place: Place;
  readonly from: string;
  readonly to: string;
  readonly values: Stored;
}

/** What a first pass gathers of conditions. */
export interface Conditions {
  readonly rows: Map<string, { readonly place: Place; readonly values: Stored }>;
  readonly uses: Said[];
  readonly tests: Said[];
  /** REQUIRES and APPLIES_TO rows of measures and certifications. */
  readonly stated: (Said & { readonly type: RelationType })[];
  /** Normal units of metrics by code. */
  readonly units: Map<string, string | undefined>;
}

export const newConditions = (): Conditions => ({
  rows: new Map(),
  uses: [],
  tests: [],
  stated: [],
  units: new Map(),
});

const placeOf = ({ file, line }: CsvRow): Place => ({ file, line });

/** Takes note of an entity's row where conditions need it. */
export function noteEntity(conditions: Conditions, row: CsvRow, id: string, values: Stored): void {
  const kind = kindOfId(id);
  if (kind === "Condition") conditions.rows.set(id, { place: placeOf(row), values });
  if (kind === "Metric")
    conditions.units.set(id.slice("metric:".length), values.normalUnit as string | undefined);
}

/** Takes note of a relation's row where conditions need it. */
export function noteRelation(
  conditions: Conditions,
  type: RelationType,
  row: CsvRow,
  ends: { readonly from: string; readonly to: string },
  values: Stored,
): void {
  const said = { place: placeOf(row), ...ends, values };
  if (type === "HAS_CONDITION") conditions.uses.push(said);
  else if (type === "TESTS") conditions.tests.push(said);
  else if ((type === "REQUIRES" || type === "APPLIES_TO") && kindOfId(ends.from) === "Measure")
    conditions.stated.push({ ...said, type });
}

const article = (kind: string): string => (/^[AEIOU]/.test(kind) ? `an ${kind}` : `a ${kind}`);

function checkColumns(
  conditions: Conditions,
  values: Stored,
  problem: (column: string, what: string) => void,
) {
  const predicate = values.predicate as Predicate | undefined;
  if (predicate === undefined) return;
  const rule = predicateRules[predicate];
  for (const column of rule.needs)
    if (values[column] === undefined) problem(column, `is empty: ${predicate} needs it`);
  const either = rule.oneOf ?? [];
  if (either.length > 0 && either.every((column) => values[column] === undefined))
    problem(either[0] ?? "", `is empty: ${predicate} needs ${either.join(" or ")}`);
  const taken = new Set([...rule.needs, ...either, ...(rule.optional ?? [])]);
  for (const column of predicateColumns)
    if (values[column] !== undefined && !taken.has(column))
      problem(column, `has no meaning for ${predicate}: leave it empty`);
  for (const [least, most] of [
    ["atLeast", "atMost"],
    ["earliest", "latest"],
  ] as const) {
    const [low, high] = [values[least], values[most]];
    if (low !== undefined && high !== undefined && low !== null && high !== null && low > high)
      problem(most, `is below ${least}: nothing can meet both`);
  }
  if (predicate === "CAPITAL" && values.unit !== undefined && values.unit !== "yuan")
    problem("unit", `must be yuan for CAPITAL, not ${String(values.unit)}`);
  if (predicate !== "FIGURE" || typeof values.metric !== "string") return;
  if (!conditions.units.has(values.metric)) {
    problem("metric", `there is no metric:${values.metric}: add it to entities/Metric.csv or correct it`);
    return;
  }
  const unit = conditions.units.get(values.metric);
  if (values.unit !== undefined && values.unit !== unit)
    problem(
      "unit",
      `must be the normal unit of metric:${values.metric}, ${unit ?? "which has none: give it one"}`,
    );
}

/** The end of the first pass: each condition is whole, and nothing is said beside it. */
export function checkConditions(conditions: Conditions, problems: Problems): void {
  const targets = new Map<string, Said>();
  for (const test of conditions.tests) {
    const first = targets.get(test.from);
    if (first === undefined) targets.set(test.from, test);
    else
      problems.add({
        ...test.place,
        column: "to",
        message: `${test.from} tests ${first.to} already: a condition tests one thing; make another condition of it`,
      });
  }
  for (const [id, { place, values }] of conditions.rows) {
    checkColumns(conditions, values, (column, message) => problems.add({ ...place, column, message }));
    const predicate = values.predicate as Predicate | undefined;
    if (predicate === undefined) continue;
    const [test, wanted] = [targets.get(id), predicateRules[predicate].target];
    if (wanted === undefined && test !== undefined)
      problems.add({ ...test.place, column: "from", message: `${predicate} tests nothing: drop this row` });
    if (wanted !== undefined && test === undefined)
      problems.add({
        ...place,
        column: "predicate",
        message: `${predicate} needs ${article(wanted)}: add a row to relations/TESTS.csv`,
      });
    if (wanted !== undefined && test !== undefined && kindOfId(test.to) !== wanted)
      problems.add({
        ...test.place,
        column: "to",
        message: `${predicate} tests ${article(wanted)}, not ${article(kindOfId(test.to) ?? test.to)}`,
      });
  }
  const whole = new Set(conditions.uses.map((use) => use.from));
  for (const { place, values } of conditions.uses) {
    if (typeof values.alternative === "number" && values.alternative < 1)
      problems.add({ ...place, column: "alternative", message: "must be 1 or more, or empty" });
  }
  for (const { place, type, from } of conditions.stated) {
    if (whole.has(from))
      problems.add({
        ...place,
        column: "from",
        message: `${from} has conditions, and ${type} follows from those: drop this row, or say it by HAS_CONDITION`,
      });
  }
}

/** From when until when it holds: as a condition does, or several of one target together; open where one of them is. */
function widest(before: Stored | undefined, { since, until }: Stored): Stored {
  const earliest =
    before === undefined ? since : before.since && since && (before.since < since ? before.since : since);
  const latest =
    before === undefined ? until : before.until && until && (before.until > until ? before.until : until);
  return { ...(earliest ? { since: earliest } : {}), ...(latest ? { until: latest } : {}) };
}

/** The relations of a type that follow from the conditions of measures: REQUIRES and APPLIES_TO. */
export function derivedOfConditions(conditions: Conditions, type: RelationType): StoredRelation[] {
  const targets = new Map(conditions.tests.map((test) => [test.from, test.to]));
  const derived = new Map<string, StoredRelation>();
  for (const { from, to, values } of conditions.uses) {
    const condition = conditions.rows.get(to)?.values;
    const target = targets.get(to);
    if (condition === undefined || target === undefined || condition.negated === true) continue;
    if (kindOfId(from) !== "Measure" || predicateRules[condition.predicate as Predicate].shorthand !== type)
      continue;
    const { status, sources } = values;
    const key = JSON.stringify([from, target]);
    const evidence: Stored = {
      ...(status === undefined ? {} : { status }),
      ...widest(derived.get(key)?.properties, values),
      sources: sources ?? [],
    };
    derived.set(key, relationOfRow(type, from, target, evidence));
  }
  return [...derived.values()];
}
