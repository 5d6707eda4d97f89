// Composes a field whose answer is reckoned in code from what one question gives: `facts`, plain values, and `inputs`,
// the entities they tell of, in the same order. What the code needs is projected beside what is selected.
import { type GraphQLCompositeType, getNamedType, isCompositeType } from "graphql";
import { asking, calculate, type Operation } from "../calculate/calculate.ts";
import type { Asked, Fact } from "../calculate/fact.ts";
import type { Calculated, Outcome } from "../calculate/outcome.ts";
import type { Json, Row } from "../store/port.ts";
import { placeQuestion } from "./ask.ts";
import { composeValue } from "./columns.ts";
import {
  bind,
  type Compiling,
  call,
  entry,
  type Frame,
  newFrame,
  type Place,
  projection,
  questionOf,
} from "./frame.ts";
import { objectNamed, plansOf } from "./object.ts";
import { daysMeant } from "./period.ts";
import type { ObjectPlan, Read, Run } from "./plan.ts";

/** The outcomes of rows read so far: a row is read field by field. */
type Outcomes = WeakMap<Row, Calculated>;

/** Composes a calculation of the root. */
export function composeComputed(
  compiling: Compiling,
  frame: Frame,
  question: string,
  operation: Operation,
  place: Place,
): { readonly read: Read; readonly object: ObjectPlan } {
  const number = compiling.next();
  const parameter = bind(
    compiling,
    place,
    (args) => asking(operation, args, (period) => daysMeant("period", period)) as unknown as Json,
  );
  const placed = placeQuestion(
    compiling,
    place,
    questionOf(compiling, question),
    undefined,
    {},
    { asked: parameter },
  );
  const type = objectNamed(place.field.type);
  const inner = newFrame();
  const column = (name: string): string => placed.columns.get(name)?.variable ?? name;
  const facts = entry(inner, column("facts"));
  const outcomes: Outcomes = new WeakMap();
  const acrossStatus = place.args.acrossStatus === true;
  const reckoned = (row: Row, run: Run): Calculated => {
    const known = outcomes.get(row);
    if (known !== undefined) return known;
    const asked = run.parameters[parameter] as unknown as readonly Asked[];
    const outcome = calculate(operation, asked, row[facts] as unknown as readonly Fact[], acrossStatus);
    outcomes.set(row, outcome);
    return outcome;
  };
  /** The entities that went in, in the order of the calculation, of all that the graph gave. */
  const chosen = (row: Row, run: Run, rows: readonly unknown[]): unknown[] => {
    const all = row[facts] as unknown as readonly Fact[];
    return reckoned(row, run).used.flatMap((id) => {
      const at = all.findIndex((fact) => fact.id === id);
      return at === -1 ? [] : [rows[at]];
    });
  };
  const object = plansOf(compiling, type, place.nodes, (name, field) => {
    if (!isCompositeType(getNamedType(field.type) as GraphQLCompositeType))
      return { ...field, read: (row, run) => reckoned(row, run).outcome[name as keyof Outcome] };
    const variable = column(name);
    const plan = composeValue(compiling, inner, { expression: variable, variable }, field, [
      ...place.path,
      field.key,
    ]);
    return { ...plan, read: (row, run) => chosen(row, run, plan.read(row, run) as readonly unknown[]) };
  });
  const columns = [...placed.columns.values()];
  frame.calls.push(
    call(undefined, [
      placed.body,
      `WITH ${columns.map(({ expression, variable }) => `${expression} AS ${variable}`).join(", ")}`,
      ...inner.calls,
      `RETURN head(collect(${projection(inner)})) AS f${number}`,
    ]),
  );
  frame.columns.push(`f${number}`);
  const key = entry(frame, `f${number}`);
  return { read: (row) => row[key], object };
}
