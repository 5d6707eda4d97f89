// Which lines of each source have facts, which are listed as having none, and which are open. Works on counts of
// citations; reads no files.
import type { Stored } from "./rows.ts";

/** How many facts cite a line. */
export interface LineFacts {
  entities: number;
  relations: number;
  observations: number;
}

export type FactKind = keyof LineFacts;

/** A line listed in reading/lines-without-facts.csv. */
export interface ListedLine {
  readonly reason: string;
  readonly reasonZh?: string;
  /** Where it is listed, as `reading/lines-without-facts.csv:3`. */
  readonly row: string;
}

/** What is known of one source. */
export interface DocumentCoverage {
  readonly id: string;
  readonly name: string;
  readonly stem: string;
  /** How many lines it has, where its Document row says so. */
  readonly lines?: number;
  readonly facts: ReadonlyMap<number, Readonly<LineFacts>>;
  readonly listed: ReadonlyMap<number, ListedLine>;
}

/** Citations counted by stem and line. */
export type Citations = Map<string, Map<number, LineFacts>>;

/** Counts a fact on a line that it cites. */
export function countFact(citations: Citations, stem: string, line: number, kind: FactKind): void {
  let lines = citations.get(stem);
  if (lines === undefined) {
    lines = new Map();
    citations.set(stem, lines);
  }
  let facts = lines.get(line);
  if (facts === undefined) {
    facts = { entities: 0, relations: 0, observations: 0 };
    lines.set(line, facts);
  }
  facts[kind] += 1;
}

/** The lines that have no fact and no reason, in order; none where it is not known how many lines there are. */
export function openLines({ lines, facts, listed }: DocumentCoverage): number[] {
  return Array.from({ length: lines ?? 0 }, (_, index) => index + 1).filter(
    (line) => !facts.has(line) && !listed.has(line),
  );
}

/** The sum of the facts of all lines; a fact that cites two lines counts on each. */
export function totalOf(facts: Iterable<Readonly<LineFacts>>): LineFacts {
  const total = { entities: 0, relations: 0, observations: 0 };
  for (const line of facts) {
    total.entities += line.entities;
    total.relations += line.relations;
    total.observations += line.observations;
  }
  return total;
}

/** How many open lines the graph keeps by number; beyond that only their count. */
const openKept = 1_000;

/** What the graph keeps of a document's coverage on its node; the question document.coverage reads it. */
export function coverageProperties(document: DocumentCoverage): Stored {
  const total = totalOf(document.facts.values());
  const open = openLines(document);
  const listed = [...document.listed].sort(([one], [other]) => one - other);
  return {
    linesWithFacts: document.facts.size,
    linesOpen: open.length,
    openLines: open.slice(0, openKept),
    listedLines: listed.map(([line]) => line),
    listedReasons: listed.map(([, { reason }]) => reason),
    listedReasonsZh: listed.map(([, { reason, reasonZh }]) => reasonZh ?? reason),
    citedByEntities: total.entities,
    citedByRelations: total.relations,
    citedByObservations: total.observations,
  };
}
