// Composes a field that is answered by a statement of its own, about what code finds once its parents are known.

import type { CodeStep, StatementStep } from "../run/step.ts";
import type { Row } from "../store/port.ts";
import {
  type Compiling,
  entry,
  type Frame,
  newFrame,
  type Place,
  parametersIn,
  projection,
} from "./frame.ts";
import type { ObjectPlan, Read, Run } from "./plan.ts";
import { composeQuestion } from "./related.ts";
import type { FieldSpec } from "./spec.ts";

/** Composes the field of the entity in `variable`, one of kind `label`. */
export function composeDeferred(
  compiling: Compiling,
  frame: Frame,
  variable: string,
  label: string,
  spec: Extract<FieldSpec, { is: "deferred" }>,
  place: Place,
): { readonly read: Read; readonly object?: ObjectPlan } {
  const number = compiling.next();
  const [mark, given, after, parent] = [`d${number}`, `p${number}`, `a${number}`, `n${number}`];
  const key = entry(frame, `{${mark}: ${variable}.id}`);
  const later = newFrame();
  const { within } = compiling;
  const code: CodeStep = {
    id: given,
    kind: "code",
    needs: [within],
    code: spec.step,
    field: place.field,
    node: place.node,
    parents: { step: within, mark },
    after,
  };
  const at = compiling.steps.length;
  compiling.within = mark;
  const composed = composeQuestion(compiling, later, parent, spec.question, place, "", { given, after });
  compiling.within = within;
  const statement = [
    `UNWIND $${given} AS s${number}`,
    `MATCH (${parent}:${label} {id: s${number}.parent})`,
    ...later.calls,
    `RETURN ${parent}.id AS parent, ${projection(later)} AS value`,
  ].join("\n");
  const parameters = parametersIn(statement);
  const asked: StatementStep = {
    id: mark,
    kind: "statement",
    needs: [given],
    statement,
    parameters,
    perParent: true,
  };
  // Before those of the fields within it, which need it.
  compiling.steps.splice(at, 0, code, asked);
  const answerTo = (row: Row, run: Run): Row | undefined =>
    run.byParent.get(mark)?.get(String((row[key] as Row)[mark]));
  return {
    object: composed.object,
    read: (row, run) => {
      const value = answerTo(row, run);
      return value === undefined ? null : composed.read(value, run);
    },
  };
}
