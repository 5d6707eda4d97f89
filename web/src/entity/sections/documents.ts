// What the sections of a kind ask beyond what every entity has.
import { type Cited, citation, type Named, type Page } from "../../api/types.ts";
import { type MatchRow, matchFields } from "../../policies/documents.ts";
import type { FactRow } from "./lines.tsx";

export interface PolicyMatch {
  readonly status: string;
  readonly amount: number | null;
  readonly amountKind: string | null;
  readonly lacks: string;
  readonly node: Named;
  readonly conditions: readonly MatchRow[];
  readonly missing: readonly MatchRow[];
}

export interface LadderRow {
  readonly track: string;
  readonly rung: number | null;
  readonly since: string | null;
  readonly validity: string | null;
  readonly due: number | null;
  readonly dueUnknown: string | null;
  readonly certification: Named | null;
  readonly next: Named | null;
  readonly lacks: string | null;
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
  readonly node?: {
    readonly policyMatches?: { readonly totalCount: number; readonly edges: readonly PolicyMatch[] };
    readonly ladder?: readonly LadderRow[];
    readonly certifications?: { readonly totalCount: number; readonly edges: readonly CertificationEdge[] };
    readonly enterprises?: EnterprisePage;
    readonly facts?: { readonly totalCount: number; readonly nodes: readonly FactRow[] };
    readonly stem?: string;
    readonly coverage?: {
      readonly lines: number | null;
      readonly linesWithFacts: number;
      readonly linesOpen: number;
      readonly openLines: readonly number[];
      readonly withoutFacts: readonly { readonly line: number; readonly reason: string }[];
    };
  } | null;
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

const bodies: Readonly<Record<string, readonly [fields: string, roots: string]>> = {
  Enterprise: [
    `${certifications}
     policyMatches(first: 20) { totalCount edges {
       status amount amountKind lacks node { ${named} } conditions { ${matchFields} } missing { ${matchFields} } } }
     ladder(all: true) { track rung since validity due dueUnknown certification { ${named} } next { ${named} } lacks
       pays { amount amountKind measure { ${named} } } }`,
    "",
  ],
  Park: [`${certifications} ${enterprises("enterprises")}`, pipeline("park")],
  Region: [`${certifications} ${enterprises("enterprises")}`, pipeline("region")],
  Cluster: [enterprises("allMembers"), pipeline("cluster")],
  Certification: [enterprises("holders"), ""],
  Document: [
    `stem coverage { lines linesWithFacts linesOpen openLines withoutFacts { line reason(lang: $lang) } }
     facts(first: 1000) { totalCount nodes { id line kind entity { ${named} }
       relation { type from { ${named} } to { ${named} } } } }`,
    "",
  ],
};

/** What the sections of a kind ask; undefined where it has none of its own. */
export function detailsDocument(kind: string): string | undefined {
  const body = bodies[kind];
  if (body === undefined) return undefined;
  const [fields, roots] = body;
  return `query Details($id: ID!, $lang: Language!) {
  node(id: $id) { id ... on ${kind} { ${fields} } }
  ${roots}
}`.replace("$lang: Language!", fields.includes("$lang") ? "$lang: Language!" : "");
}

export const gapsDocument = `query Gaps($id: ID!, $region: ID!) {
  cluster(id: $id) { gaps(region: $region) {
    missing single region { ${named} }
    parts { part { ${named} } depth count verdict enterprises { ${named} } elsewhere { region { ${named} } count } }
  } }
}`;
