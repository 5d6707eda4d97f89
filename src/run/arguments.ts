// The arguments of a field as steps and limits read them. Coercing them walks through all that their types could take,
// which for a filter is much: so it is done once for a field and for which of its variables have values, and what the
// variables hold is put in place from then on. They have been coerced themselves.
import { type FieldNode, type GraphQLField, getArgumentValues, Kind, visit } from "graphql";
import type { Arguments } from "./step.ts";

type Field = GraphQLField<unknown, unknown>;
type Variables = Readonly<Record<string, unknown>>;

/** A value of a request, given its variables. */
type Filled = (variables: Variables) => unknown;

/** What is known of a field of a document. */
interface Read {
  readonly field: Field;
  /** Its variables, each once. */
  readonly names: readonly string[];
  /** By which of the variables have values: for each argument, how it comes by its own. */
  readonly filled: Map<string, readonly (readonly [name: string, value: Filled])[]>;
}

/** Combinations of variables with and without values that are remembered of a field. */
const mostCombinations = 8;

const known = new WeakMap<FieldNode, Read>();

function readOf(field: Field, node: FieldNode): Read {
  const found = known.get(node);
  if (found?.field === field) return found;
  const names = new Set<string>();
  for (const argument of node.arguments ?? [])
    visit(argument.value, {
      Variable({ name }) {
        names.add(name.value);
      },
    });
  const read: Read = { field, names: [...names], filled: new Map() };
  known.set(node, read);
  return read;
}

/** How a value is filled in: `places` stand where variables do. What no variable enters is the same for all. */
function fillerOf(value: unknown, places: ReadonlyMap<unknown, string>): Filled {
  const name = places.get(value);
  if (name !== undefined) return (variables) => variables[name];
  if (Array.isArray(value)) {
    const items = value.map((item) => fillerOf(item, places));
    return (variables) => items.map((item) => item(variables));
  }
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== null)
    return () => value;
  const entries = Object.entries(value).map(([key, item]) => [key, fillerOf(item, places)] as const);
  return (variables) => {
    const object: Record<string, unknown> = Object.create(null);
    for (const [key, item] of entries) object[key] = item(variables);
    return object;
  };
}

/** Whether an argument is written at a field and, where by a variable, has a value. */
function isGiven(name: string, node: FieldNode, variables: Variables): boolean {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value === undefined || value.kind === Kind.NULL) return false;
  return value.kind !== Kind.VARIABLE || (variables[value.name.value] ?? null) !== null;
}

function coerced(field: Field, node: FieldNode, variables: Variables): Record<string, unknown> {
  const { names, filled } = readOf(field, node);
  if (names.length === 0) return getArgumentValues(field, node, variables);
  let combination = "";
  for (const name of names)
    combination += variables[name] === undefined ? "-" : variables[name] === null ? "0" : "1";
  let fillers = filled.get(combination);
  if (fillers === undefined) {
    const places = new Map<unknown, string>();
    const standing = { ...variables };
    for (const [index, name] of names.entries()) {
      if (combination[index] !== "1") continue;
      const place = Object.freeze({});
      places.set(place, name);
      standing[name] = place;
    }
    fillers = Object.entries(getArgumentValues(field, node, standing)).map(
      ([name, value]) => [name, fillerOf(value, places)] as const,
    );
    if (filled.size < mostCombinations) filled.set(combination, fillers);
  }
  const values: Record<string, unknown> = {};
  for (const [name, value] of fillers) values[name] = value(variables);
  return values;
}

/**
 * The arguments of a field, coerced. An explicit null means the default where there is one, as leaving it out does. The
 * default of `first` is for who says nothing of how many: it is left out beside `last`.
 */
export function argumentsOf(field: Field, node: FieldNode, variables: Variables): Arguments {
  if (field.args.length === 0) return {};
  const values = coerced(field, node, variables);
  for (const { name, defaultValue } of field.args) {
    if (values[name] === null && defaultValue !== undefined) values[name] = defaultValue;
  }
  if (typeof values.last === "number" && !isGiven("first", node, variables)) delete values.first;
  return values;
}
