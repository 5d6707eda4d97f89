// What the opening page asks: how much there is of each kind, where, from which documents, and examples for questions.
import type { Named, Page } from "../api/types.ts";
import { mainKinds } from "../model.ts";

export interface Counted extends Omit<Named, "id" | "kind"> {
  readonly key: string;
  readonly count: number;
}

export interface HomeDocument extends Named {
  readonly published: string | null;
  readonly covers: string | null;
  readonly lines: number | null;
}

export interface HomeAnswer {
  readonly observations: { readonly totalCount: number };
  readonly conflicts: { readonly totalCount: number };
  readonly enterprises: {
    readonly facets: Readonly<
      Record<"regions" | "parks" | "clusters" | "certifications", readonly Counted[]>
    >;
  };
  readonly documents: Page<HomeDocument>;
  readonly parks: Page<Named>;
  readonly regions: Page<Named>;
}

const counts = mainKinds
  .map(({ name, plural }) => `${name}: ${plural}(first: 0) { totalCount }`)
  .join("\n  ");

export const countsDocument = `query Counts {
  ${counts}
}`;

export const homeDocument = `query Home {
  observations(first: 0) { totalCount }
  conflicts(first: 0) { totalCount }
  enterprises(first: 0) {
    facets {
      regions(first: 12) { key name count }
      parks(first: 12) { key name count }
      clusters(first: 8) { key name count }
      certifications(first: 8) { key name count }
    }
  }
  documents(first: 8, orderBy: [{ field: PUBLISHED, direction: DESC }]) {
    totalCount nodes { id kind name published covers lines }
  }
  parks(first: 40) { totalCount nodes { id kind name } }
  regions(first: 40) { totalCount nodes { id kind name } }
}`;
