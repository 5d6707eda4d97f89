// What a node kind, a relation type and a property are made of. Owns the vocabulary in which the model is
// declared; knows nothing of engines, files or GraphQL.

/** A title in both languages of the project. */
export interface Title {
  readonly zh: string;
  readonly en: string;
}

/** How a value is written in a CSV cell and kept in the graph. Dates and periods stay ISO strings. */
export type ValueType =
  | "text"
  | "texts"
  | "integer"
  | "float"
  | "boolean"
  | "date"
  | "period"
  | "enum"
  | "sources";

/** The values of an enumeration: what each is called in Chinese, and what it means, in a phrase with a full stop. */
export type EnumerationValues = Readonly<Record<string, readonly [zh: string, meaning: string]>>;

/** An enumeration of the API. Several properties may share one. */
export interface Enumeration<V extends EnumerationValues = EnumerationValues> {
  readonly name: string;
  /** What it is: the Chinese term, a colon, a sentence. */
  readonly doc: string;
  readonly values: V;
}

/** A property of a node kind or of a relation type. */
export interface Property {
  readonly type: ValueType;
  readonly title: Title;
  readonly doc: string;
  /** Unit of a figure, such as "yuan" or "mu". */
  readonly unit?: string;
  readonly values?: readonly string[];
  /** What the values are called and mean, where the API has an enumeration of them. */
  readonly enumeration?: Enumeration;
  readonly required?: boolean;
  /** Never absent in the graph, though a row may leave it out: loading fills it in. */
  readonly filled?: boolean;
  readonly unique?: boolean;
  /** No two rows of a folder have the same value. The loader sees to it, not the engines. */
  readonly distinct?: boolean;
  readonly indexed?: boolean;
  /**
   * How search finds it: as a `name`, compared as names are; not at all (`false`) where it is a code that means
   * nothing to readers. Every other text is found by its words.
   */
  readonly searched?: "name" | false;
  /** The least and the greatest value of a number. */
  readonly least?: number;
  readonly most?: number;
  /** A text for readers, kept in two languages: this is the English one, the Chinese has `Zh` after its name. */
  readonly bilingual?: boolean;
}

export type Properties = Readonly<Record<string, Property>>;

/** A kind of node: the label in Cypher, the object type in GraphQL, the file name in `seed/entities`. */
export interface NodeKind {
  readonly title: Title;
  /** Singular and plural names of the root fields in the API. */
  readonly field: string;
  readonly plural: string;
  /** Prefix of ids, as in `enterprise:xinhongye`. */
  readonly prefix: string;
  readonly doc: string;
  readonly colour: string;
  /** Attaches facts to things (a figure, a check, a condition): things that share one are not thereby connected. */
  readonly annotates?: boolean;
  /** Is a place: things lie in it. */
  readonly isPlace?: boolean;
  readonly properties: Properties;
}

/** A type of relation, with its ends and its name in both directions. */
export interface RelationKind {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly title: Title;
  /** The name read from the far end. */
  readonly inverse: Title;
  readonly doc: string;
  /** Is the order of wholes and parts, which sources do not date: one without days holds at any date. */
  readonly holdsUndated?: boolean;
  /** The end that belongs to the region or park at the other: `within` goes along it (cypher/observation.within.cypher). */
  readonly belongs?: "from" | "to";
  /** Nothing may come back to itself along it: what is a part of a part of itself is a mistake. */
  readonly acyclic?: boolean;
  readonly properties: Properties;
}

type Options = Pick<
  Property,
  | "unit"
  | "required"
  | "filled"
  | "unique"
  | "distinct"
  | "indexed"
  | "searched"
  | "least"
  | "most"
  | "bilingual"
>;

function property(type: ValueType) {
  return (zh: string, en: string, doc: string, options: Options = {}): Property => ({
    type,
    title: { zh, en },
    doc,
    ...options,
  });
}

export const text = property("text");
export const texts = property("texts");
export const integer = property("integer");
export const float = property("float");
export const flag = property("boolean");
/** A date as precise as the source: `2021`, `2021-12` or `2021-12-03`. */
export const date = property("date");
/** A period: `2022`, `2022-H1`, `2022-Q3`, `2023-10` or `2023-01/2023-10`. */
export const period = property("period");
/** Citations: `stem:line`, split at the last colon. */
export const sources = property("sources");

/** The name of the property that has a text in Chinese. */
export const inChinese = (name: string): string => `${name}Zh`;

/** Whether search finds what a property says: its words, or what it is called. */
export const isSearched = ({ type, searched }: Property): boolean =>
  (type === "text" || type === "texts") && searched !== false;

/** Properties with the Chinese text of each that is kept in two languages right behind it. */
export function withChinese(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => {
      if (property.bilingual !== true) return [[name, property]];
      const { bilingual: _both, required: _required, ...rest } = property;
      const title = { zh: `${property.title.zh}（中文）`, en: `${property.title.en} in Chinese` };
      return [
        [name, property],
        [inChinese(name), { ...rest, title, doc: `The same in Chinese (中文): ${property.doc}` }],
      ];
    }),
  );
}

/** An enumeration: its name in the API, what it is, and its values, upper case with underscores. */
export function enumeration<const V extends EnumerationValues>(
  name: string,
  doc: string,
  values: V,
): Enumeration<V> {
  return { name, doc, values };
}

/** The names of an enumeration's values, in order. */
export function valuesOf<V extends EnumerationValues>({
  values,
}: Enumeration<V>): readonly (keyof V & string)[] {
  return Object.keys(values);
}

/** One of the values of an enumeration; of a list of bare names where the API shows none of that property. */
export function oneOf(
  values: Enumeration | readonly string[],
  zh: string,
  en: string,
  doc: string,
  options: Options = {},
): Property {
  const title = { zh, en };
  if (!("name" in values)) return { type: "enum", values, title, doc, ...options };
  return { type: "enum", values: valuesOf(values), enumeration: values, title, doc, ...options };
}
