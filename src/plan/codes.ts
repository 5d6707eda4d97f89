// Which fields of filters take a code, or a word: a value out of those that the data has. Names of things are found by
// meaning; a word of a property is there or it is not, and one that is not there is no condition that nothing fulfils but
// a slip.
import { type Properties, withChinese } from "../ontology/definitions.ts";
import {
  commonProperties,
  commonRelationProperties,
  isKind,
  isRelationType,
  type Kind,
  kindNames,
  propertiesOf,
  type RelationType,
  relationPropertiesOf,
} from "../ontology/model.ts";

/** What has a property: entities of a kind or of any, relations of a type or of any. */
export type Holder =
  | { readonly is: "entity"; readonly kind: Kind | undefined }
  | { readonly is: "relation"; readonly type: RelationType | undefined };

/** The property that a code is a value of. */
export interface CodeSpec {
  readonly of: Holder;
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

/** What is asked of a relation by a type, read one way, to entities of a kind: `CertifiedAsToCertificationMatch`. */
const matched = new RegExp(`^(\\w+?)(?:To|From|With)(?:${[...kindNames, "Entity"].join("|")})Match$`);

/** Whether an input's fields are about a relation: they may be named like arguments that name entities. */
export const isOfRelations = (input: string): boolean =>
  input === "RelationFilter" || input.endsWith("Match");

/** What an input asks of the properties of. */
function heldBy(input: string): { readonly of: Holder; readonly properties: Properties } | undefined {
  if (input === "EntityFilter")
    return { of: { is: "entity", kind: undefined }, properties: withChinese(commonProperties) };
  if (input === "RelationFilter")
    return { of: { is: "relation", type: undefined }, properties: withChinese(commonRelationProperties) };
  const type = matched
    .exec(input)?.[1]
    ?.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`)
    .toUpperCase();
  if (type !== undefined && isRelationType(type))
    return { of: { is: "relation", type }, properties: relationPropertiesOf(type) };
  const kind = /^(\w+)Filter$/.exec(input)?.[1];
  if (kind === undefined || !isKind(kind)) return undefined;
  return { of: { is: "entity", kind }, properties: propertiesOf(kind) };
}

/** What an input's field takes a value of, where its property holds text and all of the value is asked for. */
export function codeOf(input: string, field: string): CodeSpec | undefined {
  const held = heldBy(input);
  if (held === undefined) return undefined;
  const { of, properties } = held;
  const property = [field, field.replace(/In$/, "")].find((name) => Object.hasOwn(properties, name));
  const definition = property === undefined ? undefined : properties[property];
  if (property === undefined || property === "id") return undefined;
  if (definition?.type !== "text" && definition?.type !== "texts") return undefined;
  return {
    ...{ of, property, begins: false },
    ...(definition.type === "texts" ? { several: true } : {}),
    ...(of.is === "entity" && names.has(property) ? { isName: true } : {}),
  };
}
