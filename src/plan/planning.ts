// The state of planning a request: what its arguments have been bound to so far, and the field that is being planned.
import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { type Kind, kindOfId } from "../ontology/model.ts";
import type { Question, Questions } from "../questions/question.ts";
import { argumentsOf } from "../run/arguments.ts";
import type { Arguments } from "../run/step.ts";
import type { Json } from "../store/port.ts";
import type { ElementPlan } from "./nodes.ts";
import type { Asked, PlanField } from "./plan-field.ts";
import { type Reference, referencesAt } from "./references.ts";
import { type SelectContext, selectedOn, subselections } from "./select.ts";
import type { FieldMap, FieldSpec } from "./spec.ts";
import { typename } from "./typename.ts";

/** The parameters that one field's arguments give, computed anew for each run. */
export interface Binding {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Response names from the root, for errors. */
  readonly path: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly value: (args: Arguments) => Json }[];
}

export interface Planning extends SelectContext {
  readonly fieldMap: FieldMap;
  readonly questions: Questions;
  readonly bindings: Binding[];
  /** Where arguments name entities, by the field's node. */
  readonly references: Map<FieldNode, readonly Reference[]>;
  /** A number not used before in this request. */
  readonly next: () => number;
  /** Whether the request's only root field looks one entity up. */
  readonly isLookup: boolean;
  /** Root fields that look entities of any kind up, by response name, and the argument that gives their ids. */
  readonly lookedUp: Map<string, { readonly site: Site; readonly argument: string }>;
  /** Root fields that look entities up, by response name. */
  readonly lookups: Map<string, Site>;
  /** Plans what is selected on an entity, of one of some kinds where they are known, or on a relation. */
  readonly element: (
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    path: readonly string[],
    kinds?: readonly Kind[],
  ) => ElementPlan;
}

/** A list that is a field of entities. */
export interface Listed {
  readonly spec: FieldSpec;
  /** The kinds that the entities can be of whose list it is. */
  readonly parents: readonly Kind[];
  /** Whether what lies in their parts is left out. */
  readonly isDirect: boolean;
}

/** A field being planned. */
export interface Site {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly node: FieldNode;
  readonly args: Arguments;
  readonly path: readonly string[];
  /** Whose list it is and how it is found, where it is a list of entities. */
  readonly listed?: Listed;
}

/** The root field that looks up whose field it is; undefined where none does. */
const aboveOf = ({ lookups }: Planning, [root = "", ...within]: readonly string[]): Site | undefined =>
  within.length === 1 ? lookups.get(root) : undefined;

/**
 * The site of a field.
 * @param parents the kinds that the entities can be of whose field it is, where it is one of entities
 */
export function siteOf(
  planning: Planning,
  field: Site["field"],
  nodes: Site["nodes"],
  path: readonly string[],
  parents: readonly Kind[] = [],
): Site {
  const node = nodes[0];
  if (node === undefined) throw new Error("a field without a node");
  const site = { field, nodes, node, args: argumentsOf(field, node, planning.variables), path };
  if (field.args.length > 0 && !planning.references.has(node))
    planning.references.set(
      node,
      referencesAt(planning.fieldMap.references, site, { parents, above: aboveOf(planning, path) }),
    );
  return site;
}

/** Binds a value computed from the field's arguments to a parameter, a fresh one if not named, and gives its name. */
export function bind(
  planning: Planning,
  { field, node, path }: Site,
  value: (args: Arguments) => Json,
  name = `p${planning.next()}`,
): string {
  planning.bindings.push({ field, node, path, parameters: [{ name, value }] });
  return name;
}

/** Checks a field of entities that a root field looks up by id, once it is known what kinds these are of. */
export function whenLookedUp(
  planning: Planning,
  { path: [root = "", ...within] }: Site,
  check: (kinds: readonly Kind[]) => void,
): void {
  const found = planning.lookedUp.get(root);
  if (found === undefined || within.length !== 1) return;
  bind(planning, found.site, (args) => {
    const kinds = [args[found.argument]].flat().map((id) => kindOfId(String(id)));
    const known = kinds.filter((kind) => kind !== undefined);
    // An id that is none is told where it is not found.
    if (known.length > 0) check([...new Set(known)]);
    return null;
  });
}

/** The question of that name. @throws Error where the field map names one that is not there. */
export function questionOf(planning: Planning, name: string): Question {
  const question = planning.questions.get(name);
  if (question === undefined) throw new Error(`there is no question file cypher/${name}.cypher`);
  return question;
}

/** How many rows are asked for, from the front or from the end: the argument, or the default where neither is given. */
export function firstOf({ field }: Site, args: Arguments): number {
  const declared = field.args.find((argument) => argument.name === "first");
  return Number(args.last ?? args.first ?? declared?.defaultValue ?? 0);
}

/** Whether values of a type are entities or relations, which live in a variable of their own. */
export function isElement(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  if (isInterfaceType(named)) return true;
  return isObjectType(named) && (named.name === "Relation" || named.getInterfaces().length > 0);
}

/** The type of a field without lists and nullability; of objects. */
export const compositeOf = (type: GraphQLOutputType): GraphQLCompositeType =>
  getNamedType(type) as GraphQLCompositeType;

/** The field of a type. @throws Error where the schema has no such field: the caller's mistake, not a user's. */
export function namedField(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
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

/** Plans the fields selected on an object type: `__typename` here, all others by the function given. */
export function fieldsOf<S>(
  planning: Planning,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  plan: (asked: Asked, field: GraphQLField<unknown, unknown>) => S,
): PlanField<S | { readonly is: "typename" }>[] {
  const selected = selectedOn(planning, subselections(nodes), type.name, true);
  return [...selected].map(([key, own]): PlanField<S | { readonly is: "typename" }> => {
    const name = own[0]?.name.value ?? key;
    if (name === "__typename") return { asked: typename(key, type.name, own), source: { is: "typename" } };
    const field = namedField(type, name);
    const asked = { key, name, parent: type.name, nodes: own, type: field.type };
    return { asked, source: plan(asked, field) };
  });
}
