// The sources beside the project and the rows of the seed, as the tests of the seed read them: what a line says,
// which names it has, and which words of it the reading notes give to an entity. Knows no graph.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { parseCitation } from "../../src/ontology/cells.ts";
import { kindNames, relationTypes } from "../../src/ontology/model.ts";
import { normaliseName, simplify } from "../../src/text/normalise.ts";

export type Row = Readonly<Record<string, string>>;

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = process.env.SOURCES_DIR ?? `${root}../shared/sources`;

/** Whether the sources can be read; says so where they cannot. */
export const sourcesHere = existsSync(folder);
if (!sourcesHere)
  process.stderr.write(
    `\n*** The sources are not at ${folder}: NO citation of the seed is read against them. Set SOURCES_DIR to their folder. ***\n\n`,
  );

/** Rows of a file of the seed; none where there is no such file. */
export function rows(file: string): Row[] {
  const path = `${root}seed/${file}`;
  return existsSync(path) ? parse(readFileSync(path), { columns: true, bom: true }) : [];
}

/** The parts of a cell that holds a list. */
export const parts = (cell: string | undefined): string[] =>
  (cell ?? "").split("|").filter((one) => one !== "");

export const citations = (row: Row): string[] => parts(row.sources);

export const kindFiles = kindNames.filter((kind) => kind !== "Observation");
export const entities = new Map(
  kindFiles.flatMap((kind) => rows(`entities/${kind}.csv`).map((row) => [row.id ?? "", row] as const)),
);
export const observations = rows("observations.csv");
export const relations = relationTypes.flatMap((type) =>
  rows(`relations/${type}.csv`).map((row) => ({ type, row })),
);

/** Kinds whose names are ours: a source does not name a metric, a check or a conflict. */
export const ourOwn = new Set([
  "Document",
  "Metric",
  "Check",
  "Conflict",
  "Condition",
  "Stage",
  "Observation",
]);

/** What each clause of a page on the web says, in our words: `reading/clauses.csv`. Its lines are the clauses. */
const clauses = new Map<string, string[]>();
for (const row of rows("reading/clauses.csv"))
  clauses.set(row.source ?? "", [...(clauses.get(row.source ?? "") ?? []), row.clause ?? ""]);

/** The documents whose text lies beside the project: not those of which only clauses are kept. */
export const reports = rows("entities/Document.csv").filter((row) => !clauses.has(row.stem ?? ""));

const texts = new Map<string, string[]>();
const pinyinNoise = /\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]+\)/gu;

/** All lines of a source: compatibility forms unified, simplified script, lower case, pinyin noise left out. */
export function linesOf(stem: string): string[] {
  let lines = texts.get(stem);
  if (lines === undefined) {
    const text = clauses.get(stem)?.join("\n") ?? readFileSync(`${folder}/${stem}.txt`, "utf8");
    lines = text
      .replace(pinyinNoise, "")
      .split("\n")
      .map((line) => simplify(line.normalize("NFKC")).toLowerCase());
    texts.set(stem, lines);
  }
  return lines;
}

/** The line of a citation. */
export function lineOf(citation: string): string {
  const { stem, line } = parseCitation(citation) ?? { stem: "", line: 0 };
  return linesOf(stem)[line - 1] ?? "";
}

/** Whether a line has a name, whatever script, width and punctuation. */
export const says = (citation: string, name: string): boolean =>
  normaliseName(name) !== "" && normaliseName(lineOf(citation)).includes(normaliseName(name));

/** Words by which a line means an entity without naming it: `reading/words-for.csv`. */
export const wordsFor = rows("reading/words-for.csv").map((row) => ({
  citation: `${row.source}:${row.line}`,
  words: row.words ?? "",
  entity: row.entity ?? "",
}));

/** Names, aliases and products of an entity, and its names without a bracketed place. */
export function namesOf(row: Row): string[] {
  const names = [row.name ?? "", ...parts(row.aliases)].filter((name) => name !== "");
  return [...new Set(names.flatMap((name) => [name, name.replace(/（[^）]*）$/, "")]))];
}

/** Whether a line names an entity, or means it by words that the reading notes list. */
export function names(citation: string, row: Row): boolean {
  return (
    namesOf(row).some((name) => says(citation, name)) ||
    wordsFor.some((one) => one.citation === citation && one.entity === row.id)
  );
}
