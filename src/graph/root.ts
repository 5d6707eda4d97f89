// Composes the root fields: one entity, a list of a kind, entities by id, the answer of a question.
import { type GraphQLCompositeType, type GraphQLObjectType, getNamedType } from "graphql";
import { IndustryGraphError } from "../errors.ts";
import { type Kind, kindOf } from "../ontology/model.ts";
import type { Json, Row } from "../store/port.ts";
import { nameKey } from "../text/normalise.ts";
import { composeAsk, placeOf } from "./ask.ts";
import { composeComputed } from "./computed.ts";
import { composeConnection } from "./connection.ts";

import { filterClauses, type Timed } from "./filter.ts";
import { bind, type Compiling, call, entry, type Frame, newFrame, type Place, projection } from "./frame.ts";
import { objectNamed, plansOf, typenamePlan } from "./object.ts";
import { connectionOrder } from "./ordering.ts";
import type { FieldPlan, ObjectPlan, Read } from "./plan.ts";
import { composeQuestionConnection } from "./related.ts";
import { subselections } from "./select.ts";
import { asOfAt, foundedRank, keepClauses, validityColumn, worstOf } from "./validity.ts";

type Composed = { readonly read: Read; readonly object?: ObjectPlan };

function namedKey(name: unknown): string {
  const key = nameKey(String(name));
  if (key === "")
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      "name holds no letter or digit: give a name, an alias or an id.",
    );
  return key;
}

function composeLookup(compiling: Compiling, frame: Frame, kind: Kind, place: Place): Composed {
  const number = compiling.next();
  const node = `n${number}`;
  const unique = Object.entries(kindOf(kind).properties).filter(([, property]) => property.unique === true);
  const byValue = ["id", ...unique.map(([name]) => name)].filter((name) => place.args[name] != null);
  const byName = place.args.name != null;
  if (byValue.length === 0 && !byName) {
    const declared = place.field.args.map((argument) => argument.name);
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${place.field.name} needs one of its arguments: ${declared.join(", ")}.`,
    );
  }
  const clauses: string[] = [];
  const batched = byValue.length === 1 && !byName ? compiling.batch : undefined;
  if (byName) {
    // Only to refuse what can be no name: what it stands for is found before the statement.
    bind(compiling, place, (args) => namedKey(args.name));
    const id = `p${compiling.next()}`;
    const { field, node: asked } = place;
    compiling.steps.push({ id, kind: "code", needs: [], code: `name ${kind}`, field, node: asked });
    clauses.push(`UNWIND $${id} AS hit${number}`, `MATCH (${node}:${kind} {id: hit${number}.id})`);
  }
  for (const name of byValue) {
    if (batched !== undefined) {
      compiling.batched = true;
      bind(compiling, place, (args) => [(args[name] ?? null) as Json], batched.list);
      clauses.push(`MATCH (${node}:${kind} {${name}: ${batched.column}})`);
      continue;
    }
    const value = bind(compiling, place, (args) => (args[name] ?? null) as Json);
    clauses.push(`MATCH (${node}:${kind} {${name}: $${value}})`);
  }
  const inner = newFrame();
  const type = getNamedType(place.field.type) as GraphQLCompositeType;
  const object = compiling.compose(inner, node, type, subselections(place.nodes), place.path);
  frame.calls.push(
    call(batched?.column, [
      ...clauses,
      // An id, and whatever else is unique, finds no two.
      byName ? `WITH ${node} ORDER BY ${node}.id LIMIT 1` : "",
      ...inner.calls,
      `RETURN head(collect(${projection(inner)})) AS f${number}`,
    ]),
  );
  frame.columns.push(`f${number}`);
  const key = entry(frame, `f${number}`);
  if (!byName) return { object, read: (row) => row[key] };
  frame.calls.push(
    call(undefined, [
      ...clauses,
      `WITH ${node} ORDER BY ${node}.id LIMIT 10`,
      `RETURN collect({id: ${node}.id, name: ${node}.name}) AS c${number}`,
    ]),
  );
  frame.columns.push(`c${number}`);
  const candidates = entry(frame, `c${number}`);
  return {
    object,
    read: (row) => {
      const found = row[candidates] as { id: string; name: string }[];
      if (found.length < 2) return row[key];
      const list = found.map((one) => `${one.id} (${one.name})`).join(", ");
      throw new IndustryGraphError(
        "AMBIGUOUS_NAME",
        `The name stands for ${found.length} entities: ${list}. Ask for one by id.`,
        { candidates: found },
      );
    },
  };
}

/** What keeps the entities of a list that there were at a date: by the filters' relations and by its founding. */
function asOfClauses(timed: Timed, node: string, kind: Kind, number: number): string[] {
  const hasFounding = Object.hasOwn(kindOf(kind).properties, "founded");
  const { asOf, ranks } = timed;
  const [carried, validity] = [[node], `v${number}`];
  if (ranks.length === 0)
    return keepClauses(asOf, hasFounding ? foundedRank(node, asOf.day) : "1", carried, validity, false);
  const kept = keepClauses(asOf, worstOf(ranks, number), carried, validity, true);
  // Who certainly was in a place, or held a title, certainly was there: then only a later founding says no.
  return hasFounding ? [...kept, `AND NOT coalesce(${node}.founded > $${asOf.day}, false)`] : kept;
}

function composeList(compiling: Compiling, frame: Frame, kind: Kind, place: Place): Composed {
  const number = compiling.next();
  const node = `n${number}`;
  const asOf = asOfAt(compiling, place);
  const timed = asOf && { asOf, ranks: [] as string[] };
  const filters = filterClauses(compiling, place, node, kind, timed, false);
  const clauses = filters.length === 0 ? [`MATCH (${node}:${kind})`] : filters;
  if (timed !== undefined) clauses.push(...asOfClauses(timed, node, kind, number));
  // Ranked by the ways they are found, they are found once.
  const repeats = filters.length > 0 && (timed?.ranks ?? []).length === 0;
  const object = composeConnection(
    compiling,
    frame,
    undefined,
    {
      clauses,
      node,
      orderedBy: filters.length === 0 && !place.args.orderBy ? `${node}.sortName IS NOT NULL` : undefined,
      ...validityColumn(timed?.asOf, `v${number}`),
      order: connectionOrder(place, node),
      repeats,
      gathered: repeats,
      // Who was there at a date is weighed row by row.
      once: asOf !== undefined,
      element: "node",
    },
    place,
  );
  return { object, read: (row) => row };
}

function composeNodes(compiling: Compiling, frame: Frame, place: Place): Composed {
  const number = compiling.next();
  const node = `n${number}`;
  const ids = bind(compiling, place, (args) => args.ids as Json);
  const inner = newFrame();
  const type = getNamedType(place.field.type) as GraphQLCompositeType;
  const object = compiling.compose(inner, node, type, subselections(place.nodes), place.path);
  const id = entry(inner, `${node}.id`);
  frame.calls.push(
    call(undefined, [
      `UNWIND $${ids} AS id${number}`,
      `WITH DISTINCT id${number}`,
      `MATCH (${node}:Entity {id: id${number}})`,
      ...inner.calls,
      `RETURN collect(${projection(inner)}) AS f${number}`,
    ]),
  );
  frame.columns.push(`f${number}`);
  const key = entry(frame, `f${number}`);
  return {
    object,
    read: (row, run) => {
      const found = new Map((row[key] as Row[]).map((one) => [one[id], one]));
      return (run.parameters[ids] as string[]).map((asked) => found.get(asked) ?? null);
    },
  };
}

/** Composes one root field. @throws IndustryGraphError where its arguments are wrong. */
export function composeRoot(
  compiling: Compiling,
  frame: Frame,
  type: GraphQLObjectType,
  base: Omit<FieldPlan, "read">,
  above: readonly string[] = [],
): FieldPlan {
  const field = type.getFields()[base.name];
  if (field === undefined) return typenamePlan(base.key, type.name, base.nodes);
  const place = placeOf(compiling, field, base.nodes, [...above, base.key]);
  const spec = compiling.fieldMap.fields[type.name]?.[base.name];
  if (spec === undefined) throw new Error(`${type.name}.${base.name} is not in the field map`);
  if (spec.is === "group") {
    const gathered = objectNamed(field.type);
    const object = plansOf(compiling, gathered, base.nodes, (_, plan) =>
      composeRoot(compiling, frame, gathered, plan, place.path),
    );
    return { ...base, object, read: (row) => row };
  }
  if (spec.is === "lookup") return { ...base, ...composeLookup(compiling, frame, spec.kind, place) };
  if (spec.is === "list") return { ...base, ...composeList(compiling, frame, spec.kind, place) };
  if (spec.is === "nodes") return { ...base, ...composeNodes(compiling, frame, place) };
  if (spec.is === "calculation")
    return { ...base, ...composeComputed(compiling, frame, spec.question, spec.operation, place) };
  if (spec.is !== "ask") throw new Error(`${type.name}.${base.name}: a ${spec.is} needs a parent`);
  if (spec.prepare === "search") return { ...base, ...composeSearch(compiling, frame, spec.question, place) };
  const connection = getNamedType(field.type).name.endsWith("Connection");
  return connection
    ? { ...base, ...composeQuestionConnection(compiling, frame, undefined, spec.question, place, "") }
    : { ...base, ...composeAsk(compiling, frame, undefined, spec.question, place, "") };
}

/** Search is the one field whose rows begin outside the statement: hits first, then one statement over them. */
function composeSearch(compiling: Compiling, frame: Frame, name: string, place: Place): Composed {
  const parameter = `p${compiling.next()}`;
  compiling.steps.push({
    id: parameter,
    kind: "code",
    needs: [],
    code: "search",
    field: place.field,
    node: place.node,
  });
  return composeAsk(compiling, frame, undefined, name, place, "", { hits: parameter });
}
