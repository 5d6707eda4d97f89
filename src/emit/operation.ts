// Emits a plan: its steps, and how their rows become the response.

import { copyClauses } from "../cypher/copy.ts";
import {
  type Clause,
  call,
  give,
  type Item,
  item,
  type Parameter,
  parameter,
  type Query,
  query,
  unwind,
  type Variable,
  variable,
} from "../cypher/tree.ts";
import type { RootSource } from "../plan/nodes.ts";
import type { OperationPlan } from "../plan/operation.ts";
import type { PlanField } from "../plan/plan-field.ts";
import type { Binding } from "../plan/planning.ts";
import type { FieldPlan } from "../respond/plan.ts";
import { type Look, mainStep, type Step } from "../run/step.ts";
import type { Batch } from "../store/port.ts";
import { emitAnswer } from "./answer.ts";
import { emitCalculation } from "./calculation.ts";
import { emitConnection } from "./connection.ts";
import { emitElement } from "./element.ts";
import {
  codeBefore,
  type Emitted,
  type Emitting,
  type Frame,
  fieldPlan,
  newFrame,
  objectPlan,
  readRow,
  readTypename,
} from "./emitting.ts";
import { lookOf } from "./look.ts";
import { emitLookup, emitNodes } from "./lookup.ts";
import { piecesOf } from "./pieces.ts";
import { statementOf } from "./statement.ts";

/** A compiled request. */
export interface Compiled {
  /** In an order in which each comes after those that it needs; none where nothing is asked of the graph. */
  readonly steps: readonly Step[];
  /** What its lists go through: weighed before a step is run. */
  readonly looks: readonly Look[];
  /** What is weighed once steps in code have found where it begins. */
  readonly waiting: readonly Look[];
  readonly bindings: readonly Binding[];
  readonly fields: readonly FieldPlan[];
}

/** The parameter and the column of a statement about a list of entities. */
const listed = "asked";

/** The same calls and columns about a list of entities, a row for each: `one` is the parameter of the one entity. */
function batchOf(one: string, calls: readonly Clause[], columns: readonly Item[]): Batch {
  const asked = variable("asked");
  const renaming = {
    variable: (kept: Variable) => kept,
    parameter: (given: Parameter) => (given.name === one ? asked : given),
  };
  const about = calls.map((given) =>
    given.is === "call" ? call([asked], ...copyClauses(given.query.branches.flat(), renaming)) : given,
  );
  const { statement } = statementOf(
    query(unwind(parameter(listed), asked), ...about, give([item(asked, listed), ...columns])),
  );
  return { one, statement, list: listed, column: listed };
}

function emitRoot(
  emitting: Emitting,
  frame: Frame,
  { asked, source }: PlanField<RootSource>,
  type: string,
): Emitted {
  switch (source.is) {
    case "typename":
      return readTypename(type);
    case "group": {
      const fields = source.fields.map((one) => emitField(emitting, frame, one, source.type));
      return { object: objectPlan(source.type, fields), read: readRow };
    }
    case "lookup":
      return emitLookup(emitting, frame, source);
    case "nodes":
      return emitNodes(emitting, frame, source);
    case "calculation":
      return emitCalculation(emitting, frame, source);
    case "connection": {
      const look = lookOf(source, { root: emitting.root, field: asked.name });
      if (look !== undefined) emitting.looks.push(look);
      return emitConnection(emitting, frame, undefined, source, []);
    }
    case "answer":
      return emitting.answer(frame, undefined, source, []);
    case "search":
      emitting.steps.push(codeBefore(emitting, source.hits, source.code));
      return emitting.answer(frame, undefined, source.answer, []);
  }
}

const emitField = (emitting: Emitting, frame: Frame, one: PlanField<RootSource>, type: string): FieldPlan =>
  fieldPlan(one.asked, emitRoot(emitting, frame, one, type));

/**
 * What is asked about one entity, without the CALL around it where it is all that is asked: its RETURN gives the column.
 * The embedded engine takes a seventh less for a card so.
 */
function aboutOne(calls: readonly Clause[], columns: readonly Item[]): Query | undefined {
  const [only, ...others] = calls;
  const [column, ...more] = columns;
  if (only?.is !== "call" || column === undefined || others.length + more.length > 0) return undefined;
  const [clauses, ...branches] = only.query.branches;
  const last = clauses?.at(-1);
  if (clauses === undefined || branches.length > 0 || last?.is !== "return") return undefined;
  const [given, ...rest] = last.items;
  const [taken, ...pieces] = column.value.pieces;
  if (given === undefined || given.as !== taken || rest.length + pieces.length > 0) return undefined;
  return query(...clauses.slice(0, -1), { ...last, items: [item(given.value, column.as)] });
}

/** The request's own statement, between the steps that come before and after it. */
function stepsOf({ steps, one }: Emitting, { calls, entries }: Frame): Step[] {
  if (calls.length === 0) return steps;
  const columns = [...entries.values()].map(({ key, value }) => item(value, key));
  const pieces = piecesOf(calls, [...entries.values()]);
  const whole = one === undefined ? undefined : aboutOne(calls, columns);
  const before = steps.filter((step) => step.kind === "code" && step.parents === undefined);
  const main: Step = {
    id: mainStep,
    kind: "statement",
    needs: before.map(({ id }) => id),
    ...statementOf(whole ?? query(...calls, give(columns))),
    ...(one === undefined ? {} : { batch: batchOf(one, calls, columns) }),
    ...(pieces === undefined ? {} : { pieces }),
  };
  return [...before, main, ...steps.filter((step) => !before.includes(step))];
}

/** Emits a plan. */
export function emitOperation({ fields, bindings }: OperationPlan): Compiled {
  let number = 0;
  const emitting: Emitting = {
    root: "",
    steps: [],
    looks: [],
    pages: [],
    within: mainStep,
    next: () => number++,
    element: (frame, variable, plan) => emitElement(emitting, frame, variable, plan),
    answer: (frame, around, plan, guard) => emitAnswer(emitting, frame, around, plan, guard),
  };
  const frame = newFrame();
  const written = fields.map((one) => {
    emitting.root = one.asked.key;
    return emitField(emitting, frame, one, one.asked.parent);
  });
  const [looks, waiting] = [false, true].map((waits) =>
    emitting.looks.filter((look) => (look.waits === true) === waits),
  ) as [Look[], Look[]];
  return { steps: stepsOf(emitting, frame), looks, waiting, bindings, fields: written };
}
