// Emits a field whose answer is reckoned in code: what the code needs is projected beside what is selected.
import { calculate, type Operation } from "../calculate/calculate.ts";
import type { Asked, Fact } from "../calculate/fact.ts";
import type { Calculated, Outcome } from "../calculate/outcome.ts";
import { cy } from "../cypher/template.ts";
import { call, give, item, pass, variable } from "../cypher/tree.ts";
import type { CalculationSource } from "../plan/nodes.ts";
import type { Read } from "../respond/plan.ts";
import type { Run } from "../run/step.ts";
import type { Row } from "../store/port.ts";
import { emitShape } from "./columns.ts";
import {
  type Emitted,
  type Emitting,
  entry,
  type Frame,
  fieldPlan,
  newFrame,
  objectPlan,
  projection,
  readKey,
  readTypename,
} from "./emitting.ts";
import { columnItem, place } from "./place.ts";

type Reckon = (row: Row, run: Run) => Calculated;

/** Reckons a row once, however many of its fields are read. */
function reckoning(operation: Operation, asked: string, acrossStatus: boolean, facts: string): Reckon {
  const outcomes = new WeakMap<Row, Calculated>();
  return (row, run) => {
    const known = outcomes.get(row);
    if (known !== undefined) return known;
    const wanted = run.parameters[asked] as unknown as readonly Asked[];
    const outcome = calculate(operation, wanted, row[facts] as unknown as readonly Fact[], acrossStatus);
    outcomes.set(row, outcome);
    return outcome;
  };
}

const readOutcome =
  (reckon: Reckon, name: keyof Outcome): Read =>
  (row, run) =>
    reckon(row, run).outcome[name];

/** The entities that went in, in the order of the calculation, of all that the graph gave. */
const readChosen =
  (reckon: Reckon, facts: string, read: Read): Read =>
  (row, run) => {
    const all = row[facts] as unknown as readonly Fact[];
    const rows = read(row, run) as readonly unknown[];
    return reckon(row, run).used.flatMap((id) => {
      const at = all.findIndex((fact) => fact.id === id);
      return at === -1 ? [] : [rows[at]];
    });
  };

/** Emits a calculation of the root. */
export function emitCalculation(emitting: Emitting, frame: Frame, plan: CalculationSource): Emitted {
  const placed = place(plan.use, {});
  const inner = newFrame();
  const columnAt = (name: string) => {
    const column = placed.columns.get(name);
    if (column === undefined) throw new Error(`${plan.type}.${name} is not a column of its question`);
    return column.variable;
  };
  const facts = entry(inner, columnAt("facts"));
  const reckon = reckoning(plan.operation, plan.asked, plan.acrossStatus, facts);
  const fields = plan.fields.map(({ asked, source }) => {
    if (source.is === "typename") return fieldPlan(asked, readTypename(plan.type));
    if (source.shape.is === "leaf")
      return fieldPlan(asked, {
        read: readOutcome(reckon, (source.keys[0] ?? source.name) as keyof Outcome),
      });
    const held = columnAt(source.name);
    const { object, read } = emitShape(emitting, inner, { value: cy`${held}`, variable: held }, source.shape);
    return fieldPlan(asked, { object, read: readChosen(reckon, facts, read) });
  });
  const found = variable("f");
  frame.calls.push(
    call(
      [],
      ...placed.body,
      pass([...placed.columns.values()].map(columnItem)),
      ...inner.calls,
      give([item(cy`head(collect(${projection(inner)}))`, found)]),
    ),
  );
  frame.columns.push(found);
  return { object: objectPlan(plan.type, fields), read: readKey(entry(frame, found)).read };
}
