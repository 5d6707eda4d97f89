// A mapped sheet as facts, what is wrong with the rows of which none were taken, and what rows may be the same as.

import { type MatchLine, pairKey } from "../match/decisions.ts";
import { newKeyedRows } from "../packed/packed-rows.ts";
import type { TemporaryFile } from "../packed/temporary-file.ts";
import { columnIndex } from "./column-letters.ts";
import type { Earlier } from "./earlier.ts";
import { addFacts, type CellProblem, type Converted, newAllFacts } from "./facts.ts";
import { type Decided, type Identify, type Identity, identify as identifyAnew } from "./identity.ts";
import type { Known } from "./known.ts";
import type { Mapping } from "./mapping.ts";
import type { Column, Met } from "./reading.ts";
import { newFindings, type Remembered, recordKey } from "./remembered.ts";
import { type OnRow, readRows } from "./rows.ts";
import type { Sheet } from "./sheet.ts";

export interface ConvertOptions {
  /** Takes what is too much for memory. */
  readonly file: TemporaryFile;
  /** Entities that an earlier file of the series made. */
  readonly earlier: Earlier;
  /** What people decided of pairs. */
  readonly decided: Decided;
  /** What was found for an earlier file of the series, where that may hold. */
  readonly remembered?: Remembered;
  /** Whether rows that the workbook hides are left out. */
  readonly leaveHidden?: boolean;
  /** Told how many rows of the sheet have been gone through. */
  readonly onRows?: (rows: number) => void;
}

/**
 * Converts the data rows of a sheet. A row with a problem is refused whole.
 * @param stem of the document that the workbook is
 */
export function convertSheet(
  mapping: Mapping,
  sheet: Sheet,
  stem: string,
  known: Known,
  { file, earlier, decided, remembered, leaveHidden = false, onRows }: ConvertOptions,
): Converted {
  const columns = mapping.columns.map((column): Column => ({ ...column, index: columnIndex(column.column) }));
  const { broken } = sheet;
  const context = { mapping, columns, stem, known, earlier, broken };
  const findings = newFindings(decided, file);
  const facts = newAllFacts(file);
  const problems: CellProblem[] = [];
  const [refused, hidden] = [new Set<number>(), new Set<number>()];
  // Of a pair that several rows give, the first stands.
  const matches = newKeyedRows<MatchLine>(
    ({ id, other }) => pairKey(id, other),
    (before) => before,
    file,
  );
  const counts = { rows: 0, same: 0, review: 0, new: 0 };
  const note = ({ name, record, identity }: Met, source: string): void => {
    known.learn(identity.id, identity.same, record.creditCode);
    for (const { id: other, name: otherName, verdict, score, features } of identity.claims) {
      const line = { source, id: identity.id, name, other, otherName, verdict, score };
      matches.add({ ...line, features });
    }
  };
  const kept = new WeakSet<Identity>();
  let asBefore = 0;
  const take: OnRow = {
    onRow: () => {
      counts.rows += 1;
    },
    onHidden: (number) => hidden.add(number),
    onRefused(number, some) {
      problems.push(...some);
      refused.add(number);
    },
    onRead(number, { facts: some, met }) {
      const [own] = met;
      if (own !== undefined) counts[own.identity.is] += 1;
      if (own !== undefined && kept.has(own.identity)) asBefore += 1;
      const records = new Map(met.map(({ identity, record }) => [identity.id, record]));
      for (const row of [...some.entities.values()].flat()) {
        known.add(row, records.get(row.id ?? ""));
        if (row.id !== undefined) earlier.taken(row.id);
      }
      for (const one of met) note(one, `${stem}:${number}`);
      addFacts(facts, some);
    },
    onRows,
  };
  if (remembered !== undefined) {
    let keys: string[] = [];
    const identify: Identify = (kind, record, asked = record) => {
      keys.push(recordKey(kind, asked));
      return { id: "", is: "new", claims: [] };
    };
    readRows({ ...context, identify }, sheet, leaveHidden, {
      // A row that is refused is not there for others.
      onRefused: () => {
        keys = [];
      },
      onRead() {
        for (const key of keys) remembered.seen(key);
        keys = [];
      },
    });
    remembered.settle(known, earlier);
  }
  const identify: Identify = (kind, record, asked = record) => {
    const key = recordKey(kind, asked);
    const before = remembered?.get(key);
    if (before !== undefined) kept.add(before);
    const identity = before ?? identifyAnew(kind, record, known, decided, asked);
    findings.add(key, identity);
    return identity;
  };
  readRows({ ...context, identify }, sheet, leaveHidden, take);
  return {
    ...facts,
    problems,
    refused: [...refused],
    hidden: [...hidden],
    matches,
    findings,
    counts,
    asBefore,
  };
}
