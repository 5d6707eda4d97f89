// What an entity's page asks: by kind, so that a request asks only for what the kind has.
import type { Kind } from "../../../src/ontology/model.ts";
import { type Cited, citation, type Named, type Page } from "../api/types.ts";
import { ownFields } from "./own-fields.ts";

/** An end of a relation; of a figure, what it says. */
export type End = Named &
  Partial<Pick<FigureRow, "bound" | "value" | "unit" | "normalisedValue" | "normalisedUnit">>;

export interface RelationRow {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly from: End;
  readonly to: End;
  readonly sources: readonly Cited[];
}

/** A metric by name, in both languages where it has both. */
export interface MetricName {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
}

export interface FigureRow {
  readonly id: string;
  readonly name: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly period: string | null;
  readonly periodEnd: string | null;
  readonly bound: string;
  readonly counts: string | null;
  readonly status: string;
  readonly yearOnYear: number | null;
  readonly normalisedValue: number | null;
  readonly normalisedUnit: string | null;
  readonly definition: MetricName | null;
  /** What it is about. */
  readonly subject: Named | null;
  readonly sources: readonly Cited[];
}

export interface ConflictRow extends Named {
  readonly conflictType: string;
  readonly reason: string;
  readonly resolution: string | null;
  readonly sources: readonly Cited[];
}

export interface EntityNode extends Named {
  readonly aliases: readonly string[];
  readonly summary: string | null;
  readonly status: string;
  readonly sources: readonly Cited[];
  readonly relations: Page<RelationRow>;
  readonly observations: Page<FigureRow>;
  readonly conflicts: Page<ConflictRow>;
  readonly [property: string]: unknown;
}

/** Relations shown of an entity at the most; the rest is counted, and followed in the explorer. */
export const mostRelations = 200;
/** Figures shown at the most. */
export const mostFigures = 200;

const relationBetween = (end: string): string => `id type status since until properties
      from { ${end} } to { ${end} } ${citation}`;

export const relationFields = relationBetween("id kind name");

const endFields = "id kind name ... on Observation { bound value unit normalisedValue normalisedUnit }";

export const figureFields = `id name metric value unit period periodEnd bound counts status yearOnYear
      normalisedValue normalisedUnit definition { id name nameEn } ${citation}`;

/** The metric of an entity that names one by its code. */
export const metricDocument = "query Metric($id: ID!) { metric(id: $id) { id name nameEn } }";

/** The document for the page of an entity of a kind. */
export function entityDocument(kind: Kind): string {
  return `query Entity($id: ID!, $lang: Language!) {
  node(id: $id) {
    id kind name aliases summary(lang: $lang) status ${citation}
    ... on ${kind} { ${ownFields(kind)} }
    relations(first: ${mostRelations}) { totalCount nodes {
      ${relationBetween(endFields)}
    } }
    observations(first: ${mostFigures}) { totalCount nodes {
      ${figureFields} subject { id kind name }
    } }
    conflicts(first: 50) { totalCount nodes { id kind name conflictType reason(lang: $lang) resolution(lang: $lang) ${citation} } }
  }
}`;
}
