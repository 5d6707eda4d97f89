// What an entity's page asks: by kind, so that a request asks only for what the kind has.
import type { Kind } from "../../../src/ontology/model.ts";
import { type Cited, citation, type Named, type Page } from "../api/types.ts";
import { ownFields } from "./own-fields.ts";

export interface RelationRow {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly from: Named;
  readonly to: Named;
  readonly sources: readonly Cited[];
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
  readonly definition: { readonly id: string; readonly name: string; readonly nameEn: string | null } | null;
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

export const relationFields = `id type status since until properties
      from { id kind name } to { id kind name } ${citation}`;

export const figureFields = `id name metric value unit period periodEnd bound counts status yearOnYear
      normalisedValue normalisedUnit definition { id name nameEn } ${citation}`;

/** The document for the page of an entity of a kind. */
export function entityDocument(kind: Kind): string {
  return `query Entity($id: ID!, $lang: Language!) {
  node(id: $id) {
    id kind name aliases summary(lang: $lang) status ${citation}
    ... on ${kind} { ${ownFields(kind)} }
    relations(first: ${mostRelations}) { totalCount nodes {
      ${relationFields}
    } }
    observations(first: ${mostFigures}) { totalCount nodes {
      ${figureFields}
    } }
    conflicts(first: 50) { totalCount nodes { id kind name conflictType reason(lang: $lang) resolution(lang: $lang) ${citation} } }
  }
}`;
}
