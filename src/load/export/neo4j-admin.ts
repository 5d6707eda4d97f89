// Writes a folder as the files that `neo4j-admin database import full` takes: for data too large to load by statements.
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { IndustryGraphError } from "../../errors.ts";
import type { Properties } from "../../ontology/definitions.ts";
import { schemaStatements } from "../../store/neo4j-schema.ts";
import { datasetOf, type LoadOptions, soundFolder } from "../load.ts";
import type { Stored, StoredRelation } from "../rows.ts";
import { type Sink, streamFolder } from "../stream.ts";
import type { Writer } from "../write.ts";
import { arrayDelimiter, newColumns } from "./columns.ts";

export interface Exported {
  readonly nodes: number;
  readonly relations: number;
  /** The files written, relative to the folder. */
  readonly files: readonly string[];
}

const pieceSize = 1 << 18;

interface DataFile {
  add(line: string): void;
  /** Writes the header beside it and closes it. */
  close(header: string): void;
}

/** A file that is made with its first line: neo4j-admin takes no empty ones. */
function newDataFile(out: string, name: string): DataFile {
  let descriptor: number | undefined;
  let piece = "";
  return {
    add(line) {
      descriptor ??= openSync(join(out, `${name}.csv`), "w");
      piece += line;
      if (piece.length < pieceSize) return;
      writeSync(descriptor, piece);
      piece = "";
    },
    close(header) {
      if (descriptor === undefined) return;
      writeSync(descriptor, piece);
      closeSync(descriptor);
      writeFileSync(join(out, `${name}.header.csv`), header);
    },
  };
}

/** A writer of one file of nodes or relations. `first` gives the cells that neo4j-admin has names for. */
function fileWriter<T>(
  out: string,
  name: string,
  properties: Properties,
  first: {
    readonly header: readonly string[];
    readonly own: readonly string[];
    readonly cells: (item: T) => string[];
  },
  valuesOf: (item: T) => Stored,
  written: () => void,
): Writer<T> {
  const file = newDataFile(out, name);
  const columns = newColumns(properties, first.own);
  return {
    put(item) {
      file.add(columns.line(first.cells(item), valuesOf(item)));
      written();
      return undefined;
    },
    async finish() {
      file.close(columns.header(first.header));
    },
    async sweep() {},
  };
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The arguments of neo4j-admin, one a line, for an empty or new database. */
function argumentsFile(
  nodes: ReadonlyMap<string, readonly string[]>,
  relations: ReadonlySet<string>,
): string {
  const lines = [
    "--multiline-fields=true",
    `--array-delimiter=U+${arrayDelimiter.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`,
    "--id-type=string",
    ...[...nodes].map(([name, labels]) => `--nodes=${labels.join(":")}=${name}.header.csv,${name}.csv`),
    ...[...relations].map((type) => `--relationships=${type}=${type}.header.csv,${type}.csv`),
  ];
  return `${lines.join("\n")}\n`;
}

function claim(out: string): void {
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${out} is not empty: give an empty or new folder by --out.`,
    );
  mkdirSync(out, { recursive: true });
}

/**
 * Writes the import files of a folder of data: a header and a data file for each kind and type, the arguments
 * of neo4j-admin, and the statements that make constraints and indexes.
 * @throws IndustryGraphError BAD_SEED with every problem of the folder; BAD_ARGUMENT where `out` is not empty
 */
export async function exportNeo4jAdmin(
  folder: string,
  out: string,
  options: LoadOptions = {},
): Promise<Exported> {
  claim(out);
  const checked = await soundFolder(folder, options, "nothing was exported");
  const nodes = new Map<string, readonly string[]>();
  const relations = new Set<string>();
  let [nodeCount, relationCount] = [0, 0];
  const nodeFile = (labels: readonly string[], properties: Properties): Writer<Stored> => {
    const name = labels.at(-1) ?? "";
    const space = labels[0] ?? "";
    const first = {
      header: [`id:ID(${space})`],
      own: ["id"],
      cells: (node: Stored) => [quoted(String(node.id))],
    };
    return fileWriter(
      out,
      name,
      properties,
      first,
      (node) => node,
      () => {
        nodes.set(name, labels);
        if (space === "Entity") nodeCount += 1;
      },
    );
  };
  const sink: Sink = {
    nodes: async (labels, properties) => nodeFile(labels, properties),
    async relations(type, properties) {
      const first = {
        header: [":START_ID(Entity)", ":END_ID(Entity)"],
        own: [],
        cells: ({ from, to }: StoredRelation) => [quoted(from), quoted(to)],
      };
      return fileWriter(
        out,
        type,
        properties,
        first,
        (relation) => relation.properties,
        () => {
          relations.add(type);
          relationCount += 1;
        },
      );
    },
  };
  await streamFolder(checked, sink, {
    onProgress: options.onProgress ?? (() => undefined),
    signal: options.signal,
  });
  const dataset = nodeFile(["Dataset"], {});
  const record = {
    ...datasetOf(folder, checked),
    state: "READY",
    nodes: nodeCount,
    relations: relationCount,
  };
  await dataset.put({ id: "dataset", ...record });
  await dataset.finish();
  writeFileSync(join(out, "import.args"), argumentsFile(nodes, relations));
  writeFileSync(join(out, "schema.cypher"), schemaStatements.map((one) => `${one.statement};\n`).join(""));
  return { nodes: nodeCount, relations: relationCount, files: readdirSync(out).sort() };
}
