// What a conversion gives, and the table in which it is gathered.

import type { MatchLine } from "../match/decisions.ts";
import type { Kind, RelationType } from "../ontology/model.ts";
import { newPackedRows, type PackedRows, type Rows } from "../packed/packed-rows.ts";
import type { TemporaryFile } from "../packed/temporary-file.ts";
import type { Identity } from "./identity.ts";
import type { Findings } from "./remembered.ts";
import type { TableRow } from "./tables.ts";

/** A cell that cannot be taken, in both languages. */
export interface CellProblem {
  readonly row: number;
  /** Letters of the column; undefined where it is the whole row. */
  readonly column?: string;
  readonly heading?: string;
  readonly cell: string;
  readonly zh: string;
  readonly en: string;
}

/** An entity that nothing known was, and that a row named: a town, a title, a metric. */
export interface Made {
  readonly kind: Kind;
  readonly name: string;
  /** Whether it is known what it is part of. */
  readonly whole: boolean;
}

/** The facts of one row of a workbook. */
export interface Facts {
  readonly made: Made[];
  readonly entities: Map<Kind, TableRow[]>;
  readonly relations: Map<RelationType, TableRow[]>;
  readonly observations: TableRow[];
}

/** The facts of all rows. */
interface AllFacts {
  readonly made: Made[];
  /** Where rows lie that are too many for memory. */
  readonly file: TemporaryFile;
  readonly entities: Map<Kind, PackedRows<TableRow>>;
  readonly relations: Map<RelationType, PackedRows<TableRow>>;
  readonly observations: PackedRows<TableRow>;
}

export interface Converted extends AllFacts {
  readonly problems: readonly CellProblem[];
  /** Rows with problems, none of whose facts were taken. */
  readonly refused: readonly number[];
  /** Rows of data that the workbook hides: taken, or left out where that was asked for. */
  readonly hidden: readonly number[];
  /** What the rows, and what they name, may be the same as. */
  readonly matches: Rows<MatchLine>;
  /** What the rows were found to be, for the next file of the series. */
  readonly findings: Findings;
  /** Rows whose record is as it was in the file before, and which were not matched anew. */
  readonly asBefore: number;
  readonly counts: Readonly<Record<"rows" | Identity["is"], number>>;
}

export const newFacts = (): Facts => ({
  made: [],
  entities: new Map(),
  relations: new Map(),
  observations: [],
});

/** @param file takes what is too much for memory */
export const newAllFacts = (file: TemporaryFile): AllFacts => ({
  made: [],
  file,
  entities: new Map(),
  relations: new Map(),
  observations: newPackedRows(file),
});

/** Adds a row under a key. */
export function put<K>(map: Map<K, TableRow[]>, key: K, row: TableRow): void {
  const rows = map.get(key);
  if (rows === undefined) map.set(key, [row]);
  else rows.push(row);
}

/** Adds the facts of one row to those of all. */
export function addFacts(all: AllFacts, some: Facts): void {
  const addTo = <K>(map: Map<K, PackedRows<TableRow>>, key: K, rows: readonly TableRow[]): void => {
    const before = map.get(key) ?? newPackedRows<TableRow>(all.file);
    map.set(key, before);
    for (const row of rows) before.add(row);
  };
  for (const [kind, rows] of some.entities) addTo(all.entities, kind, rows);
  for (const [type, rows] of some.relations) addTo(all.relations, type, rows);
  all.made.push(...some.made);
  for (const row of some.observations) all.observations.add(row);
}
