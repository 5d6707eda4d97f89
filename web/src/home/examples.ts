// Questions to begin with: by their wording, with examples that the loaded data has. A question without an example is
// left out, so that none leads to nothing.
import type { Ask } from "../api/port.ts";
import type { Named, Page } from "../api/types.ts";
import { entityPath } from "../model.ts";
import type { Speech } from "../text/language.ts";
import { fill } from "../text/texts.ts";
import type { HomeAnswer } from "./documents.ts";

export interface Question {
  readonly words: string;
  readonly href: string;
}

interface Examples {
  readonly clusters: Page<Named & { readonly parts: { readonly totalCount: number } }>;
  readonly measures: Page<
    Named & {
      readonly conditions: { readonly totalCount: number };
      readonly amount: number | null;
      readonly regions: { readonly nodes: readonly Named[] };
    }
  >;
  /** By the smallest region that they are placed in, the one with the most first. */
  readonly projectPipelineBy: readonly {
    readonly key: string | null;
    readonly name: string | null;
    readonly projects: number;
  }[];
  readonly regions: Page<Named & { readonly observations: { readonly totalCount: number } }>;
  readonly enterprises: Page<
    Named & Readonly<Record<"customers" | "certifications" | "creditors", { readonly totalCount: number }>>
  >;
  readonly documents: Page<Named>;
}

export const examplesDocument = `query Examples {
  clusters(first: 100) { totalCount nodes { id kind name parts(first: 0) { totalCount } } }
  measures(first: 100, orderBy: [{ field: AMOUNT, direction: DESC }]) {
    totalCount nodes { id kind name amount conditions(first: 0) { totalCount }
      regions(first: 20) { nodes { id kind name } } }
  }
  projectPipelineBy(by: REGION) { key name projects }
  regions(first: 200) { totalCount nodes { id kind name observations(first: 0) { totalCount } } }
  enterprises(first: 200) {
    totalCount
    nodes {
      id kind name
      customers(first: 0) { totalCount }
      certifications(first: 0) { totalCount }
      creditors(first: 0) { totalCount }
    }
  }
  documents(first: 1, orderBy: [{ field: PUBLISHED, direction: DESC }]) { totalCount nodes { id kind name } }
}`;

function most<Item>(items: readonly Item[], score: (item: Item) => number): Item | undefined {
  const [best] = [...items].sort((one, other) => score(other) - score(one));
  return best !== undefined && score(best) > 0 ? best : undefined;
}

/** Regions that have enterprises without being all of them: the more telling example. */
function telling(regions: HomeAnswer["enterprises"]["facets"]["regions"]) {
  const largest = regions[0]?.count ?? 0;
  return regions.filter(({ count }) => count > 0 && count < largest).at(-1) === undefined
    ? regions[0]
    : (regions
        .filter(({ count }) => count < largest)
        .sort((one, other) => other.count - one.count)
        .at(-2) ?? regions[0]);
}

/** Where a measure may be asked about: a place it is for that has enterprises, or, where it is for no place, any. */
export function placeFor(
  { regions: { nodes } }: Examples["measures"]["nodes"][number],
  regions: HomeAnswer["enterprises"]["facets"]["regions"],
) {
  if (nodes.length === 0) return telling(regions);
  const own = new Set(nodes.map(({ id }) => id));
  return regions.find(({ key }) => own.has(key));
}

/** What a question names: in English by its English name alone, where it has one. */
type Called = Readonly<{ name: string | null; english?: string }>;

/** The questions the opening page offers. */
export async function examplesOf(ask: Ask, home: HomeAnswer, { text }: Speech): Promise<readonly Question[]> {
  const found = await ask<Examples>(examplesDocument);
  const { regions, parks, clusters, certifications } = home.enterprises.facets;
  const region = telling(regions);
  const [park, other] = parks;
  const cluster = clusters[0];
  const chain = most(found.clusters.nodes, ({ parts }) => parts.totalCount);
  const measure = most(found.measures.nodes, (one) =>
    one.conditions.totalCount > 0 && placeFor(one, regions) !== undefined ? (one.amount ?? 1) : 0,
  );
  const where = measure === undefined ? undefined : placeFor(measure, regions);
  const supplier = most(found.enterprises.nodes, ({ customers }) => customers.totalCount);
  const certified = most(found.enterprises.nodes, ({ certifications: held }) => held.totalCount);
  const borrower = most(found.enterprises.nodes, ({ creditors }) => creditors.totalCount);
  const certification = certifications[0];
  const document = found.documents.nodes[0];
  const questions: Question[] = [];
  const add = (wording: string, about: Readonly<Record<string, Called | undefined>>, href: string): void => {
    const names: Record<string, string> = {};
    for (const [place, one] of Object.entries(about)) {
      const name = one?.english ?? one?.name;
      if (name == null) return;
      names[place] = name;
    }
    questions.push({ words: fill(wording, names), href });
  };
  const page = (id: string | undefined, part = ""): string =>
    id === undefined ? "" : `${entityPath(id)}${part}`;
  const query = (path: string, values: Readonly<Record<string, string | undefined>>): string =>
    `${path}?${new URLSearchParams(Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined))}`;
  add(text.askPark, { park }, page(park?.key, "#enterprises"));
  add(text.askRegion, { region }, page(region?.key, "#enterprises"));
  add(text.askCustomers, { enterprise: supplier }, page(supplier?.id, "#relations"));
  add(text.askCertifications, { enterprise: certified }, page(certified?.id, "#certifications"));
  add(text.askHolders, { certification }, page(certification?.key, "#relations"));
  add(text.askCluster, { cluster }, page(cluster?.key, "#enterprises"));
  add(text.askGaps, { chain, region }, page(chain?.id, "#gaps"));
  add(
    text.askMeasure,
    { region: where, measure },
    query("/policies", { measure: measure?.id, region: where?.key }),
  );
  add(text.askPolicies, { enterprise: certified }, page(certified?.id, "#policies"));
  add(
    text.askPath,
    { one: borrower ?? supplier, other: park },
    `/explore#path=${encodeURIComponent(borrower?.id ?? supplier?.id ?? "")},${encodeURIComponent(park?.key ?? "")}`,
  );
  const told = most(
    found.regions.nodes,
    // The one of the other questions, where it has any.
    ({ id, observations: { totalCount } }) => (id === region?.key && totalCount > 0 ? Infinity : totalCount),
  );
  add(text.askFigures, { region: told }, page(told?.id, "#figures"));
  const placed = found.projectPipelineBy.filter(({ key }) => key !== null);
  const building = most(placed, ({ key, projects }) =>
    key === region?.key && projects > 0 ? Infinity : projects,
  );
  add(text.askProjects, { region: building }, page(building?.key ?? undefined, "#projects"));
  add(text.askDocument, { document }, page(document?.id, "#lines"));
  add(
    text.askFit,
    { one: park, other },
    query("/explore", {}) +
      `#common=${encodeURIComponent(park?.key ?? "")},${encodeURIComponent(other?.key ?? "")}`,
  );
  return questions;
}
