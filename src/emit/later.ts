// Emits a field that has a statement of its own, after a step in code that finds what it is about.
import { cy, name, propertyOf } from "../cypher/template.ts";
import { give, item, match, parameter, query, unwind, type Variable, variable } from "../cypher/tree.ts";
import type { LaterSource } from "../plan/nodes.ts";
import type { Read } from "../respond/plan.ts";
import type { CodeStep, Run, StatementStep } from "../run/step.ts";
import type { Row } from "../store/port.ts";
import { emitConnection } from "./connection.ts";
import { type Emitted, type Emitting, entry, type Frame, newFrame, projection } from "./emitting.ts";
import { statementOf } from "./statement.ts";

/** Reads what the later statement says of the entity whose id lies under the mark. */
function readLater(mark: string, key: string, read: Read): Read {
  const answerTo = (row: Row, run: Run): Row | undefined =>
    run.byParent.get(mark)?.get(String((row[key] as Row)[mark]));
  return (row, run) => {
    const value = answerTo(row, run);
    return value === undefined ? null : read(value, run);
  };
}

/** Emits the field of the entity in a variable. */
export function emitLater(emitting: Emitting, frame: Frame, around: Variable, plan: LaterSource): Emitted {
  const { given, kind, answer } = plan;
  const mark = `m${emitting.next()}`;
  const key = entry(frame, cy`{${name(mark)}: ${propertyOf(around, "id")}}`);
  const { within } = emitting;
  const code: CodeStep = {
    id: given.rows,
    kind: "code",
    root: emitting.root,
    needs: [within],
    code: plan.code,
    field: plan.field,
    node: plan.node,
    parents: { step: within, mark },
    after: given.after,
    before: given.before,
  };
  const [parent, ranked] = [variable("n"), variable("s")];
  const inner = newFrame();
  const at = emitting.steps.length;
  emitting.within = mark;
  const emitted =
    answer.is === "connection"
      ? emitConnection(emitting, inner, parent, answer, [])
      : emitting.answer(inner, parent, answer, []);
  emitting.within = within;
  const statement = statementOf(
    query(
      unwind(parameter(given.rows), ranked),
      match(cy`(${parent}:${name(kind)} {id: ${ranked}.parent})`),
      ...inner.calls,
      give([item(propertyOf(parent, "id"), "parent"), item(projection(inner), "value")]),
    ),
  );
  const asked: StatementStep = {
    id: mark,
    kind: "statement",
    needs: [given.rows],
    ...statement,
    perParent: true,
  };
  // Before those of the fields within it, which need it.
  emitting.steps.splice(at, 0, code, asked);
  return { object: emitted.object, read: readLater(mark, key, emitted.read) };
}
