// The model as a whole, with compile-time unions of its labels and relation types. Owns nothing else.
import { nodeEvidence, nodeProperties, relationEnds, relationEvidence } from "./common.ts";
import { isSearched, type NodeKind, type Properties, type RelationKind, withChinese } from "./definitions.ts";
import { kinds } from "./kinds.ts";
import { relations } from "./relations.ts";

/** The label of a node, as in `Enterprise`. */
export type Kind = keyof typeof kinds;

/** The type of a relation, as in `LOCATED_IN`. */
export type RelationType = keyof typeof relations;

export const kindNames = Object.keys(kinds) as Kind[];
export const relationTypes = Object.keys(relations) as RelationType[];

/** The definition of a node kind. */
export function kindOf(kind: Kind): NodeKind {
  return kinds[kind];
}

/** The definition of a relation type. */
export function relationOf(type: RelationType): RelationKind {
  return relations[type];
}

export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}

export function isRelationType(name: string): name is RelationType {
  return Object.hasOwn(relations, name);
}

/** Kinds that attach facts to things: what shares one of them is not thereby connected. */
export const annotationKinds: readonly string[] = kindNames.filter((kind) => kindOf(kind).annotates === true);

/** The relation types between things: those with an end that only attaches facts to them are left out. */
export const betweenThings: readonly RelationType[] = relationTypes.filter((type) => {
  const { from, to } = relationOf(type);
  return ![from, to].some((ends) => ends.every((kind) => annotationKinds.includes(kind)));
});

/** The kind that citations name, by its stem. */
export const citedKind: Kind = "Document";

/** What holds a figure, what leads from it to its subject, and what it measures. */
export const figureKind: Kind = "Observation";
export const figureRelation: RelationType = "OBSERVES";
export const metricKind: Kind = "Metric";

/** Every property of a node kind in the order of CSV columns. */
export function propertiesOf(kind: Kind): Properties {
  return withChinese({ ...nodeProperties, ...kindOf(kind).properties, ...nodeEvidence });
}

const told = new Map<Kind, readonly string[]>();

/** The properties of a node kind, beside its names, whose words search finds. */
export function toldPropertiesOf(kind: Kind): readonly string[] {
  const known =
    told.get(kind) ??
    Object.entries(propertiesOf(kind))
      .filter(([, property]) => isSearched(property) && property.searched !== "name")
      .map(([name]) => name);
  told.set(kind, known);
  return known;
}

/** The properties that every node has. */
export const commonProperties: Properties = { ...nodeProperties, ...nodeEvidence };

/** The properties that every relation has. */
export const commonRelationProperties: Properties = relationEvidence;

/** Every stored property of a relation type in the order of CSV columns, without its ends. */
export function relationPropertiesOf(type: RelationType): Properties {
  return withChinese({ ...relationOf(type).properties, ...relationEvidence });
}

/** Every CSV column of a relation type: ends, own properties, evidence. */
export function relationColumnsOf(type: RelationType): Properties {
  return { ...relationEnds, ...relationPropertiesOf(type) };
}

/** Properties whose cells hold several values, separated by |. */
export const listProperties: ReadonlySet<string> = new Set(
  [...kindNames.map(propertiesOf), ...relationTypes.map(relationPropertiesOf)].flatMap((properties) =>
    Object.entries(properties)
      .filter(([, property]) => property.type === "texts" || property.type === "sources")
      .map(([name]) => name),
  ),
);

const kindByPrefix = new Map(kindNames.map((kind) => [kindOf(kind).prefix, kind]));

/** The kind whose ids have this prefix (`enterprise:xinhongye` is an Enterprise), or undefined. */
export function kindOfId(id: string): Kind | undefined {
  return kindByPrefix.get(id.slice(0, Math.max(0, id.indexOf(":"))));
}

/** The name of a kind in the API's enumeration: Enterprise is ENTERPRISE. */
export function kindEnum(kind: Kind): string {
  return kind.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
}
