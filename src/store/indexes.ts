// The constraints and indexes that the ontology asks for, as data. How an engine writes them is its adapter's.
import { derivedOf } from "../ontology/derived.ts";
import { kindNames, kindOf, type RelationType, relationTypes } from "../ontology/model.ts";

export interface NodeIndex {
  readonly label: string;
  readonly property: string;
  readonly unique: boolean;
}

/** Labels that are no entities: alias keys, and the record of the dataset loaded. */
const internal: readonly NodeIndex[] = [
  { label: "Entity", property: "id", unique: true },
  { label: "Alias", property: "id", unique: true },
  ...["key", "core", "brand"].map((property) => ({ label: "Alias", property, unique: false })),
  { label: "Dataset", property: "id", unique: true },
  ...["nameKey", "coreKey", "brandKey"].map((property) => ({ label: "Entity", property, unique: false })),
];

/** Every index on nodes: ids and names of each kind, its unique and indexed properties. */
export const nodeIndexes: readonly NodeIndex[] = [
  ...internal,
  ...kindNames.flatMap((label): NodeIndex[] => [
    { label, property: "id", unique: true },
    { label, property: "sortName", unique: false },
    ...Object.entries({ ...kindOf(label).properties, ...derivedOf(label) })
      .filter(([, property]) => property.unique === true || property.indexed === true)
      .map(([property, definition]) => ({ label, property, unique: definition.unique === true })),
  ]),
];

/** Relation types whose `id` must be unique. */
export const uniqueRelations: readonly RelationType[] = relationTypes;

export interface RelationIndex {
  readonly type: RelationType;
  readonly property: string;
}

/** By these the few sites are found that are over, not yet begun or only planned. */
export const relationIndexes: readonly RelationIndex[] = ["startEarliest", "endLatest", "status"].map(
  (property) => ({ type: "LOCATED_IN", property }),
);

/** A full-text index over all entities. */
export interface TextIndex {
  readonly name: string;
  readonly label: string;
  readonly property: string;
}

/** How names sound, in few and rare tokens: what finds them where they are written a little wrong. */
export const nearIndex: TextIndex = { name: "entity_near", label: "Entity", property: "nearText" };

/** The words of names. */
export const searchIndex: TextIndex = { name: "entity_search", label: "Entity", property: "searchText" };

/** What is told of entities beside their names. */
export const toldIndex: TextIndex = { name: "entity_told", label: "Entity", property: "toldText" };

export const textIndexes: readonly TextIndex[] = [searchIndex, nearIndex, toldIndex];

/** The index in which candidates are looked for. */
export const indexFor = ({ near = false, told = false }: { near?: boolean; told?: boolean }): TextIndex =>
  near ? nearIndex : told ? toldIndex : searchIndex;
