// What a value in a filter is said of: of which entity of the list, or of which far end, and in which alternative. Values
// of one scope must hold together, and those of an alternative together with what stands around it.
import { type GraphQLInputField, type GraphQLNamedInputType, getNamedType, isInputObjectType } from "graphql";
import { type Kind, kindOf, type RelationType, relationOf } from "../ontology/model.ts";
import { kindFiltered, type Reference, valueAt } from "./references.ts";
import type { FieldMap, FilterSpec } from "./spec.ts";

/** Where a value of a filter holds. */
export interface Scope {
  /** The entity that it is said of: the path of the filter that begins to speak of it. */
  readonly entity: string;
  /** Its kind, where the filter is of one. */
  readonly kind: Kind | undefined;
  /** The alternatives of `or` that it stands in, the outermost first. */
  readonly within: readonly string[];
  /** What its field asks; undefined for a field that only a part of another condition has. */
  readonly spec: FilterSpec | undefined;
  /** Whether it names what the entity is located in, by `some` of its relations. */
  readonly isSite: boolean;
}

const isFilter = (input: string): boolean =>
  kindFiltered(input) !== undefined || input === "EntityFilter" || input === "RelationFilter";

/** Whether relations of a type lead to the places that entities belong to, and to nothing else. */
const leadsToSites = (type: RelationType): boolean => {
  const { belongs, to } = relationOf(type);
  return belongs === "from" && (to as readonly Kind[]).every((kind) => kindOf(kind).isPlace === true);
};

/** Whether an object says one thing, and which. */
const saysOne = (value: unknown): string | undefined => {
  const fields = Object.entries((value ?? {}) as object).filter(
    ([, one]) => one !== null && one !== undefined,
  );
  return fields.length === 1 ? fields[0]?.[0] : undefined;
};

/**
 * The scope of a value; undefined where it stands in no filter, or where its contrary is asked for.
 * @param args what the filter is given: that there are not none means that there are some
 */
export function scopeOf(
  filters: FieldMap["filters"],
  { field, path }: Pick<Reference, "field" | "path">,
  args?: Readonly<Record<string, unknown>>,
): Scope | undefined {
  const [argument, ...rest] = path;
  const declared = field.args.find(({ name }) => name === argument);
  let type: GraphQLNamedInputType | undefined = declared && getNamedType(declared.type);
  if (!isInputObjectType(type) || !isFilter(type.name)) return undefined;
  let scope: Scope = {
    entity: String(argument),
    kind: kindFiltered(type.name),
    within: [],
    spec: undefined,
    isSite: false,
  };
  let at = String(argument);
  // Whether the far end that is spoken of next is where the entity has its site: what is said of it is said of both.
  let isLocated = false;
  // Whether the contrary of what comes next is asked for.
  let isContrary = false;
  for (const [index, key] of rest.entries()) {
    at += `.${key}`;
    if (typeof key === "number") {
      if (isContrary) return undefined;
      if (scope.spec?.is === "or") scope = { ...scope, within: [...scope.within, at] };
      continue;
    }
    if (!isInputObjectType(type)) return undefined;
    const next: GraphQLInputField | undefined = type.getFields()[key];
    if (next === undefined) return undefined;
    const spec = filters[type.name]?.[key];
    const named: GraphQLNamedInputType = getNamedType(next.type);
    const one = args && saysOne(valueAt(args, [String(argument), ...rest.slice(0, index + 1)]));
    if (spec?.is === "not") {
      if (!isContrary && one === undefined) return undefined;
      isContrary = !isContrary;
    } else if (isContrary && key === "none") isContrary = false;
    else if (isContrary && (spec?.is !== "relation" || one !== "none")) return undefined;
    else if (spec?.is === "part" && ["none", "every", "count"].includes(key)) isLocated = false;
    if (spec?.is === "relation") isLocated = leadsToSites(spec.relation) && spec.way === "out";
    else if (spec?.is === "as") scope = { ...scope, kind: spec.kind };
    else if (spec?.is === "part" && key === "node") {
      if (isLocated) scope = { ...scope, isSite: true };
      else
        scope = {
          ...scope,
          entity: at,
          kind: kindFiltered(named.name),
          within: [],
        };
    }
    scope = { ...scope, spec };
    type = named;
  }
  return isContrary ? undefined : scope;
}

/** Whether what holds in two scopes must hold of one entity at once. */
export const holdTogether = (one: Scope, other: Scope): boolean => {
  if (one.entity !== other.entity) return false;
  const [outer, inner] = [one.within, other.within].sort((a, b) => a.length - b.length);
  return outer?.every((each, index) => each === inner?.[index]) === true;
};
