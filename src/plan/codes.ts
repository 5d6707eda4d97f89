// Which fields of filters take a code: a value out of a list that the data has. Names of things are found by meaning; a
// code is there or it is not, and one that is not there is no condition that nothing fulfils but a slip.
import { isKind, type Kind, kindOf } from "../ontology/model.ts";

/** The property that a code is a value of. */
export interface CodeSpec {
  readonly kind: Kind;
  readonly property: string;
  /** Whether the beginning of a code stands for all that begin so. */
  readonly begins: boolean;
}

/** What an input's field takes a code of, as its property says: one that is looked up by in an index. */
export function codeOf(input: string, field: string): CodeSpec | undefined {
  const kind = /^(\w+)Filter$/.exec(input)?.[1];
  if (kind === undefined || !isKind(kind)) return undefined;
  const { properties } = kindOf(kind);
  const property = [field, field.replace(/In$/, "")].find((name) => Object.hasOwn(properties, name));
  const definition = property === undefined ? undefined : properties[property];
  if (property === undefined || definition?.type !== "text") return undefined;
  const isCode = definition.unique === true || definition.indexed === true;
  return isCode ? { kind, property, begins: false } : undefined;
}
