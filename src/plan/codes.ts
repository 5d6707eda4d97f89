// Which fields of filters take a code, or a word: a value out of those that the data has. Names of things are found by
// meaning; a word of a property is there or it is not, and one that is not there is no condition that nothing fulfils but
// a slip.
import { isKind, type Kind, propertiesOf } from "../ontology/model.ts";

/** The property that a code is a value of. */
export interface CodeSpec {
  readonly kind: Kind;
  readonly property: string;
  /** Whether the beginning of a code stands for all that begin so. */
  readonly begins: boolean;
  /** Whether each has several. */
  readonly several?: boolean;
  /** Whether it is a name: what is near is looked for as names are. */
  readonly isName?: boolean;
}

/** What things are called by. */
const names = new Set(["name", "aliases", "formerNames"]);

/** What an input's field takes a value of, where its property holds text and all of the value is asked for. */
export function codeOf(input: string, field: string): CodeSpec | undefined {
  const kind = /^(\w+)Filter$/.exec(input)?.[1];
  if (kind === undefined || !isKind(kind)) return undefined;
  const properties = propertiesOf(kind);
  const property = [field, field.replace(/In$/, "")].find((name) => Object.hasOwn(properties, name));
  const definition = property === undefined ? undefined : properties[property];
  if (property === undefined || property === "id") return undefined;
  if (definition?.type !== "text" && definition?.type !== "texts") return undefined;
  return {
    ...{ kind, property, begins: false },
    ...(definition.type === "texts" ? { several: true } : {}),
    ...(names.has(property) ? { isName: true } : {}),
  };
}
