// Composes the fields that lead from an entity to others: along a relation, along all of them, or by a question.
import { type GraphQLCompositeType, getNamedType, isObjectType } from "graphql";
import { relationTypes } from "../ontology/model.ts";
import { composeAsk, placeQuestion } from "./ask.ts";
import { composeConnection } from "./connection.ts";
import { filterClauses } from "./filter.ts";
import {
  type Compiling,
  call,
  entry,
  type Frame,
  newFrame,
  type Place,
  projection,
  questionOf,
} from "./frame.ts";
import { connectionOrder, defaultOrder, withTies } from "./ordering.ts";
import type { Found } from "./page.ts";
import type { ObjectPlan, Read } from "./plan.ts";
import { subselections } from "./select.ts";
import type { FieldSpec, Way } from "./spec.ts";
import { asOfAt, keepClauses, validityColumn, validityRank, worstOf } from "./validity.ts";

/** A relation pattern between two variables. Types are names of the ontology, never user text. */
export function pattern(from: string, edge: string, types: readonly string[], way: Way, to: string): string {
  const inner = `[${edge}${types.length === 0 ? "" : `:${types.join("|")}`}]`;
  return `(${from})${way === "in" ? "<" : ""}-${inner}-${way === "out" ? ">" : ""}(${to})`;
}

/** The kind of node that a connection or an entity type stands for; Entity for the interface. */
export function labelOf(compiling: Compiling, type: GraphQLCompositeType): string {
  if (!type.name.endsWith("Connection")) return type.name;
  const nodes = isObjectType(type) ? type.getFields().nodes : undefined;
  if (nodes === undefined) throw new Error(`${type.name} has no nodes`);
  return labelOf(compiling, getNamedType(nodes.type) as GraphQLCompositeType);
}

type Composed = { readonly read: Read; readonly object?: ObjectPlan };

/** Composes the one entity at the far end of a relation: stated before implied, then by name. */
export function composeOne(
  compiling: Compiling,
  frame: Frame,
  variable: string,
  spec: Extract<FieldSpec, { is: "one" | "connection" }>,
  place: Place,
  guard: string,
): Composed {
  const number = compiling.next();
  const type = getNamedType(place.field.type) as GraphQLCompositeType;
  const [node, edge] = [`n${number}`, `e${number}`];
  const inner = newFrame();
  const object = compiling.compose(inner, node, type, subselections(place.nodes), place.path);
  const firmness = `CASE ${edge}.status WHEN 'STATED' THEN 0 WHEN 'IMPLIED' THEN 1 ELSE 2 END`;
  frame.calls.push(
    call(variable, [
      guard,
      `MATCH ${pattern(variable, edge, [spec.relation], spec.way, `${node}:${type.name}`)}`,
      `WITH ${node}, ${edge} ORDER BY ${firmness}, ${node}.sortName, ${node}.id, ${edge}.id LIMIT 1`,
      ...inner.calls,
      `RETURN head(collect(${projection(inner)})) AS f${number}`,
    ]),
  );
  frame.columns.push(`f${number}`);
  const key = entry(frame, `f${number}`);
  return { read: (row) => row[key], object };
}

/** Composes all entities at the far end of a relation as a connection. */
export function composeMany(
  compiling: Compiling,
  frame: Frame,
  variable: string,
  spec: Extract<FieldSpec, { is: "one" | "connection" }>,
  place: Place,
  guard: string,
): Composed {
  const number = compiling.next();
  const kind = labelOf(compiling, getNamedType(place.field.type) as GraphQLCompositeType);
  const [node, edge] = [`n${number}`, `e${number}`];
  const asOf = asOfAt(compiling, place);
  const timed = asOf && { asOf, ranks: [] as string[] };
  const filters = filterClauses(compiling, place, node, kind, timed);
  const validity = `v${number}`;
  const toKind = `${node}:${kind}`;
  // What comes in may be a hub's: its page is found by its nodes.
  const byNode =
    spec.way === "in" && timed === undefined && filters.length === 0
      ? {
          clauses: [guard, `MATCH ${pattern(variable, "", [spec.relation], "in", toKind)}`],
          edges: `MATCH ${pattern(node, edge, [spec.relation], "out", variable)}`,
        }
      : undefined;
  const object = composeConnection(
    compiling,
    frame,
    variable,
    {
      byNode,
      clauses: [
        guard,
        `MATCH ${pattern(variable, edge, [spec.relation], spec.way, toKind)}`,
        ...filters,
        ...(timed === undefined
          ? []
          : keepClauses(
              timed.asOf,
              worstOf([validityRank(edge, timed.asOf.day), ...timed.ranks], number),
              [node, edge],
              validity,
              timed.ranks.length > 0,
            )),
      ],
      node,
      edge,
      ...validityColumn(asOf, validity),
      order: connectionOrder(place, node, edge),
      repeats: filters.length > 0 && (timed?.ranks ?? []).length === 0,
      element: "node",
    },
    place,
  );
  return { read: (row) => row, object };
}

/** Composes all relations of an entity as a connection. */
export function composeRelations(
  compiling: Compiling,
  frame: Frame,
  variable: string,
  place: Place,
  guard: string,
): Composed {
  const number = compiling.next();
  const [node, edge] = [`n${number}`, `e${number}`];
  const asked = place.args.types as readonly string[] | null | undefined;
  const types = relationTypes.filter((type) => asked?.includes(type) ?? false);
  const direction = String(place.args.direction ?? "BOTH").toLowerCase() as Way;
  const none = asked !== null && asked !== undefined && types.length === 0;
  const asOf = asOfAt(compiling, place);
  const validity = `v${number}`;
  const object = composeConnection(
    compiling,
    frame,
    variable,
    {
      clauses: [
        guard,
        `MATCH ${pattern(variable, edge, types, direction, `${node}:Entity`)}${none ? "\nWHERE false" : ""}`,
        ...(asOf === undefined
          ? []
          : keepClauses(asOf, validityRank(edge, asOf.day), [node, edge], validity, false)),
      ],
      node,
      edge,
      ...validityColumn(asOf, validity),
      order: [
        { expression: `type(${edge})`, descending: false, nullable: false },
        ...defaultOrder(node),
        ...withTies(undefined, edge),
      ],
      repeats: false,
      element: "edge",
    },
    place,
  );
  return { read: (row) => row, object };
}

/** Composes the answer of a question about an entity: a connection where the schema says so. */
export function composeQuestion(
  compiling: Compiling,
  frame: Frame,
  variable: string,
  name: string,
  place: Place,
  guard: string,
  found?: Found,
): Composed {
  const type = getNamedType(place.field.type) as GraphQLCompositeType;
  if (type.name.endsWith("Connection"))
    return composeQuestionConnection(compiling, frame, variable, name, place, guard, found);
  const given: Readonly<Record<string, string>> = found === undefined ? {} : { standing: found.given };
  return composeAsk(compiling, frame, variable, name, place, guard, given);
}

/**
 * A connection whose rows a question file gives: `node`, perhaps `edge`, and further columns for the edges. Where
 * there is no `node`, the columns together are the object of each row, and their order must tell any two apart.
 */
export function composeQuestionConnection(
  compiling: Compiling,
  frame: Frame,
  variable: string | undefined,
  name: string,
  place: Place,
  guard: string,
  found?: Found,
): Composed {
  const number = compiling.next();
  const question = questionOf(compiling, name);
  const node = `n${number}`;
  const element = question.columns.has("node") ? "node" : "columns";
  const edge = question.columns.has("edge") ? `e${number}` : undefined;
  const placed = placeQuestion(
    compiling,
    place,
    question,
    variable,
    { node, ...(edge === undefined ? {} : { edge }) },
    found === undefined ? {} : { standing: found.given },
  );
  const kind = labelOf(compiling, getNamedType(place.field.type) as GraphQLCompositeType);
  const alone = question.columns.size === 1 && element === "node";
  const filters = filterClauses(compiling, place, node, kind, undefined, true, alone);
  const isDetail = (column: string): boolean => question.detailed.includes(column);
  const columns = [...placed.columns].filter(([column]) => !isDetail(column));
  const details = [...placed.columns].filter(([column]) => isDetail(column));
  const extra = columns.filter(([column]) => column !== "node" && column !== "edge");
  const carried = details.length === 0 || variable === undefined ? [] : [variable];
  const bound = [
    ...carried,
    ...columns.map(([, column]) =>
      column.expression === column.variable ? column.variable : `${column.expression} AS ${column.variable}`,
    ),
  ];
  const order = place.args.orderBy
    ? connectionOrder(place, node, edge)
    : withTies([...placed.order], edge, element === "node" ? node : undefined);
  const object = composeConnection(
    compiling,
    frame,
    variable,
    {
      clauses: [guard, placed.body, `WITH DISTINCT ${bound.join(", ")}`, ...filters],
      node,
      edge,
      extras: new Map(extra.map(([column, value]) => [column, value.variable])),
      details:
        details.length === 0
          ? undefined
          : {
              clauses: placed.details,
              extras: new Map(details.map(([column, value]) => [column, value.variable])),
            },
      order,
      repeats: filters.length > 0,
      gathered: found === undefined,
      found,
      once: question.once,
      element,
    },
    place,
  );
  return { read: (row) => row, object };
}
