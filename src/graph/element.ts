// Composes a selection on a variable that holds an entity or a relation: properties into the projection,
// everything further away into CALL clauses.
import {
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { derivedOf } from "../ontology/derived.ts";
import { isKind, propertiesOf } from "../ontology/model.ts";
import type { Row } from "../store/port.ts";
import { placeOf } from "./ask.ts";
import { composeDeferred } from "./deferred.ts";
import { type Compiling, entry, type Frame } from "./frame.ts";
import { inLanguageAsked } from "./language.ts";
import { typenamePlan } from "./object.ts";
import type { FieldPlan, ObjectPlan } from "./plan.ts";
import { composeMany, composeOne, composeQuestion, composeRelations } from "./related.ts";
import { composeRelationField } from "./relation-fields.ts";
import { selectedOn, typesNamed } from "./select.ts";
import type { FieldSpec } from "./spec.ts";
import { composeWithin } from "./within.ts";

function specOf(
  compiling: Compiling,
  type: GraphQLObjectType | GraphQLInterfaceType,
  name: string,
): FieldSpec {
  const own = compiling.fieldMap.fields[type.name]?.[name];
  const spec = own ?? compiling.fieldMap.fields.Entity?.[name];
  if (spec !== undefined) return spec;
  const properties = isKind(type.name) ? propertiesOf(type.name) : propertiesOf("Document");
  if (!Object.hasOwn(properties, name) && !(isKind(type.name) && Object.hasOwn(derivedOf(type.name), name)))
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
    const text = inLanguageAsked(compiling, field, base.nodes, `${variable}.${spec.property}`);
    const key = entry(frame, text);
    return { ...base, read: (row) => row[key] };
  }
  const place = placeOf(compiling, field, base.nodes, path);
  if (spec.is === "one") return { ...base, ...composeOne(compiling, frame, variable, spec, place, guard) };
  if (spec.is === "connection")
    return { ...base, ...composeMany(compiling, frame, variable, spec, place, guard) };
  if (spec.is === "within")
    return { ...base, ...composeWithin(compiling, frame, variable, spec, place, guard) };
  if (spec.is === "relations")
    return { ...base, ...composeRelations(compiling, frame, variable, place, guard) };
  if (spec.is === "deferred")
    return { ...base, ...composeDeferred(compiling, frame, variable, type.name, spec, place) };
  if (spec.is === "ask")
    return { ...base, ...composeQuestion(compiling, frame, variable, spec.question, place, guard) };
  throw new Error(`${type.name}.${base.name}: a ${spec.is} belongs to the root`);
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
