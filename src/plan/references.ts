// Which arguments of a field name entities, and where their texts stand. What they stand for is found when a request
// runs (src/execute/references.ts): then an id takes the place of each.
import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
} from "graphql";
import { isKind, type Kind } from "../ontology/model.ts";
import { type CodeSpec, codeOf, isOfRelations } from "./codes.ts";

/** What an argument of some name names. */
export interface ReferenceSpec {
  /** Kinds that it may be of, any if empty; `own` is the kind of the list or field that it is an argument of. */
  readonly kinds: readonly Kind[] | "own";
  /** Whether ids are written without their prefix, as those of metrics are. */
  readonly bare?: boolean;
  /** Where no entity is named but a code is given. */
  readonly code?: CodeSpec;
  /** Where figures of what is named are compared with bounds: their unit must be one that such figures have. */
  readonly figures?: FiguresSpec;
}

/** How figures of a named entity are kept, and the arguments beside its name that speak of their unit. */
export interface FiguresSpec {
  /** The kind of the figures, the property that says what they are figures of, and that of their unit. */
  readonly kind: Kind;
  readonly of: string;
  readonly property: string;
  /** The argument that gives a unit, and those that are meant in it. */
  readonly unit: string;
  readonly bounds: readonly string[];
}

export type References = Readonly<Record<string, ReferenceSpec>>;

export type ArgumentPath = readonly (string | number)[];

/** What stands at a path among the arguments of a field; undefined where nothing does. */
export const valueAt = (args: Readonly<Record<string, unknown>>, path: ArgumentPath): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key],
    args,
  );

/** A root field that looks entities up. */
export interface Above {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

/** Whose field it is: the kinds that they can be of, and what looks them up. */
interface Of {
  readonly parents: readonly Kind[];
  readonly above?: Above | undefined;
}

/** A place among the arguments of a field where entities are named. */
export interface Reference {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Response name of the root field, for errors. */
  readonly root: string;
  /** The kinds that the entities can be of whose field it is; none where it is no field of entities. */
  readonly parents: readonly Kind[];
  /** The root field that looks them up, where one does. */
  readonly above?: Above;
  readonly path: ArgumentPath;
  readonly kinds: readonly Kind[];
  readonly bare: boolean;
  /** Whether an id that is not there is no error: a field that looks one up answers null. */
  readonly isLookup: boolean;
  /** Where no entity is named but a code is given: what it is a code of. */
  readonly code?: CodeSpec;
  readonly figures?: FiguresSpec;
}

const named = new Set(["ID", "String"]);

/** The kind that an input type filters: `EnterpriseFilter` those of enterprises. */
export function kindFiltered(input: string): Kind | undefined {
  const kind = /^(\w+)Filter$/.exec(input)?.[1];
  return kind !== undefined && isKind(kind) ? kind : undefined;
}

/** The references among a field's arguments, as far as they are given. */
export function referencesAt(
  specs: References,
  {
    field,
    node,
    args,
    path: [root = ""],
  }: {
    readonly field: GraphQLField<unknown, unknown>;
    readonly node: FieldNode;
    readonly args: Readonly<Record<string, unknown>>;
    readonly path: readonly string[];
  },
  { parents, above }: Of = { parents: [] },
): Reference[] {
  const place = {
    ...{ field, node, root, parents },
    ...(above === undefined ? {} : { above: { field: above.field, node: above.node } }),
  };
  const found: Reference[] = [];
  const answer = getNamedType(field.type).name;
  const own = isKind(answer) ? answer : undefined;
  const visit = (
    declared: GraphQLArgument | GraphQLInputField,
    owner: string | undefined,
    value: unknown,
    path: ArgumentPath,
  ): void => {
    if (value === null || value === undefined) return;
    const type = getNamedType(declared.type);
    if (isInputObjectType(type)) {
      const inputs = Array.isArray(value)
        ? value.map((one, index) => [one, [...path, index]] as const)
        : [[value, path] as const];
      for (const [one, at] of inputs)
        for (const each of Object.values(type.getFields()))
          visit(each, type.name, (one as Record<string, unknown>)[each.name], [...at, each.name]);
      return;
    }
    if (!named.has(type.name)) return;
    // A relation's own properties may be named like arguments that name entities.
    const spec =
      owner !== undefined && isOfRelations(owner)
        ? undefined
        : ((owner === undefined ? undefined : specs[`${owner}.${declared.name}`]) ?? specs[declared.name]);
    const code =
      spec?.code ?? (owner === undefined || spec !== undefined ? undefined : codeOf(owner, declared.name));
    if (spec === undefined || spec.code !== undefined) {
      if (code !== undefined) found.push({ ...place, path, kinds: [], bare: false, isLookup: false, code });
      return;
    }
    const filtered = owner === undefined ? own : kindFiltered(owner);
    const kinds = spec.kinds === "own" ? (filtered === undefined ? [] : [filtered]) : spec.kinds;
    const isLookup =
      owner === undefined &&
      (declared.name === "id" || declared.name === "ids") &&
      (own !== undefined || answer === "Entity");
    const { figures, bare } = spec;
    found.push({
      ...{ ...place, path, kinds, bare: bare === true, isLookup },
      ...(figures === undefined ? {} : { figures }),
    });
  };
  for (const argument of field.args) visit(argument, undefined, args[argument.name], [argument.name]);
  return found;
}
