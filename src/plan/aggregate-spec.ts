// What lists can be summed and grouped by.

import type { Kind, RelationType } from "../ontology/model.ts";
import type { Steps, Way } from "./ways.ts";

/** A list field along a relation, to entities of one kind or of any. */
export interface RelationField {
  readonly name: string;
  readonly relation: RelationType;
  readonly way: Way;
  readonly of: Kind | "Entity";
}

/** One thing to group a list by, and where its values are found. */
export type GroupSource =
  | {
      readonly is: "property";
      readonly property: string;
      readonly part: "whole" | "year" | "month";
      /** Whether it holds a list: an entity is then under each of its values. */
      readonly many: boolean;
    }
  /** The kind, in a list of several. */
  | { readonly is: "kind" }
  | { readonly is: "related"; readonly field: RelationField }
  | {
      readonly is: "relationDate";
      readonly field: RelationField;
      readonly property: string;
      readonly part: "year" | "month";
    }
  /** Wholes that are reached through relations, as filters reach them. */
  | ({
      readonly is: "reach";
      readonly of: Kind;
      readonly hops: number;
      readonly from?: readonly RelationType[];
      /** The property that tells a whole's level, where it has one. */
      readonly levelProperty?: string;
    } & Steps);

/** What the values of enumerations for aggregates stand for. */
export interface Aggregates {
  readonly propertyOf: (kind: string, value: string) => AggregatedProperty;
  readonly groupOf: (kind: string, value: string) => GroupSource;
  /** The question that tells of a figure (`parent`) what a sum must not count twice. */
  readonly wholes: string;
}

export interface AggregatedProperty {
  readonly property: string;
  readonly unit: string | undefined;
  /** Whether it is the value of a figure, which fits only some others. */
  readonly isFigure: boolean;
}
