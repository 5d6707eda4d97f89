// Writes a folder as the files that `neo4j-admin database import full` takes: for data too large to load by statements.
import { closeSync, existsSync, openSync, readdirSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { IndustryGraphError } from "../../errors.ts";
import type { Properties } from "../../ontology/definitions.ts";
import { schemaStatements } from "../../store/neo4j-schema.ts";
import { datasetOf, type LoadOptions, soundFolder } from "../load.ts";
import type { Sink } from "../loading.ts";
import { makeFolder } from "../make-folder.ts";
import type { Stored, StoredRelation } from "../rows.ts";
import { streamFolder } from "../stream.ts";
import type { Writer } from "../write.ts";
import { arrayDelimiter, emptyLists, newColumns } from "./columns.ts";

export interface Exported {
  readonly nodes: number;
  readonly relations: number;
}

const pieceSize = 1 << 18;

/** What neo4j-admin calls the rows of a file, as in `--nodes=Entity:Enterprise`, and the files of that. */
interface Group {
  readonly flag: string;
  /** The pattern that finds them in the database, as `x`. */
  readonly pattern: string;
  readonly files: string[];
  /** Properties that are an empty list somewhere. */
  empties: ReadonlySet<string>;
}

/** The cells of a row that neo4j-admin has names for, and the properties that they stand for. */
interface FirstCells<T> {
  readonly header: readonly string[];
  readonly own: readonly string[];
  readonly cells: (item: T) => string[];
}

interface DataFile {
  add(line: string): void;
  close(): void;
}

function newDataFile(path: string): DataFile {
  const descriptor = openSync(path, "w");
  let piece = "";
  return {
    add(line) {
      piece += line;
      if (piece.length < pieceSize) return;
      writeSync(descriptor, piece);
      piece = "";
    },
    close() {
      writeSync(descriptor, piece);
      closeSync(descriptor);
    },
  };
}

/**
 * A writer of nodes or relations of one sort. neo4j-admin wants as many cells in each line as the header has: a
 * property that was not declared begins another file. Without a row there is no file, since it takes no empty ones.
 */
function fileWriter<T>(
  out: string,
  name: string,
  group: Group,
  properties: Properties,
  first: FirstCells<T>,
  valuesOf: (item: T) => Stored,
): Writer<T> {
  const columns = newColumns(properties, first.own);
  group.empties = columns.empties;
  let current: DataFile | undefined;
  const close = (): void => {
    if (current === undefined) return;
    current.close();
    writeFileSync(join(out, `${group.files.at(-1)}.header.csv`), columns.header(first.header));
  };
  return {
    put(item) {
      const values = valuesOf(item);
      const isNew = current === undefined || columns.lacks(values);
      if (isNew) close();
      columns.admit(values);
      if (isNew) {
        group.files.push(group.files.length === 0 ? name : `${name}.${group.files.length + 1}`);
        current = newDataFile(join(out, `${group.files.at(-1)}.csv`));
      }
      current?.add(columns.line(first.cells(item), values));
      return undefined;
    },
    async finish() {
      close();
    },
    async sweep() {},
  };
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The arguments of neo4j-admin, one a line, for an empty or new database. */
function argumentsFile(groups: readonly Group[]): string {
  // Files go first: the tool takes whatever follows a list of them for one more, even the database's name.
  const lines = [
    ...groups.flatMap(({ flag, files }) => files.map((file) => `${flag}=${file}.header.csv,${file}.csv`)),
    "--multiline-fields=true",
    `--array-delimiter=U+${arrayDelimiter.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`,
    "--id-type=string",
  ];
  return `${lines.join("\n")}\n`;
}

/** The statements to run once after the import: empty lists, constraints, indexes. */
function afterImport(groups: readonly Group[]): string {
  const lists = groups
    .filter(({ empties }) => empties.size > 0)
    .map(({ pattern, empties }) => {
      const set = [...empties].map(
        (name) => `x.${name} = CASE WHEN '${name}' IN x.${emptyLists} THEN [] ELSE x.${name} END`,
      );
      const body = `SET ${set.join(", ")} REMOVE x.${emptyLists}`;
      return `MATCH ${pattern} WHERE x.${emptyLists} IS NOT NULL CALL (x) { ${body} } IN TRANSACTIONS OF 10000 ROWS`;
    });
  return [...lists, ...schemaStatements.map(({ statement }) => statement)].map((one) => `${one};\n`).join("");
}

function claim(out: string): void {
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${out} is not empty: give an empty or new folder by --out.`,
    );
  makeFolder(out);
}

/**
 * Writes the import files of a folder of data: a header and a data file for each kind and type, the arguments
 * of neo4j-admin, and the statements to run after it.
 * @throws IndustryGraphError BAD_SEED with every problem of the folder; BAD_ARGUMENT where `out` is not empty
 */
export async function exportNeo4jAdmin(
  folder: string,
  out: string,
  options: LoadOptions = {},
): Promise<Exported> {
  claim(out);
  const checked = await soundFolder(folder, options, "nothing was exported");
  const groups: Group[] = [];
  let [nodes, relations] = [0, 0];
  const nodeFile = (labels: readonly string[], properties: Properties): Writer<Stored> => {
    const [space, name] = [labels[0] ?? "", labels.at(-1) ?? ""];
    const group: Group = {
      flag: `--nodes=${labels.join(":")}`,
      pattern: `(x:${name})`,
      files: [],
      empties: new Set(),
    };
    groups.push(group);
    const first = {
      header: [`id:ID(${space})`],
      own: ["id"],
      cells: (node: Stored) => [quoted(String(node.id))],
    };
    return fileWriter(out, name, group, properties, first, (node) => {
      if (space === "Entity") nodes += 1;
      return node;
    });
  };
  const sink: Sink = {
    nodes: async (labels, properties) => nodeFile(labels, properties),
    async relations(type, properties) {
      const group: Group = {
        flag: `--relationships=${type}`,
        pattern: `()-[x:${type}]->()`,
        files: [],
        empties: new Set(),
      };
      groups.push(group);
      const first = {
        header: [":START_ID(Entity)", ":END_ID(Entity)"],
        own: [],
        cells: ({ from, to }: StoredRelation) => [quoted(from), quoted(to)],
      };
      return fileWriter(out, type, group, properties, first, (relation: StoredRelation) => {
        relations += 1;
        return relation.properties;
      });
    },
    nodesStored: async () => undefined,
    stored: async () => undefined,
    swept: async () => undefined,
  };
  const { signal, onProgress = () => undefined } = options;
  await streamFolder(checked, sink, { onProgress, signal });
  const dataset = nodeFile(["Dataset"], {});
  await dataset.put({
    id: "dataset",
    ...datasetOf(folder, checked, options.layered),
    state: "READY",
    nodes,
    relations,
  });
  await dataset.finish();
  writeFileSync(join(out, "import.args"), argumentsFile(groups));
  writeFileSync(join(out, "after-import.cypher"), afterImport(groups));
  return { nodes, relations };
}
