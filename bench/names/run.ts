// The command: npm run bench:names [-- --companies 4000 --write]. Measures how names written otherwise are found, and
// writes the table of docs/names.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadFolder } from "../../src/load/load.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { writeFolder } from "../../tests/support/folder.ts";
import type { Difference } from "./differences.ts";
import { type Measured, measureNames, rowsOf } from "./measure.ts";
import { companies } from "./world.ts";

const page = fileURLToPath(new URL("../../docs/names.md", import.meta.url));
const [begin, end] = ["<!-- table: npm run bench:names -- --write -->", "<!-- end of table -->"];
const ways: readonly Difference["stored"][] = ["both", "full", "short"];
const storedAs = { both: "full, short", full: "full", short: "short" } as const;

const share = (part: number, whole: number): string => (whole === 0 ? "" : ((100 * part) / whole).toFixed(1));

function row({ difference, asked, first, inFive, median, slow }: Measured): string {
  const cells = [
    difference.name,
    storedAs[difference.stored],
    String(asked),
    share(first, asked),
    share(inFive, asked),
    String(difference.least * 100),
    median.toFixed(1),
    slow.toFixed(0),
  ];
  return `| ${cells.join(" | ")} |`;
}

const { values } = parseArgs({
  options: {
    companies: { type: "string", default: "4000" },
    every: { type: "string", default: "1" },
    write: { type: "boolean", default: false },
    missed: { type: "boolean", default: false },
  },
});
const list = companies(Number(values.companies));
const stores: Partial<Record<Difference["stored"], GraphStore>> = {};
for (const stored of ways) {
  const store = openEmbedded();
  const document = { id: "document:a", name: "a", stem: "doc-a", sources: "" };
  const folder = writeFolder(
    { entities: { Document: [document], Enterprise: rowsOf(list, stored, "doc-a:1") } },
    mkdtempSync(join(tmpdir(), "industry-graph-names-")),
  );
  await loadFolder(store, folder);
  rmSync(folder, { recursive: true });
  stores[stored] = store;
}
const lines = [
  "| asked as | stored | asked | first % | in five % | at least % | p50 ms | p99 ms |",
  "| --- | --- | --: | --: | --: | --: | --: | --: |",
];
process.stdout.write(`${lines.join("\n")}\n`);
await measureNames(stores, list, Number(values.every), (measured) => {
  lines.push(row(measured));
  process.stdout.write(`${row(measured)}\n`);
  if (values.missed) for (const one of measured.missed) process.stdout.write(`    ${one}\n`);
});
for (const store of Object.values(stores)) await store.close();
if (values.write) {
  const text = readFileSync(page, "utf8");
  const [before, after] = [text.slice(0, text.indexOf(begin)), text.slice(text.indexOf(end))];
  writeFileSync(page, `${before}${begin}\n\n${lines.join("\n")}\n\n${after}`);
}
