// What a filter asks of an entity, as a tree of conditions. How each is asked: src/emit/filter, a file each.

import type { ValueType } from "../ontology/definitions.ts";
import type { Kind, RelationType } from "../ontology/model.ts";
import type { QuestionUse } from "./plan-field.ts";
import type { Steps, Way } from "./ways.ts";

/** The conditions of which others are made. Values are names of parameters. */
interface Leaves {
  /** A property beside a value; an absent one satisfies none. */
  compare: { readonly property: string; readonly operator: "=" | ">=" | "<="; readonly value: string };
  /** Names, aliases or their pinyin contain the text. */
  text: { readonly value: string };
  /** Its period lies in the days of a parameter, or has one in common with them. */
  period: { readonly days: string; readonly overlaps: boolean };
  /** Cited from a document. */
  cited: { readonly document: string };
  /** Reaches a whole by these steps, the whole counting with its parts. */
  reach: Steps & {
    readonly of: Kind | "Entity";
    readonly hops: number;
    /** Types that lead from the whole or a part of it to the entity. */
    readonly from: readonly RelationType[];
    readonly whole: string;
  };
  /** Has a relation to one entity of which all these properties are as given. */
  related: {
    readonly relation: RelationType;
    readonly way: Way;
    readonly of: Kind | "Entity";
    readonly properties: readonly { readonly property: string; readonly value: string }[];
  };
  /** Is what a question file gives as `node`. */
  found: { readonly use: QuestionUse };
  /** A property beside a value, by the property's type; of what is not known nothing holds but that it is not. */
  test: {
    readonly property: string;
    readonly type: ValueType;
    readonly operator: TestOperator;
    readonly value: string;
  };
  /** Is of one of these kinds. */
  kind: { readonly kinds: readonly Kind[] };
  /** Is of a kind, and so. */
  as: { readonly kind: Kind; readonly where: readonly Condition[] };
  /** Some, none or every one of the relations of a type, and its far end. */
  along: Along & { readonly quantifier: "some" | "none" | "every" };
  /** How many different far ends there are. */
  count: Along & { readonly atLeast?: string; readonly atMost?: string };
  /** There is a figure about it, or there is none. */
  figure: {
    readonly metric: string;
    readonly atLeast?: string;
    readonly atMost?: string;
    readonly unit?: string;
    readonly start?: string;
    readonly end?: string;
    readonly statuses: string;
    readonly known: boolean;
  };
}

export type TestOperator = "equals" | "in" | "atLeast" | "atMost" | "contains" | "isNull";

/** Relations of a type, read one way, to entities of a kind, and what is asked of both. */
interface Along {
  readonly relation: RelationType;
  readonly way: Way;
  readonly of: Kind | "Entity";
  readonly edge: readonly Condition[];
  readonly node: readonly Condition[];
}

export type Leaf = keyof Leaves;

/** Conditions of some sorts. */
export type LeafOf<Is extends Leaf = Leaf> = { [One in Is]: { readonly is: One } & Leaves[One] }[Is];

export type Condition =
  | { readonly is: "and"; readonly of: readonly Condition[] }
  | { readonly is: "or"; readonly of: readonly Condition[] }
  /** All others, those of which it is not known among them. */
  | { readonly is: "not"; readonly of: Condition }
  | LeafOf;
