// One import: read, map, convert, match, write. Nothing is written unless all of it is.
import { existsSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { IndustryGraphError } from "../errors.ts";
import type { OnProgress } from "../load/check/pass.ts";
import { recoverLayer } from "../load/layer-swap.ts";
import { withLeanHeap } from "../load/lean-heap.ts";
import { readClaims, readMatches } from "../load/merges.ts";
import { formatProblems, newProblems } from "../load/problems.ts";
import { type MatchLine, matchColumns, matchesFile } from "../match/decisions.ts";
import type { Kind } from "../ontology/model.ts";
import { newTemporaryFile } from "../packed/temporary-file.ts";
import { convertSheet } from "./convert.ts";
import type { Differing } from "./differing.ts";
import { newEarlier } from "./earlier.ts";
import type { Converted } from "./facts.ts";
import { readKnown } from "./known.ts";
import {
  changesBetween,
  layerTables,
  onlyIn,
  readRecord,
  recordFile,
  withFacts,
  withoutStem,
} from "./layer.ts";
import { fits, type Mapping, mappingFileOf, readMapping } from "./mapping.ts";
import { isBeside, type OtherSheet, otherSheets } from "./other-sheets.ts";
import { proposeMapping } from "./propose.ts";
import { digestOfKnown, findingColumns, findingsFile, readRemembered } from "./remembered.ts";
import { readSheets, type Sheet } from "./sheet.ts";
import { type AllTables, type Content, csvPieces, writeTables } from "./tables.ts";

export interface ImportOptions {
  readonly file: string;
  /** Folder of the layer. */
  readonly into: string;
  /** Folders of what is known: the seed, other layers. */
  readonly upon: readonly string[];
  readonly kind: Kind;
  /** A mapping to use in place of one proposed. */
  readonly mapping?: Mapping;
  readonly sheet?: string;
  /** Name under which later files replace this one; the file's name without its date where left out. */
  readonly series?: string;
  /** Whether rows that the workbook hides are left out. */
  readonly leaveHidden?: boolean;
  /** Whether rows that are as they were in the file before are matched anew too. */
  readonly anew?: boolean;
  readonly onProgress?: OnProgress;
}

export interface Planned {
  readonly mapping: Mapping;
  readonly sheet: Sheet;
  /** The other sheets of the file, none of which was read. */
  readonly otherSheets: readonly OtherSheet[];
  readonly stem: string;
  readonly converted: Converted;
  /** Values that were not taken since another row says otherwise: the first of them, and how many. */
  readonly differing: readonly Differing[];
  readonly differingCount: number;
  /** Rows of the layer's files that writing it adds, changes, takes away and leaves, and of those the ones that stand on another line now. */
  readonly changes: ReturnType<typeof changesBetween>;
  /** The file of the layer that keeps the mapping. */
  readonly mappingFile: string;
  /** Whether the mapping is the one kept there, as a person changed it. */
  readonly kept: boolean;
  /** Writes the layer. @param others further files of the layer, by name */
  readonly write: (others: ReadonlyMap<string, string | Uint8Array>) => void;
}

/** A row is compared with hundreds of records: it leaves as much behind to be dropped as this many lines of a load. */
const linesOfRow = 400;

/** The workbook of a layer with the rows that were refused of a file. */
export const refusedFile = (stem: string): string => `refused-${stem}.xlsx`;

/** A name for citations: what a file is called, without what separates in them. */
export const stemOf = (file: string): string =>
  basename(file, extname(file))
    .normalize("NFKC")
    .trim()
    .replace(/[\s:|]+/g, "_");

/** What the files of a series have in common: the name without dates and versions. */
export const seriesOf = (file: string): string =>
  stemOf(file)
    .replace(
      /[（(]?(?:19|20)\d{2}(?:年?\d{1,2}月?(?:\d{1,2}日?)?|[-_.]\d{1,2}(?:[-_.]\d{1,2})?)?年?[)）]?|[-_]?v?\d+$/gi,
      "",
    )
    .replace(/^[-_]+|[-_]+$/g, "") || stemOf(file);

/**
 * Plans an import without writing.
 * @throws IndustryGraphError BAD_ARGUMENT where the file cannot be read, or no table of the kind is found in it
 */
export async function planImport(options: ImportOptions): Promise<Planned> {
  const { file, into, upon, kind, onProgress = () => undefined } = options;
  for (const folder of [...upon, into]) recoverLayer(folder);
  onProgress({ step: "read", file, rows: 0, of: 0 });
  const sheets = await readSheets(file);
  const record = readRecord(into);
  const named = options.mapping?.sheet ?? options.sheet;
  const beside =
    options.mapping === undefined &&
    options.series === undefined &&
    isBeside(record.series[seriesOf(file)]?.sheet, named, sheets);
  const series = options.mapping?.series ?? options.series ?? `${seriesOf(file)}${beside ? `-${named}` : ""}`;
  const before = record.series[series];
  const temporary = newTemporaryFile();
  const others = layerTables(into, temporary);
  const tables = before === undefined ? others : withoutStem(others, before.stem, temporary);
  const stem = `${stemOf(file)}${beside ? `-${stemOf(named ?? "")}` : ""}`;
  const taken = Object.entries(record.series).find(
    ([name, one]) => name !== series && one.stem === stem,
  )?.[0];
  if (taken !== undefined)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${file}: the series ${taken} has a file of that name already; rename the file or give --series ${taken}.`,
      {},
      { zh: `${file}：系列 ${taken} 已有同名文件：请改文件名，或加 --series ${taken}。` },
    );
  // Ids of the file before stay those of its enterprises, so what it said is among what is known.
  const gone: AllTables = before === undefined ? new Map() : onlyIn(others, tables, temporary);
  const wrong = newProblems();
  const claims = readClaims([...upon, into], wrong, before?.stem);
  if (wrong.count > 0)
    throw new IndustryGraphError("BAD_SEED", formatProblems(wrong), {}, { zh: formatProblems(wrong, "zh") });
  onProgress({ step: "known", file: [...upon, into].join(", "), rows: 0, of: 0 });
  const known = readKnown({ upon, layer: tables, earlier: gone, file: temporary, claims });
  const mappingFile = mappingFileOf(into, series);
  const saved = options.mapping === undefined ? readMapping(join(into, mappingFile)) : undefined;
  const candidates = named === undefined ? sheets : sheets.filter(({ name }) => name === named);
  if (candidates.length === 0)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${file}: there is no sheet ${named}; there are ${sheets.map(({ name }) => name).join(", ")}.`,
      {},
      { zh: `${file}：没有工作表“${named}”，有：${sheets.map(({ name }) => name).join("、")}。` },
    );
  const proposals = candidates.flatMap((sheet) => {
    if (options.mapping !== undefined) return [{ sheet, mapping: options.mapping, kept: false }];
    const proposal = proposeMapping(kind, sheet, series, known);
    if (proposal === undefined) return [];
    if (saved === undefined || !fits(saved, proposal)) return [{ sheet, mapping: proposal, kept: false }];
    const mapping = { ...saved, sheet: sheet.name };
    return [{ sheet, mapping, kept: !isDeepStrictEqual(mapping, proposal) }];
  });
  const understood = ({ mapping }: (typeof proposals)[number]): number =>
    mapping.columns.filter(({ target }) => target.to !== "nothing").length;
  // The sheet that is a table: others explain it, or list what may be chosen. One that is hidden was put aside.
  const isHidden = ({ sheet }: (typeof proposals)[number]): boolean => sheet.hidden.sheet;
  const [chosen] = proposals.sort(
    (one, other) =>
      Number(isHidden(one)) - Number(isHidden(other)) ||
      understood(other) - understood(one) ||
      other.sheet.rows.length - one.sheet.rows.length,
  );
  if (chosen === undefined)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${file}: no row looks like headings with a name (企业名称, 单位名称, …) in its first rows. Give a mapping with --mapping, or see \`industry-graph template ${kind} --xlsx\`.`,
      {},
      {
        zh: `${file}：前几行中没有含名称的表头（企业名称、单位名称等）。请用 --mapping 给出列的对应关系，或用 \`industry-graph template ${kind} --xlsx\` 取得模板。`,
      },
    );
  const isOther = ({ source }: MatchLine): boolean =>
    ![stem, before?.stem].some((one) => one !== undefined && source.startsWith(`${one}:`));
  const otherMatches = readMatches(into).filter(isOther);
  const digest = digestOfKnown(upon, tables, otherMatches);
  const remembered =
    before !== undefined && before.known === digest && options.anew !== true
      ? readRemembered(into, series, before.stem, claims.decided, temporary)
      : undefined;
  const rows = chosen.sheet.rows.length;
  const converted = await withLeanHeap(rows * linesOfRow, async () =>
    convertSheet(chosen.mapping, chosen.sheet, stem, known, {
      file: temporary,
      earlier: newEarlier(gone, temporary),
      remembered,
      decided: claims.decided,
      leaveHidden: options.leaveHidden,
      onRows: (done) => onProgress({ step: "match", file, rows: done, of: rows, all: rows }),
    }),
  );
  onProgress({ step: "match", file, rows, of: rows, all: rows });
  function* matches(): Iterable<MatchLine> {
    yield* otherMatches;
    yield* converted.matches;
  }
  const document = {
    id: `document:${stem}`,
    name: basename(file),
    stem,
    lines: String(chosen.sheet.rows.length),
  };
  const { tables: result, differing, differingCount } = withFacts(tables, converted, document);
  return {
    ...chosen,
    otherSheets: otherSheets(sheets, chosen.sheet, (sheet) => proposeMapping(kind, sheet, series, known)),
    stem,
    mappingFile,
    converted,
    differing,
    differingCount,
    changes: changesBetween(others, result),
    write: (files) => {
      onProgress({ step: "write", file: into, rows: 0, of: 0 });
      const next = {
        ...record,
        series: {
          ...record.series,
          [series]: {
            stem,
            file: basename(file),
            rows: converted.counts.rows,
            ...(chosen.sheet.name === "" ? {} : { sheet: chosen.sheet.name }),
            known: digest,
          },
        },
      };
      writeTables(
        into,
        result,
        new Map<string, Content>([
          ...files,
          [recordFile, `${JSON.stringify(next, null, 2)}\n`],
          [findingsFile(series), csvPieces(converted.findings, findingColumns)],
          ...(otherMatches.length + converted.matches.length === 0 && !existsSync(join(into, matchesFile))
            ? []
            : [[matchesFile, csvPieces(matches(), matchColumns)] as const]),
        ]),
        // What was refused of the file before, or at the last try of this one, is settled.
        [before?.stem ?? stem, stem].map(refusedFile),
      );
    },
  };
}
