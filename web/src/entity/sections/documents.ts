// What the sections of a kind ask beyond what every entity has.
import { type Cited, citation, type Named, type Page } from "../../api/types.ts";
import {
  type Exclusion,
  type MatchRow,
  type MeasureRules,
  matchFields,
  rulesFields,
  type Stand,
  standFields,
  type Window,
  windowFields,
} from "../../policies/documents.ts";
import { type FigureRow, figureFields, mostFigures } from "../documents.ts";
import type { CheckResult } from "./check.tsx";
import type { Coverage, FactsPage } from "./line-facts.ts";
import { factsAtATime } from "./lines-part.ts";

export interface PolicyMatch extends Stand {
  readonly amount: number | null;
  readonly amountKind: string | null;
  readonly applicationWindow: Window | null;
  readonly exclusions: readonly Exclusion[];
  readonly node: Named;
}

export interface LadderRow {
  readonly track: string;
  readonly rung: number | null;
  readonly since: string | null;
  readonly validity: string | null;
  readonly due: number | null;
  readonly dueUnknown: string | null;
  readonly certification: (Named & { readonly validYears: number | null }) | null;
  readonly next: Named | null;
  readonly lacks: string | null;
  readonly conditions: readonly MatchRow[];
  readonly missing: readonly MatchRow[];
  readonly pays: readonly {
    readonly amount: number | null;
    readonly amountKind: string | null;
    readonly measure: Named;
  }[];
}

export interface CertificationEdge {
  readonly status: string | null;
  readonly year: number | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly batch: string | null;
  readonly ordinal: string | null;
  readonly renewedIn: number | null;
  readonly node: Named & { readonly level: string | null };
  readonly sources: readonly Cited[];
}

export interface Counted {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

export interface EnterprisePage extends Page<Named> {
  readonly facets: Readonly<Record<"regions" | "parks" | "clusters" | "certifications", readonly Counted[]>>;
}

export interface Pipeline {
  readonly projects: number;
  readonly unstaged: number;
  readonly stages: readonly {
    readonly stage: string;
    readonly name: string;
    readonly reached: number;
    readonly now: number;
    readonly planned: number;
    readonly projects: readonly Named[];
  }[];
}

export interface Gaps {
  readonly missing: number;
  readonly single: number;
  readonly region: Named;
  readonly parts: readonly {
    readonly part: Named;
    readonly depth: number;
    readonly count: number;
    readonly verdict: string;
    readonly enterprises: readonly Named[];
    readonly elsewhere: readonly { readonly region: Named; readonly count: number }[];
  }[];
}

export interface Details {
  readonly node?:
    | (Partial<MeasureRules & CheckResult> & {
        readonly policyMatches?: { readonly totalCount: number; readonly edges: readonly PolicyMatch[] };
        readonly ladder?: readonly LadderRow[];
        readonly certifications?: {
          readonly totalCount: number;
          readonly edges: readonly CertificationEdge[];
        };
        readonly enterprises?: EnterprisePage;
        readonly facts?: FactsPage;
        readonly figures?: Page<FigureRow>;
        readonly stem?: string;
        readonly coverage?: Coverage;
      })
    | null;
  readonly projectPipeline?: Pipeline;
}

const named = "id kind name";
const certifications = `certifications(first: 200) { totalCount edges {
  status year since until batch ordinal renewedIn node { ${named} level } ${citation} } }`;
const facets = ["regions", "parks", "clusters", "certifications"].map(
  (one) => `${one}(first: 15) { key name count }`,
);
const enterprises = (field: string): string =>
  `enterprises: ${field}(first: 30) { totalCount nodes { ${named} } facets { ${facets.join(" ")} } }`;
const pipeline = (by: string): string => `projectPipeline(${by}: $id) {
  projects unstaged stages { stage name reached now planned projects { ${named} } } }`;

const facts = `facts(first: ${factsAtATime}) { totalCount pageInfo { hasNextPage endCursor } nodes {
       id line kind entity { ${named} } relation { type from { ${named} } to { ${named} } } } }`;

const bodies: Readonly<Record<string, readonly [fields: string, roots: string]>> = {
  Enterprise: [
    `${certifications}
     policyMatches(first: 20, asOf: $asOf) { totalCount edges {
       amount amountKind ${windowFields} node { ${named} } ${standFields}
       exclusions { measure { ${named} } status amount better ${citation} } } }
     ladder(all: true, asOf: $asOf) { track rung since validity due dueUnknown lacks
       certification { ${named} validYears } next { ${named} }
       conditions { ${matchFields} } missing { ${matchFields} }
       pays { amount amountKind measure { ${named} } } }`,
    "",
  ],
  Park: [`${certifications} ${enterprises("enterprises")}`, pipeline("park")],
  Region: [`${certifications} ${enterprises("enterprises")}`, pipeline("region")],
  Cluster: [enterprises("allMembers"), pipeline("cluster")],
  Certification: [enterprises("holders"), ""],
  Measure: [rulesFields, ""],
  Metric: [
    `figures(first: ${mostFigures}) { totalCount nodes { ${figureFields} subject { ${named} } } }`,
    "",
  ],
  Check: ["outcome expected actual difference checkedUnit explained reason(lang: $lang)", ""],
  Document: [
    `stem coverage { lines linesWithFacts linesOpen openLines withoutFacts { line reason(lang: $lang) } }
     ${facts}`,
    "",
  ],
};

/** Variables that sections may ask by. */
const variables = { id: "ID!", lang: "Language!", asOf: "Date" } as const;

/** What the sections of a kind ask; undefined where it has none of its own. */
export function detailsDocument(kind: string): string | undefined {
  const body = bodies[kind];
  if (body === undefined) return undefined;
  const [fields, roots] = body;
  const asked = `node(id: $id) { id ... on ${kind} { ${fields} } } ${roots}`;
  const used = Object.entries(variables).filter(([name]) => asked.includes(`$${name}`));
  return `query Details(${used.map(([name, type]) => `$${name}: ${type}`).join(", ")}) { ${asked} }`;
}

/** More facts of a document. */
export const factsDocument = `query Facts($id: ID!, $after: String) { node(id: $id) { id ... on Document {
  ${facts.replace(")", ", after: $after)")} } } }`;

export const gapsDocument = `query Gaps($id: ID!, $region: ID!) {
  cluster(id: $id) { gaps(region: $region) {
    missing single region { ${named} }
    parts { part { ${named} } depth count verdict enterprises { ${named} } elsewhere { region { ${named} } count } }
  } }
}`;
