// Every row of the seed data cites lines that say it. Reads the sources where they lie beside the project.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { parseCitation } from "../src/ontology/cells.ts";
import { kindNames, relationTypes } from "../src/ontology/model.ts";
import { normaliseName } from "../src/text/normalise.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}../shared/sources`;
const here = existsSync(folder);
if (!here)
  process.stderr.write("The sources are not beside the project: citations are not read against them.\n");

type Row = Readonly<Record<string, string>>;

function rows(file: string): Row[] {
  const path = `${root}seed/${file}`;
  return existsSync(path) ? parse(readFileSync(path), { columns: true, bom: true }) : [];
}

const texts = new Map<string, string[]>();

/** The text of a citation in the form names are compared in; pinyin noise in brackets left out. */
function cited(citation: string): string {
  const { stem, line } = parseCitation(citation) ?? { stem: "", line: 0 };
  let lines = texts.get(stem);
  if (lines === undefined) {
    const text = readFileSync(`${folder}/${stem}.txt`, "utf8").replace(
      /\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]+\)/gu,
      "",
    );
    lines = text.split("\n");
    texts.set(stem, lines);
  }
  return normaliseName(lines[line - 1] ?? "");
}

const sources = (row: Row): string[] => (row.sources ?? "").split("|").filter((one) => one !== "");

/** Names and aliases, and what is left of them without a bracketed place. */
function namesOf(row: Row): string[] {
  const names = [row.name ?? "", ...(row.aliases ?? "").split("|")].filter((name) => name !== "");
  return names.flatMap((name) => [name, name.replace(/（[^）]*）$/, "")]).map(normaliseName);
}

const own = new Set(["Document", "Metric", "Check", "Conflict"]);
const named = kindNames.filter((kind) => !own.has(kind) && kind !== "Observation");
const entities = new Map(
  kindNames.flatMap((kind) => rows(`entities/${kind}.csv`).map((row) => [row.id ?? "", row] as const)),
);

describe.runIf(here)("each citation of the seed says what is cited", () => {
  test.each(named.filter((kind) => kind !== "Measure"))("%s: every cited line has a name of it", (kind) => {
    const wrong = rows(`entities/${kind}.csv`).flatMap((row) =>
      sources(row)
        .filter((citation) => !namesOf(row).some((name) => cited(citation).includes(name)))
        .map((citation) => `${row.id} ${citation}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each(relationTypes)("%s: a cited line of a stated relation names one of its ends", (type) => {
    const wrong = rows(`relations/${type}.csv`).flatMap((row) => {
      const ends = [entities.get(row.from ?? ""), entities.get(row.to ?? "")];
      if (
        row.status === "IMPLIED" ||
        ends.some((end) => end === undefined || own.has(end.id?.split(":")[0] ?? ""))
      )
        return [];
      if (["CHECKS", "CONCERNS", "COMPARABLE_WITH", "ISSUED_BY"].includes(type)) return [];
      const names = ends.flatMap((end) => (end === undefined ? [] : namesOf(end)));
      return sources(row).some((citation) => names.some((name) => cited(citation).includes(name)))
        ? []
        : [`${row.from} ${row.to} ${row.sources}`];
    });
    expect(wrong).toEqual([]);
  });

  test("every figure stands in a cited line, unless its summary says that the source writes it in words", () => {
    const wrong = rows("observations.csv").flatMap((row) => {
      const figure = normaliseName(row.value ?? "");
      const said =
        sources(row).some((citation) => cited(citation).includes(figure)) ||
        /in words|near 100|applications/i.test(row.summary ?? "");
      const rank = row.unit === "名";
      return said || rank ? [] : [`${row.id} ${row.value} ${row.sources}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe("the seed data is cited", () => {
  test("every row but documents cites a line", () => {
    const files = [
      ...named.map((kind) => `entities/${kind}.csv`),
      ...relationTypes.map((type) => `relations/${type}.csv`),
      "observations.csv",
    ];
    const uncited = files.flatMap((file) =>
      rows(file)
        .filter((row) => sources(row).length === 0)
        .map((row) => `${file} ${row.id ?? row.from}`),
    );
    expect(uncited).toEqual([]);
  });

  test.runIf(here)("every line of every source has a fact or a reason for having none", () => {
    const facts = new Set(
      [
        ...kindNames.map((kind) => `entities/${kind}.csv`),
        ...relationTypes.map((type) => `relations/${type}.csv`),
        "observations.csv",
      ].flatMap((file) => rows(file).flatMap(sources)),
    );
    const reasons = new Set(
      rows("reading/lines-without-facts.csv").map((row) => `${row.source}:${row.line}`),
    );
    const bare = rows("entities/Document.csv").flatMap((row) =>
      readFileSync(`${folder}/${row.stem}.txt`, "utf8")
        .split("\n")
        .flatMap((text, index) => {
          const citation = `${row.stem}:${index + 1}`;
          return text.trim() === "" || facts.has(citation) || reasons.has(citation) ? [] : [citation];
        }),
    );
    expect(bare).toEqual([]);
  });
});
