// Plans what is selected on an entity, of one kind or any, or on a relation.
import {
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { derivedOf } from "../ontology/derived.ts";
import { commonProperties, isKind, type Kind, kindNames, propertiesOf } from "../ontology/model.ts";
import { manyAt, oneAt, relationsAt, withinAt } from "./along.ts";
import { laterAt, questionAt } from "./asked.ts";
import { farKindsAt } from "./far-kinds.ts";
import { inLanguageAsked } from "./language.ts";
import type { ElementPlan, ElementSource } from "./nodes.ts";
import type { Asked, PlanField } from "./plan-field.ts";
import { type Planning, siteOf } from "./planning.ts";
import { relationSource } from "./relation.ts";
import { selectedOn, typesNamed } from "./select.ts";
import type { FieldSpec } from "./spec.ts";
import { typename } from "./typename.ts";

type ElementType = GraphQLObjectType | GraphQLInterfaceType;

function specOf(planning: Planning, type: ElementType, name: string): FieldSpec {
  const own = planning.fieldMap.fields[type.name]?.[name];
  const spec = own ?? planning.fieldMap.fields.Entity?.[name];
  if (spec !== undefined) return spec;
  const properties = isKind(type.name)
    ? { ...propertiesOf(type.name), ...derivedOf(type.name) }
    : commonProperties;
  if (!Object.hasOwn(properties, name))
    throw new Error(`${type.name}.${name} is neither a property nor in the field map`);
  return { is: "property", property: name };
}

function entitySource(
  planning: Planning,
  type: ElementType,
  asked: Asked,
  path: readonly string[],
  kinds: readonly Kind[] | undefined,
): ElementSource {
  const field = type.getFields()[asked.name];
  if (field === undefined) return { is: "typename" };
  if (asked.name === "kind") return { is: "kind" };
  const spec = specOf(planning, type, asked.name);
  if (spec.is === "property")
    return { is: "property", properties: inLanguageAsked(planning, field, asked.nodes, spec.property) };
  const own = isKind(type.name) ? [type.name] : (kinds ?? kindNames);
  const found = siteOf(planning, field, asked.nodes, path, own);
  const site = { ...found, listed: { spec, parents: own, isDirect: found.args.direct === true } };
  if (spec.is === "one") return oneAt(planning, site, spec, own);
  if (spec.is === "connection") return manyAt(planning, site, spec, own);
  if (spec.is === "within") return withinAt(planning, site, spec);
  if (spec.is === "relations") return relationsAt(planning, site, own);
  if (spec.is === "deferred") return laterAt(planning, site, type.name, spec);
  if (spec.is === "ask")
    return questionAt(planning, site, spec.question, { far: (near = own) => farKindsAt(site, spec, near) });
  throw new Error(`${type.name}.${asked.name}: a ${spec.is} belongs to the root`);
}

const isRelation = (type: ElementType): type is GraphQLObjectType =>
  isObjectType(type) && type.name === "Relation";

/**
 * Plans a selection.
 * @param kinds those that entities of any kind can be of here; any if left out
 */
export function elementOf(
  planning: Planning,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  path: readonly string[],
  kinds?: readonly Kind[],
): ElementPlan {
  const planned = (on: ElementType, key: string, nodes: Asked["nodes"]): PlanField<ElementSource> => {
    const name = nodes[0]?.name.value ?? key;
    const field = on.getFields()[name];
    const asked =
      field === undefined
        ? typename(key, on.name, nodes)
        : { key, name, parent: on.name, nodes, type: field.type };
    const source = isRelation(on)
      ? relationSource(planning, on, asked, [...path, key])
      : entitySource(planning, on, asked, [...path, key], kinds);
    return { asked, source };
  };
  if (isObjectType(type)) {
    const selected = selectedOn(planning, sets, type.name, true);
    return {
      type: type.name,
      byType: new Map(),
      rest: [...selected].map(([key, nodes]) => planned(type, key, nodes)),
    };
  }
  if (!isInterfaceType(type)) throw new Error(`${type.name} is neither an object nor an interface`);
  const shared = new Map(
    [...selectedOn(planning, sets, type.name, false)].map(([key, nodes]) => [key, planned(type, key, nodes)]),
  );
  const byType = new Map(
    typesNamed(planning, sets).map((object) => {
      const fields = [...selectedOn(planning, sets, object.name, true)].map(([key, nodes]) => {
        const same = shared.get(key);
        const equal =
          same?.asked.nodes.length === nodes.length &&
          same.asked.nodes.every((node, index) => node === nodes[index]);
        if (same === undefined || !equal) return planned(object, key, nodes);
        // What holds for all is asked once: the source is the same.
        const own = object.getFields()[same.asked.name]?.type ?? same.asked.type;
        return { asked: { ...same.asked, parent: object.name, type: own }, source: same.source };
      });
      return [object.name, fields] as const;
    }),
  );
  return { type: undefined, byType, rest: [...shared.values()] };
}
