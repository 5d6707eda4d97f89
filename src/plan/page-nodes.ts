// The rows of a page, their order, and what is worked out over all of them.
import type { Kind, RelationType } from "../ontology/model.ts";
import type { OrderTerm } from "../questions/question.ts";
import type { AggregatedProperty, GroupSource } from "./aggregate-spec.ts";
import type { Condition } from "./conditions.ts";
import type { Bound, Given, PlanField, QuestionUse } from "./plan-field.ts";
import type { Steps, Way } from "./ways.ts";

/** The date that a list is asked for. */
export interface AsOf {
  /** The parameter that holds the day. */
  readonly day: Bound;
  /** Whether what may or may not hold is left out. */
  readonly certain: boolean;
}

/** Where the rows of a connection come from. */
export type RowsPlan =
  | {
      readonly is: "list";
      readonly kind: Kind;
      readonly where: readonly Condition[];
      /** Fields of its filter that lead from something named to the entities. */
      readonly narrowing: readonly string[];
      readonly asOf?: AsOf;
    }
  | {
      readonly is: "relation";
      readonly relation: RelationType;
      readonly way: Way;
      readonly kind: string;
      readonly where: readonly Condition[];
      readonly asOf?: AsOf;
    }
  /** What lies in a whole, through its parts unless it is asked for `direct`. */
  | ({
      readonly is: "within";
      readonly hops: number;
      readonly from: readonly RelationType[];
      readonly direct: boolean;
      readonly kind: string;
      readonly where: readonly Condition[];
      readonly asOf?: AsOf;
    } & Steps)
  /** All relations of an entity, or of all at the root; `types` undefined for any, empty for none. */
  | {
      readonly is: "relations";
      readonly types: readonly RelationType[] | undefined;
      readonly way: Way;
      /** What is asked of each, and of its far end. */
      readonly where: { readonly edge: readonly Condition[]; readonly node: readonly Condition[] };
      /** At the root: what is asked of the entity where each starts. */
      readonly start: readonly Condition[];
      readonly asOf?: AsOf;
    }
  | {
      readonly is: "question";
      readonly use: QuestionUse;
      readonly kind: string;
      readonly where: readonly Condition[];
      readonly given?: Given;
    };

/** What a key of an order is a property of. */
export type OrderKey = {
  readonly descending: boolean;
  readonly nullable: boolean;
} & (
  | { readonly of: "node" | "edge"; readonly property: string }
  | { readonly of: "relation type" }
  | { readonly of: "question"; readonly term: OrderTerm }
);

/** The keys of a cursor given, and which of them are null. */
export interface CursorPlan {
  readonly keys: readonly Bound[];
  readonly absent: readonly boolean[];
}

/** What is worked out over a whole list. */
export type AggregateSource = { readonly is: "typename" } | FunctionSource | GroupsSource;

/** A number over a list, or over a group of it. */
export type FunctionSource =
  | { readonly is: "count" }
  | (AggregatedProperty & { readonly is: "tally"; readonly function: "distinct" | "known" })
  | (AggregatedProperty & {
      readonly is: "number";
      readonly function: NumberFunction;
      /** Of a sum of figures: the question that tells what must not be added. */
      readonly parts?: QuestionUse;
      /** Of a percentile: the share of values that lie below it. */
      readonly share?: number;
      readonly type: string;
      readonly fields: readonly PlanField<CalculatedSource>[];
    });

export type NumberFunction = "sum" | "average" | "least" | "most" | "percentile";

export interface CalculatedSource {
  readonly is: "typename" | "value" | "unit" | "bound" | "known" | "unknown" | "reasons";
}

/** One key of a grouping. */
export interface GroupPlan {
  readonly source: GroupSource;
  /** The level of wholes that count. */
  readonly level?: Bound;
  /** Whether a whole counts what lies in its parts. */
  readonly withParts: boolean;
}

/** Bounds of a number, each a parameter. */
export interface Bounds {
  readonly atLeast?: Bound;
  readonly atMost?: Bound;
  readonly moreThan?: Bound;
  readonly lessThan?: Bound;
}

/** Groups in the order of a number; those of which it is not known come last. */
export interface NumberOrder {
  readonly source: FunctionSource;
  readonly descending: boolean;
}

export interface GroupsSource {
  readonly is: "groups";
  readonly type: string;
  /** The kind of what is grouped. */
  readonly kind: string;
  readonly keys: readonly GroupPlan[];
  /** Bounds of how many are in a group, all of which hold. */
  readonly counts: readonly Bounds[];
  /** What else is asked of the numbers of a group. */
  readonly having: readonly { readonly source: FunctionSource; readonly bounds: Bounds }[];
  readonly numberOrder?: NumberOrder;
  readonly limit: Bound;
  readonly order: "COUNT_DESC" | "COUNT_ASC" | "KEY";
  readonly fields: readonly PlanField<
    | { readonly is: "typename" | "total" | "undecided" }
    | {
        readonly is: "rows";
        readonly type: string;
        readonly fields: readonly PlanField<{ readonly is: "typename" } | FunctionSource | GroupKeysSource>[];
      }
  >[];
}

export interface GroupKeysSource {
  readonly is: "keys";
  readonly type: string;
  readonly fields: readonly PlanField<{ readonly is: "typename" | "id" | "name" }>[];
}

export interface PageInfoSource {
  readonly is: "typename" | "hasNextPage" | "hasPreviousPage" | "startCursor" | "endCursor";
}

export type FacetSource =
  | { readonly is: "typename" }
  | {
      readonly is: "facet";
      readonly use: QuestionUse;
      readonly limit: Bound;
      readonly type: string;
      readonly columns: readonly PlanField<{ readonly is: "typename" | "key" }>[];
    };
