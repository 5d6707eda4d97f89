// `export` of all that the store holds: a graph as one file, or tables, one a kind and one of the relations.
import { once } from "node:events";
import { createWriteStream, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "../catalogue/ask.ts";
import type { Cell } from "../catalogue/rows.ts";
import type { Column } from "../catalogue/shape.ts";
import type { Settings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { allOf, documentsOf, type Graph, textOf } from "../graphs/graph.ts";
import { makeFolder } from "../load/make-folder.ts";
import type { GraphStore } from "../store/port.ts";

/** Forms of one file, by the name of the option, with the ending of the file. */
export const graphFiles = {
  gexf: "gexf",
  graphml: "graphml",
  json: "json",
  jsonld: "jsonld",
  ttl: "ttl",
  ftm: "ftm.json",
} as const;
export const tableFiles = ["csv", "parquet"] as const;

export type StoreFormat = keyof typeof graphFiles | (typeof tableFiles)[number];

export interface StoreExport {
  readonly format: StoreFormat;
  /** A file, or the folder of tables. */
  readonly out: string;
  /** The address of the server under which entities have their names in linked data. */
  readonly base: string;
  readonly signal: AbortSignal;
}

/** Writes pieces to a file, as fast as it takes them. */
async function writeFile(file: string, pieces: AsyncIterable<string | Uint8Array>, signal: AbortSignal) {
  const stream = createWriteStream(file, { flags: "wx" });
  await once(stream, "open").catch((error: NodeJS.ErrnoException) => {
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      error.code === "EEXIST"
        ? `${file} is there already: give another --out.`
        : `${file} cannot be written (${error.code}).`,
    );
  });
  for await (const piece of pieces) {
    signal.throwIfAborted();
    if (!stream.write(piece)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
}

const relationColumns = ["id", "type", "from", "to", "status", "since", "until", "key_properties", "sources"];

/** The relations as a table, read as it is written. */
function relationTable(store: GraphStore): Table {
  const columns = relationColumns.map(
    (name): Column => ({ name, level: 0, path: [name], citation: false, type: "text" }),
  );
  async function* batches(): AsyncGenerator<Cell[][]> {
    for await (const { relations } of allOf(store))
      yield relations.map(({ id, type, from, to, properties }) => {
        const { status, since, until, sources, ...own } = properties;
        const cell = (value: typeof status): Cell => (value === undefined ? null : textOf(value));
        const others = Object.keys(own).length === 0 ? null : JSON.stringify(own);
        const said = Array.isArray(sources) ? sources.join("; ") : null;
        return [id, type, from, to, cell(status), cell(since), cell(until), others, said];
      });
  }
  return { columns, total: undefined, batches: batches(), cut: () => false };
}

async function tables(store: GraphStore, settings: Settings, { format, out, signal }: StoreExport) {
  const [{ openCatalogue }, { askTable }, { longTable }, { askOver }, { exportOperations }, { writeTable }] =
    await Promise.all([
      import("../catalogue/open.ts"),
      import("../catalogue/ask.ts"),
      import("../catalogue/long.ts"),
      import("../catalogue/over-store.ts"),
      import("../catalogue/exports.ts"),
      import("../catalogue/write.ts"),
    ]);
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${out} is not empty: give an empty or new folder by --out.`,
    );
  makeFolder(out);
  const { schema } = openCatalogue({ OPERATIONS_DIR: "" });
  const { ask, version } = askOver(store, settings);
  const options = { version: await version(), bom: false };
  const ending = format as (typeof tableFiles)[number];
  const asks = { ask, askAhead: ask, store, options: { timeoutMs: settings.TIMEOUT_MS } };
  const all: [string, Table][] = [];
  for (const operation of exportOperations(schema).values())
    all.push([
      operation.name,
      (await longTable(schema, asks, operation, {})) ?? (await askTable(schema, ask, operation, {})),
    ]);
  all.push(["relations", relationTable(store)]);
  for (const [name, table] of all)
    await writeFile(join(out, `${name}.${ending}`), writeTable(ending, table, options), signal);
}

/** Writes all that the store holds. @throws IndustryGraphError where the target is taken */
export async function exportStore(store: GraphStore, settings: Settings, what: StoreExport): Promise<void> {
  const { format, out, base, signal } = what;
  if (format === "csv" || format === "parquet") return tables(store, settings, what);
  const [{ graphFormats }, { readDataset }] = await Promise.all([
    import("../graphs/formats.ts"),
    import("../load/dataset.ts"),
  ]);
  const graph: Graph = {
    parts: allOf(store),
    version: (await readDataset(store))?.version ?? null,
    documents: await documentsOf(store),
    cut: false,
  };
  await writeFile(out, graphFormats[graphFiles[format]].write(graph, { base, layout: "node-link" }), signal);
}
