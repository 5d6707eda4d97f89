// Which fields a selection asks for, per type of the object met: fragments merged, @skip and @include obeyed.
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

export interface SelectContext {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Field nodes by response name, in the order of first appearance. */
export type Selected = Map<string, FieldNode[]>;

function included(context: SelectContext, node: SelectionNode): boolean {
  if (node.directives === undefined || node.directives.length === 0) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, context.variables);
  if (skip?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, context.variables)?.if !== false;
}

function applies(
  context: SelectContext,
  condition: string | undefined,
  type: string,
  isObject: boolean,
): boolean {
  if (condition === undefined || condition === type) return true;
  const conditionType = context.schema.getType(condition);
  if (conditionType === undefined || isObjectType(conditionType)) return false;
  const object = isObject ? context.schema.getType(type) : undefined;
  if (object === undefined) return true;
  return (
    isObjectType(object) &&
    "getFields" in conditionType &&
    context.schema.isSubType(conditionType as never, object)
  );
}

function collect(
  context: SelectContext,
  set: SelectionSetNode,
  type: string,
  isObject: boolean,
  into: Selected,
  seen: Set<string>,
): void {
  for (const node of set.selections) {
    if (!included(context, node)) continue;
    if (node.kind === Kind.FIELD) {
      const name = node.alias?.value ?? node.name.value;
      const nodes = into.get(name);
      if (nodes === undefined) into.set(name, [node]);
      else nodes.push(node);
    } else if (node.kind === Kind.INLINE_FRAGMENT) {
      if (applies(context, node.typeCondition?.name.value, type, isObject)) {
        collect(context, node.selectionSet, type, isObject, into, seen);
      }
    } else {
      const fragment = context.fragments[node.name.value];
      if (fragment === undefined || seen.has(node.name.value)) continue;
      seen.add(node.name.value);
      if (applies(context, fragment.typeCondition.name.value, type, isObject)) {
        collect(context, fragment.selectionSet, type, isObject, into, seen);
      }
    }
  }
}

/** The fields selected on objects of one type. For an abstract type: those that hold for every object of it. */
export function selectedOn(
  context: SelectContext,
  sets: readonly SelectionSetNode[],
  type: string,
  isObject: boolean,
): Selected {
  const into: Selected = new Map();
  const seen = new Set<string>();
  for (const set of sets) collect(context, set, type, isObject, into, seen);
  return into;
}

/** The object types that fragments of a selection name: those that may be selected differently from the rest. */
export function typesNamed(context: SelectContext, sets: readonly SelectionSetNode[]): GraphQLObjectType[] {
  const names = new Set<string>();
  const seen = new Set<string>();
  const walk = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) continue;
      if (node.kind === Kind.INLINE_FRAGMENT) {
        if (node.typeCondition !== undefined) names.add(node.typeCondition.name.value);
        walk(node.selectionSet);
      } else if (!seen.has(node.name.value)) {
        seen.add(node.name.value);
        const fragment = context.fragments[node.name.value];
        if (fragment === undefined) continue;
        names.add(fragment.typeCondition.name.value);
        walk(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) walk(set);
  return [...names].map((name) => context.schema.getType(name)).filter((type) => isObjectType(type));
}

/** The selection sets of several nodes of one field, to be merged. */
export function subselections(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet === undefined ? [] : [node.selectionSet]));
}
