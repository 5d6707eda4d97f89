// Object types of the response: their fields selected, their plans. Knows the schema, not where values come from.
import {
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import type { Row } from "../store/port.ts";
import type { FieldPlan, ObjectPlan } from "./plan.ts";
import { type SelectContext, selectedOn, subselections } from "./select.ts";

const typenameType = new GraphQLNonNull(GraphQLString);

/** The plan of `__typename` on objects of a known type; on an entity of any kind the row tells. */
export function typenamePlan(
  key: string,
  parent: string,
  nodes: FieldPlan["nodes"],
  typeOf: (row: Row) => string = () => parent,
): FieldPlan {
  return { key, name: "__typename", parent, nodes, type: typenameType, read: (row) => typeOf(row) };
}

/** Whether values of a type are entities or relations, which live in a variable of their own. */
export function isElement(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  if (isInterfaceType(named)) return true;
  return isObjectType(named) && (named.name === "Relation" || named.getInterfaces().length > 0);
}

/** The field of a type. @throws Error where the schema has no such field: the caller's mistake, not a user's. */
export function namedField(type: GraphQLObjectType, name: string) {
  const field = type.getFields()[name];
  if (field === undefined) throw new Error(`there is no field ${type.name}.${name}`);
  return field;
}

/** The object type that a type names. @throws Error where it names another sort of type. */
export function objectNamed(type: GraphQLOutputType): GraphQLObjectType {
  const named = getNamedType(type);
  if (!isObjectType(named)) throw new Error(`${named.name} is no object type`);
  return named;
}

/** The plans of the fields selected on an object type, `__typename` included. */
export function plansOf(
  context: SelectContext,
  type: GraphQLObjectType,
  nodes: FieldPlan["nodes"],
  plan: (name: string, base: Omit<FieldPlan, "read">) => FieldPlan,
): ObjectPlan {
  const selected = selectedOn(context, subselections(nodes), type.name, true);
  const fields = [...selected].map(([key, fieldNodes]) => {
    const name = fieldNodes[0]?.name.value ?? key;
    if (name === "__typename") return typenamePlan(key, type.name, fieldNodes);
    return plan(name, { key, name, parent: type.name, nodes: fieldNodes, type: namedField(type, name).type });
  });
  return { typeOf: () => type.name, fields: new Map(), rest: fields };
}
