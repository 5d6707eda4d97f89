// Writes the folder on which cases are tried: what measures and their conditions are about, the enterprises that cases
// name with their facts, and those that cases make up. It is loaded as any folder is, so its values are read by the
// same rules; where a row of it came from is kept, to tell what is wrong at its place.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Papa from "papaparse";
import { type Kind, kindOfId, propertiesOf, type RelationType, relationOf } from "../../ontology/model.ts";
import type { Checked } from "../check.ts";
import { observationColumns } from "../columns.ts";
import { eachLayerRow } from "../layer-files.ts";
import { makeFolder } from "../make-folder.ts";
import type { Problem } from "../problems.ts";
import type { CsvFile } from "../read.ts";
import { type Case, type CaseFile, type Facts, factLists } from "./read.ts";

/** All rows of these are of use to any case. */
const keptKinds: readonly Kind[] = [
  ...(["Region", "Park", "Cluster", "Certification", "Measure", "Condition", "Metric"] as const),
  ...(["Policy", "Programme", "Institution", "Document"] as const),
];

/** Relations by which conditions are weighed, and what a measure pays and when. */
const keptTypes: readonly RelationType[] = [
  ...(["LOCATED_IN", "PART_OF", "BELONGS_TO", "CERTIFIED_AS", "LISTED_ON"] as const),
  ...(["HAS_CONDITION", "TESTS", "EXCLUDES", "OFFERS", "APPLIES_TO", "REQUIRES"] as const),
];

type Cells = Record<string, string>;

/** Where a row was written first. */
export interface Origin {
  readonly file: string;
  readonly line: number;
}

export interface Scratch {
  readonly folder: string;
  /** Where a line of a file of the folder comes from; undefined for one of the data. */
  readonly origin: (file: string, line: number) => Origin | undefined;
  /** The enterprise that each case is about, by its id. */
  readonly enterprises: ReadonlyMap<Case, string>;
}

/** Rows by file, and where those of cases come from. */
type Writing = Map<string, { readonly cells: Cells; readonly origin?: Origin }[]>;

function put(rows: Writing, file: string, cells: Cells, origin?: Origin): void {
  const list = rows.get(file);
  const row = origin === undefined ? { cells } : { cells, origin };
  if (list === undefined) rows.set(file, [row]);
  else list.push(row);
}

const eachRow = (csv: CsvFile | undefined, visit: (cells: Cells) => void): Promise<void> =>
  csv === undefined
    ? Promise.resolve()
    : eachLayerRow({ csv, layer: 0, problems: { add: () => undefined } }, ({ row }) => {
        visit(row);
        return undefined;
      });

/** What of the data is of use: all of the kinds kept, and what is said of the enterprises that cases name. */
async function takeData(writing: Writing, checked: Checked, wanted: ReadonlySet<string>): Promise<void> {
  const { files, directory } = checked;
  for (const kind of keptKinds)
    await eachRow(files.entities.get(kind), (cells) => put(writing, `entities/${kind}.csv`, cells));
  const isKept = (id: string | undefined): id is string => {
    const kind = id === undefined ? undefined : kindOfId(id);
    return (
      id !== undefined &&
      kind !== undefined &&
      (kind === "Enterprise" ? wanted.has(id) : keptKinds.includes(kind))
    );
  };
  for (const type of keptTypes) {
    const ends = relationOf(type);
    await eachRow(files.relations.get(type), (cells) => {
      const from = directory.resolve(cells.from ?? "", ends.from);
      const to = directory.resolve(cells.to ?? "", ends.to);
      if (isKept(from) && isKept(to)) put(writing, `relations/${type}.csv`, { ...cells, from, to });
    });
  }
  if (wanted.size === 0) return;
  await eachRow(files.entities.get("Enterprise"), (cells) => {
    if (wanted.has(cells.id ?? "")) put(writing, "entities/Enterprise.csv", cells);
  });
  const subjects = relationOf("OBSERVES").to;
  await eachRow(files.observations, (cells) => {
    const subject = directory.resolve(cells.subject ?? "", subjects);
    if (subject !== undefined && wanted.has(subject)) put(writing, "observations.csv", { ...cells, subject });
  });
}

/** The facts of an enterprise that a case makes up, as rows. */
function makeUp(writing: Writing, one: Case, facts: Facts, id: string, stem: string): Problem[] {
  const problems: Problem[] = [];
  const { figures, places, clusters, certifications, listings, ...own } = facts;
  const at = (...path: (string | number)[]): Origin => ({
    file: one.file,
    line: one.lineAt("enterprise", ...path),
  });
  const known = (columns: object, cells: Cells, origin: Origin, what: string): Cells => {
    const other = Object.keys(cells).filter((name) => !Object.hasOwn(columns, name));
    if (other.length > 0)
      problems.push({
        ...origin,
        column: other.join(", "),
        message: `is no column of ${what}: there are ${Object.keys(columns)
          .filter((name) => !["id", "sources", "from", "subject"].includes(name))
          .join(", ")}`,
      });
    return { ...Object.fromEntries(Object.entries(cells).filter(([name]) => !other.includes(name))) };
  };
  const cited = ({ line }: Origin): Cells => ({ sources: `${stem}:${line}` });
  const origin = at();
  const name = `${one.name} ${id.slice(id.indexOf(":") + 1)}`;
  const columns = propertiesOf("Enterprise");
  put(
    writing,
    "entities/Enterprise.csv",
    { name, ...known(columns, own as Cells, origin, "Enterprise"), id, ...cited(origin) },
    origin,
  );
  const lists = { places, clusters, certifications, listings };
  for (const [list, type] of Object.entries(factLists) as [keyof typeof factLists, RelationType][])
    for (const [index, end] of lists[list].entries()) {
      const here = at(list, index);
      const cells = known(
        { to: true, ...relationOf(type).properties, since: true, until: true, key: true, status: true },
        end as Cells,
        here,
        type,
      );
      put(writing, `relations/${type}.csv`, { ...cells, from: id, ...cited(here) }, here);
    }
  for (const [index, figure] of figures.entries()) {
    const here = at("figures", index);
    const cells = known(observationColumns, figure, here, "observations.csv");
    const observation = `observation:${id.slice(id.indexOf(":") + 1)}-${index + 1}`;
    put(writing, "observations.csv", { ...cells, id: observation, subject: id, ...cited(here) }, here);
  }
  return problems;
}

/**
 * Writes the folder.
 * @param named the enterprises of the data that cases name, by the case
 */
export async function writeScratch(
  checked: Checked,
  files: readonly CaseFile[],
  named: ReadonlyMap<Case, string>,
  folder: string,
): Promise<{ readonly scratch: Scratch; readonly problems: readonly Problem[] }> {
  const writing: Writing = new Map();
  await takeData(writing, checked, new Set(named.values()));
  const enterprises = new Map(named);
  const problems: Problem[] = [];
  for (const [index, { file, lines, cases }] of files.entries()) {
    const stem = `case-file-${index + 1}`;
    const document = { id: `document:${stem}`, name: file, stem, lines: String(lines) };
    put(writing, "entities/Document.csv", document);
    for (const one of cases) {
      if (typeof one.enterprise === "string") continue;
      const id = `enterprise:case-${enterprises.size + 1}`;
      enterprises.set(one, id);
      problems.push(...makeUp(writing, one, one.enterprise, id, stem));
    }
  }
  for (const [file, rows] of writing) {
    const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
    // A line a row, so that where a row comes from is known by its line.
    const oneLine = (cell: string): string => cell.replace(/[\r\n]+/g, " ");
    const data = rows.map(({ cells }) => columns.map((column) => oneLine(cells[column] ?? "")));
    makeFolder(dirname(join(folder, file)));
    writeFileSync(join(folder, file), `${Papa.unparse({ fields: columns, data }, { newline: "\n" })}\n`);
  }
  return {
    problems,
    scratch: {
      folder,
      origin: (file, line) => writing.get(file)?.[line - 2]?.origin,
      enterprises,
    },
  };
}
