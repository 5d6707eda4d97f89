// A table as Parquet, a row group at a time: memory holds one group, however long the table is.
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Table } from "./ask.ts";
import { inBoth } from "./note.ts";
import type { Cell } from "./rows.ts";
import { versionColumn, type WriteOptions } from "./version-column.ts";

/** Rows of one group. */
const groupSize = 20_000;

const elements = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
} as const;

/** The bytes of a Parquet file. A column is text, double or boolean; absent values are nulls. */
export async function* parquet(table: Table, { version }: WriteOptions): AsyncGenerator<Uint8Array> {
  const columns = [...table.columns, { name: versionColumn, type: "text" as const }];
  const bytes = new ByteWriter();
  // Written with the end of the file, when it is known whether there is more.
  const kvMetadata = [{ key: versionColumn, value: version ?? "" }];
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, repetition_type: "OPTIONAL" as const, ...elements[type] })),
    ],
    kvMetadata,
    createdBy: "industry-graph",
  });
  const taken = (): Uint8Array => {
    const copy = bytes.getBytes().slice();
    bytes.index = 0;
    return copy;
  };
  const write = async (group: readonly (readonly Cell[])[]): Promise<void> => {
    const columnData = columns.map(({ name }, index) => ({
      name,
      data: group.map((row) => (index < table.columns.length ? (row[index] ?? null) : version)),
    }));
    await writer.write({ columnData, rowGroupSize: groupSize });
  };
  let group: (readonly Cell[])[] = [];
  for await (const rows of table.batches) {
    for (const row of rows) group.push(row);
    if (group.length < groupSize) continue;
    await write(group);
    group = [];
    yield taken();
  }
  if (group.length > 0) await write(group);
  kvMetadata.push({ key: "cut", value: String(table.cut()) });
  if (table.total !== undefined) kvMetadata.push({ key: "total", value: String(table.total) });
  const note = table.note?.();
  if (note !== undefined) kvMetadata.push({ key: "note", value: inBoth(note) });
  await writer.finish();
  yield taken();
}
