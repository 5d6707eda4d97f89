// The field map as a whole: what is written by hand, and what follows from the ontology and the schema.
import { type GraphQLSchema, getNamedType, isObjectType } from "graphql";
import { isKind, type Kind, kindNames } from "../ontology/model.ts";
import type { RelationField } from "../plan/aggregate-spec.ts";
import type { FieldMap, FilterSpec } from "../plan/spec.ts";
import { aggregatesOf } from "./aggregate-fields.ts";
import { fields } from "./fields.ts";
import { entityFilter, relationFilter } from "./filter-entity.ts";
import { filterFields } from "./filter-fields.ts";
import { figureCondition } from "./filter-figure.ts";
import type { FilterField } from "./filter-properties.ts";
import { conditionTypes, relationFields } from "./filter-relations.ts";
import { facets, filters } from "./filters.ts";
import { references } from "./references.ts";

type Specs = Readonly<Record<string, FilterSpec>>;

/** The kind that a field leads to, one or a list; Entity where it may be of several, undefined where it is neither. */
function kindLedTo(schema: GraphQLSchema): (type: string, field: string) => string | undefined {
  return (type, field) => {
    const object = schema.getType(type);
    const of = isObjectType(object) ? object.getFields()[field]?.type : undefined;
    const led = of === undefined ? undefined : getNamedType(of);
    if (led === undefined || isKind(led.name) || led.name === "Entity") return led?.name;
    if (!isObjectType(led) || !led.name.endsWith("Connection")) return undefined;
    const node = led.getFields().nodes;
    return node === undefined ? undefined : getNamedType(node.type).name;
  };
}

/** The fields of a kind that follow a relation. */
export function relationFieldsOf(schema: GraphQLSchema): (kind: Kind) => readonly RelationField[] {
  const kindOfField = kindLedTo(schema);
  const byHand: Readonly<Record<string, Specs>> = filters;
  return (kind) => relationFields(kind, fields, kindOfField, byHand[`${kind}Filter`]);
}

const specsOf = (all: readonly FilterField[]): Specs =>
  Object.fromEntries(all.map(({ name, spec }) => [name, spec]));

/** The filters by input type: those written by hand come before those that follow from the ontology. */
function allFilters(relationsOf: (kind: Kind) => readonly RelationField[]): Readonly<Record<string, Specs>> {
  const byHand: Readonly<Record<string, Specs>> = filters;
  const shared = [figureCondition, entityFilter(() => undefined), relationFilter(() => undefined)];
  const inputs = new Map<string, Specs>(shared.map((type) => [type.name, specsOf(type.fields)]));
  for (const kind of kindNames) {
    const relations = relationsOf(kind);
    const name = `${kind}Filter`;
    inputs.set(name, { ...specsOf(filterFields(kind, relations, () => undefined)), ...byHand[name] });
    for (const field of relations)
      for (const type of conditionTypes(field, () => undefined)) inputs.set(type.name, specsOf(type.fields));
  }
  return Object.fromEntries(inputs);
}

/** The field map of a schema. */
export function fieldMapOf(schema: GraphQLSchema): FieldMap {
  const relationsOf = relationFieldsOf(schema);
  return {
    fields,
    facets,
    references,
    filters: allFilters(relationsOf),
    aggregates: aggregatesOf(relationsOf, filters),
  };
}
