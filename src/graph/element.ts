// Composes a selection on a variable that holds an entity or a relation: properties into the projection,
// everything further away into CALL clauses.
import {
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { isKind, propertiesOf, relationPropertiesOf, relationTypes } from "../ontology/model.ts";
import type { Row } from "../store/port.ts";
import { composeAsk, isElement, placeOf, placeQuestion, typenamePlan } from "./ask.ts";
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
import type { FieldPlan, ObjectPlan, Read } from "./plan.ts";
import { selectedOn, subselections, typesNamed } from "./select.ts";
import type { FieldSpec, Way } from "./spec.ts";

/** Properties of a relation that are not its type's own. */
const common = new Set(["id", "key", "hash", "status", "sources", "since", "until"]);

function withoutCommon(properties: unknown): unknown {
  return Object.fromEntries(Object.entries((properties ?? {}) as Row).filter(([name]) => !common.has(name)));
}

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

function composeOne(
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

function composeMany(
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
  const filters = filterClauses(compiling, place, node, kind);
  const object = composeConnection(
    compiling,
    frame,
    variable,
    {
      clauses: [
        guard,
        `MATCH ${pattern(variable, edge, [spec.relation], spec.way, `${node}:${kind}`)}`,
        ...filters,
      ],
      node,
      edge,
      extras: new Map(),
      order: connectionOrder(place, node, edge),
      repeats: filters.length > 0,
      element: "node",
    },
    place,
  );
  return { read: (row) => row, object };
}

function composeRelations(
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
  const object = composeConnection(
    compiling,
    frame,
    variable,
    {
      clauses: [
        guard,
        `MATCH ${pattern(variable, edge, types, direction, `${node}:Entity`)}${none ? "\nWHERE false" : ""}`,
      ],
      node,
      edge,
      extras: new Map(),
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

function composeQuestion(
  compiling: Compiling,
  frame: Frame,
  variable: string,
  name: string,
  place: Place,
  guard: string,
): Composed {
  const type = getNamedType(place.field.type) as GraphQLCompositeType;
  if (!type.name.endsWith("Connection")) return composeAsk(compiling, frame, variable, name, place, guard);
  return composeQuestionConnection(compiling, frame, variable, name, place, guard);
}

/** A connection whose rows a question file gives: `node`, perhaps `edge`, and further columns for the edges. */
export function composeQuestionConnection(
  compiling: Compiling,
  frame: Frame,
  variable: string | undefined,
  name: string,
  place: Place,
  guard: string,
): Composed {
  const number = compiling.next();
  const question = questionOf(compiling, name);
  const node = `n${number}`;
  const edge = question.columns.has("edge") ? `e${number}` : undefined;
  const placed = placeQuestion(compiling, place, question, variable, {
    node,
    ...(edge === undefined ? {} : { edge }),
  });
  const kind = labelOf(compiling, getNamedType(place.field.type) as GraphQLCompositeType);
  const filters = filterClauses(compiling, place, node, kind);
  const extra = [...placed.columns].filter(([column]) => column !== "node" && column !== "edge");
  const bound = [...placed.columns.values()].map((column) =>
    column.expression === column.variable ? column.variable : `${column.expression} AS ${column.variable}`,
  );
  const order = place.args.orderBy
    ? connectionOrder(place, node, edge)
    : withTies([...placed.order], edge, node);
  const object = composeConnection(
    compiling,
    frame,
    variable,
    {
      clauses: [guard, placed.body, `WITH DISTINCT ${bound.join(", ")}`, ...filters],
      node,
      edge,
      extras: new Map(extra.map(([column, value]) => [column, value.variable])),
      order,
      repeats: filters.length > 0,
      element: "node",
    },
    place,
  );
  return { read: (row) => row, object };
}

function specOf(
  compiling: Compiling,
  type: GraphQLObjectType | GraphQLInterfaceType,
  name: string,
): FieldSpec {
  const own = compiling.fieldMap.fields[type.name]?.[name];
  const spec = own ?? compiling.fieldMap.fields.Entity?.[name];
  if (spec !== undefined) return spec;
  const properties = isKind(type.name) ? propertiesOf(type.name) : propertiesOf("Document");
  if (!Object.hasOwn(properties, name))
    throw new Error(`${type.name}.${name} is neither a property nor in the field map`);
  return { is: "property", property: name };
}

function composeEntityField(
  compiling: Compiling,
  frame: Frame,
  variable: string,
  type: GraphQLObjectType | GraphQLInterfaceType,
  base: Omit<FieldPlan, "read">,
  path: readonly string[],
  guard: string,
  typeOf: (row: Row) => string,
): FieldPlan {
  const field = type.getFields()[base.name];
  if (field === undefined) return typenamePlan(base.key, type.name, base.nodes, typeOf);
  if (base.name === "kind") {
    return { ...base, read: (row) => typeOf(row) };
  }
  const spec = specOf(compiling, type, base.name);
  if (spec.is === "property") {
    const key = entry(frame, `${variable}.${spec.property}`);
    return { ...base, read: (row) => row[key] };
  }
  const place = placeOf(compiling, field, base.nodes, path);
  if (spec.is === "one") return { ...base, ...composeOne(compiling, frame, variable, spec, place, guard) };
  if (spec.is === "connection")
    return { ...base, ...composeMany(compiling, frame, variable, spec, place, guard) };
  if (spec.is === "relations")
    return { ...base, ...composeRelations(compiling, frame, variable, place, guard) };
  if (spec.is === "ask")
    return { ...base, ...composeQuestion(compiling, frame, variable, spec.question, place, guard) };
  throw new Error(`${type.name}.${base.name}: a ${spec.is} belongs to the root`);
}

function composeRelationField(
  compiling: Compiling,
  frame: Frame,
  edge: string,
  type: GraphQLObjectType,
  base: Omit<FieldPlan, "read">,
  path: readonly string[],
): FieldPlan {
  const { name } = base;
  const field = type.getFields()[name];
  if (field === undefined) return typenamePlan(base.key, type.name, base.nodes);
  if (name === "type") {
    const key = entry(frame, `type(${edge})`);
    return { ...base, read: (row) => row[key] };
  }
  if (name === "properties") {
    const key = entry(frame, `properties(${edge})`);
    return { ...base, read: (row) => withoutCommon(row[key]) };
  }
  if (name === "from" || name === "to") {
    const number = compiling.next();
    const inner = newFrame();
    const far = getNamedType(field.type) as GraphQLCompositeType;
    const object = compiling.compose(inner, `n${number}`, far, subselections(base.nodes), path);
    frame.calls.push(
      call(edge, [
        `WITH ${name === "from" ? "startNode" : "endNode"}(${edge}) AS n${number}`,
        ...inner.calls,
        `RETURN head(collect(${projection(inner)})) AS f${number}`,
      ]),
    );
    frame.columns.push(`f${number}`);
    const key = entry(frame, `f${number}`);
    return { ...base, object, read: (row) => row[key] };
  }
  if (isElement(field.type) || name === "sources") {
    return {
      ...base,
      ...composeAsk(compiling, frame, edge, name, placeOf(compiling, field, base.nodes, path), ""),
    };
  }
  if (name !== "id" && !Object.hasOwn(relationPropertiesOf("LOCATED_IN"), name)) {
    throw new Error(`Relation.${name} is no property that every relation has`);
  }
  const key = entry(frame, `${edge}.${name}`);
  return { ...base, read: (row) => row[key] };
}

/** Composes what is selected on a variable that holds an entity (of one kind or any) or a relation. */
export function composeElement(
  compiling: Compiling,
  frame: Frame,
  variable: string,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  path: readonly string[],
): ObjectPlan {
  const planFor = (
    on: GraphQLObjectType | GraphQLInterfaceType,
    key: string,
    nodes: FieldPlan["nodes"],
    guard: string,
    typeOf: (row: Row) => string,
  ): FieldPlan => {
    const name = nodes[0]?.name.value ?? key;
    const field = on.getFields()[name];
    const base = { key, name, parent: on.name, nodes, type: field?.type ?? on.getFields().id?.type } as Omit<
      FieldPlan,
      "read"
    >;
    const deeper = [...path, key];
    return on.name === "Relation" && isObjectType(on)
      ? composeRelationField(compiling, frame, variable, on, base, deeper)
      : composeEntityField(compiling, frame, variable, on, base, deeper, guard, typeOf);
  };
  if (isObjectType(type)) {
    const typeOf = (): string => type.name;
    const selected = selectedOn(compiling, sets, type.name, true);
    return {
      typeOf,
      fields: new Map(),
      rest: [...selected].map(([key, nodes]) => planFor(type, key, nodes, "", typeOf)),
    };
  }
  if (!isInterfaceType(type)) throw new Error(`${type.name} is neither an object nor an interface`);
  const kindKey = entry(frame, `head([label IN labels(${variable}) WHERE label <> 'Entity'])`);
  const typeOf = (row: Row): string => String(row[kindKey]);
  const shared = new Map(
    [...selectedOn(compiling, sets, type.name, false)].map(([key, nodes]) => [
      key,
      { nodes, plan: planFor(type, key, nodes, "", typeOf) },
    ]),
  );
  const fields = new Map(
    typesNamed(compiling, sets).map((object) => {
      const guard = `MATCH (${variable}:${object.name})`;
      const plans = [...selectedOn(compiling, sets, object.name, true)].map(([key, nodes]) => {
        const same = shared.get(key);
        const equal =
          same?.nodes.length === nodes.length && same.nodes.every((node, index) => node === nodes[index]);
        if (same === undefined || !equal) return planFor(object, key, nodes, guard, () => object.name);
        return {
          ...same.plan,
          parent: object.name,
          type: object.getFields()[same.plan.name]?.type ?? same.plan.type,
        };
      });
      return [object.name, plans] as const;
    }),
  );
  return { typeOf, fields, rest: [...shared.values()].map((field) => field.plan) };
}
