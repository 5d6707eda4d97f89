// How a field of the API is found in the graph: the words in which the field map is written, typed by the
// ontology so that a misspelt relation or kind does not compile. Knows no GraphQL schema and no statement.

import type { Operation } from "../calculate/calculate.ts";
import type { ValueType } from "../ontology/definitions.ts";
import type { Kind, RelationType } from "../ontology/model.ts";
import type { Aggregates } from "./aggregate-spec.ts";
import type { TestOperator } from "./conditions.ts";
import type { References } from "./references.ts";
import type { Steps, Way } from "./ways.ts";

export type FieldSpec =
  | { readonly is: "property"; readonly property: string }
  | { readonly is: "one" | "connection"; readonly relation: RelationType; readonly way: Way }
  | ({ readonly is: "within"; readonly hops: number; readonly from: readonly RelationType[] } & Steps)
  | { readonly is: "relations" }
  | {
      readonly is: "ask";
      readonly question: string;
      readonly prepare?: "search";
      /** What the argument `kind` is a kind of: the far end of relations of this type, or of that in the argument `type`. */
      readonly kindOf?: { readonly relation: RelationType | "type"; readonly way: Way | "direction" };
      /** Where it goes along relations, the arguments that say from where, to what and how far: no one can reach the rest. */
      readonly reaching?: {
        readonly starts: string;
        /** An entity, entities of kinds, or what several starts share. */
        readonly goals: "to" | "kinds" | "shared";
        readonly hops: string | number;
      };
      /** Sets of arguments of which one is needed. */
      readonly needs?: readonly (readonly string[])[];
    }
  | { readonly is: "calculation"; readonly question: string; readonly operation: Operation }
  | { readonly is: "deferred"; readonly question: string; readonly step: string }
  | { readonly is: "lookup" | "list"; readonly kind: Kind }
  | { readonly is: "nodes" }
  | { readonly is: "group" };

/** A property of another name than the field's. */
export const property = (name: string): FieldSpec => ({ is: "property", property: name });

/** The one entity at the far end: stated before implied, then by name. */
export const one = (relation: RelationType, way: Way = "out"): FieldSpec => ({ is: "one", relation, way });

/** All entities at the far end, paged, by name unless `orderBy` says otherwise. */
export const connection = (relation: RelationType, way: Way = "out"): FieldSpec => ({
  is: "connection",
  relation,
  way,
});

/**
 * All entities that lie in a whole: those that reach it by these steps, its parts counting with it, as in a filter that
 * `reaches`. `from` are types that lead from the whole or a part of it (it hosts, it undertakes).
 * The field takes `direct: Boolean`; each entity is listed once, its edge being the relation nearest the whole.
 */
export const within = (steps: Steps, hops: number, from: readonly RelationType[] = []): FieldSpec => ({
  is: "within",
  ...steps,
  hops,
  from,
});

/** All relations of an entity, paged; at the root those of all entities. */
export const relationsOf = (): FieldSpec => ({ is: "relations" });

/** The answer of a question file. `prepare` names the step in code that comes before the statement. */
export const ask = (question: string, prepare?: "search"): FieldSpec => ({ is: "ask", question, prepare });

/** The answer of a question file that needs the arguments of one of these sets. */
export const askNeeding = (question: string, ...needs: readonly (readonly string[])[]): FieldSpec => ({
  is: "ask",
  question,
  needs,
});

/** The same, whose argument `kind` is refused where no far end of the relations asked about can be of it. */
export const withKindOf = (
  spec: FieldSpec,
  relation: RelationType | "type",
  way: Way | "direction",
): FieldSpec => (spec.is === "ask" ? { ...spec, kindOf: { relation, way } } : spec);

/** The same, refused where relations can never lead from what it begins at to what it asks for. */
export const reaching = (
  spec: FieldSpec,
  starts: string,
  goals: "to" | "kinds" | "shared",
  hops: string | number,
): FieldSpec => (spec.is === "ask" ? { ...spec, reaching: { starts, goals, hops } } : spec);

/** The answer of a question file about what a step in code finds once the parents are known. */
export const deferred = (question: string, step: string): FieldSpec => ({
  is: "deferred",
  question,
  step,
});

/** What code reckons from the facts that a question file gives (src/calculate). */
export const calculation = (operation: Operation): FieldSpec => ({
  is: "calculation",
  question: "figures.asked",
  operation,
});

/** One entity of a kind by id, by a unique property or by name. */
export const lookup = (kind: Kind): FieldSpec => ({ is: "lookup", kind });

/** The entities of a kind, filtered, ordered and paged. */
export const list = (kind: Kind): FieldSpec => ({ is: "list", kind });

/** A root field that only gathers others: its type's fields are root fields of the map. */
export const group = (): FieldSpec => ({ is: "group" });

/** Entities by id, in the order asked. */
export const nodesById = (): FieldSpec => ({ is: "nodes" });

export type FilterSpec =
  | { readonly is: "property"; readonly property: string }
  | { readonly is: "range"; readonly property: string; readonly bound: ">=" | "<=" }
  | { readonly is: "text" }
  | { readonly is: "day"; readonly property: string; readonly comparison: ">=" | "<=" }
  | { readonly is: "period"; readonly overlaps: boolean }
  | { readonly is: "cited" }
  | ({
      readonly is: "reach";
      readonly of: Kind | "Entity";
      readonly hops: number;
      readonly from?: readonly RelationType[];
    } & Steps)
  | {
      readonly is: "related";
      readonly relation: RelationType;
      readonly way: Way;
      readonly of: Kind | "Entity";
      readonly property: string;
    }
  | { readonly is: "question"; readonly question: string }
  // Those below follow from the ontology (api/filter-fields.ts and its neighbours).
  | {
      readonly is: "compare";
      readonly property: string;
      readonly type: ValueType;
      readonly operator: TestOperator;
      /** The least and the greatest value that the property can have. */
      readonly least?: number;
      readonly most?: number;
    }
  | { readonly is: "and" | "or" | "not" | "figure" }
  /** The places that the same filter names are meant without their parts. */
  | { readonly is: "direct" }
  | {
      readonly is: "relation";
      readonly relation: RelationType;
      readonly way: Way;
      readonly of: Kind | "Entity";
    }
  /** It is of a kind, or of one of several. */
  | { readonly is: "kind" }
  /** It is of this kind, and that kind's filter holds. */
  | { readonly is: "as"; readonly kind: Kind }
  /** A part of another condition, which reads it. */
  | { readonly is: "part" };

/** A property that equals the value. */
export const equals = (name: string): FilterSpec => ({ is: "property", property: name });

/** A property that is the value or more; an absent one is neither. */
export const atLeast = (name: string): FilterSpec => ({ is: "range", property: name, bound: ">=" });

/** A property that is the value or less. */
export const atMost = (name: string): FilterSpec => ({ is: "range", property: name, bound: "<=" });

/** A day that is the first meant by the date given, or later. */
export const fromDay = (name: string): FilterSpec => ({ is: "day", property: name, comparison: ">=" });

/** A day that is the last meant by the date given, or earlier. */
export const untilDay = (name: string): FilterSpec => ({ is: "day", property: name, comparison: "<=" });

/** Figures whose period lies in the one given. */
export const liesInPeriod = (): FilterSpec => ({ is: "period", overlaps: false });

/** Figures whose period has a day in common with the one given. */
export const overlapsPeriod = (): FilterSpec => ({ is: "period", overlaps: true });

/** Cited from the document given. */
export const citedFrom = (): FilterSpec => ({ is: "cited" });

/** Names, aliases or their pinyin contain the text. */
export const containsText = (): FilterSpec => ({ is: "text" });

/**
 * Entities that reach the one given by these steps, the whole counting with its parts. `from` are
 * types that lead from the whole or a part of it to the entity: it hosts, it undertakes.
 */
export const reaches = (
  of: Kind,
  steps: Steps,
  hops: number,
  from: readonly RelationType[] = [],
): FilterSpec => ({ is: "reach", of, ...steps, hops, from });

/** Entities with a relation to one whose property equals the value. Filters of one relation mean one far end. */
export const related = (
  relation: RelationType,
  of: Kind | "Entity",
  name: string,
  way: Way = "out",
): FilterSpec => ({
  is: "related",
  relation,
  way,
  of,
  property: name,
});

/** Entities that a question file returns as `node`, the value being its only argument. */
export const found = (question: string): FilterSpec => ({ is: "question", question });

/** The whole map: fields by type, filters by input type, facets of lists of enterprises. */
export interface FieldMap {
  readonly fields: Readonly<Record<string, Readonly<Record<string, FieldSpec>>>>;
  readonly filters: Readonly<Record<string, Readonly<Record<string, FilterSpec>>>>;
  /** What arguments name, by their names. */
  readonly references: References;
  /** What lists can be summed and grouped by. */
  readonly aggregates: Aggregates;
  /** Facet lists: the question that leads from an enterprise (`parent`) to what it is counted under (`node`). */
  readonly facets: Readonly<Record<string, string>>;
}
