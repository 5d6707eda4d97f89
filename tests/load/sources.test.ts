// Every row of the seed data cites lines that say it. Reads the sources where they lie beside the project.
import { describe, expect, test } from "vitest";
import { kindNames, kindOf, kindOfId } from "../../src/ontology/model.ts";
import {
  citations,
  entities,
  kindFiles,
  lineOf,
  linesOf,
  names,
  observations,
  ourOwn,
  parts,
  type Row,
  relations,
  reports,
  rows,
  says,
  sourcesHere,
  wordsFor,
} from "../support/reading.ts";

const named = kindFiles.filter((kind) => !ourOwn.has(kind));
const isNamed = (id: string | undefined): boolean => !ourOwn.has(kindOfId(id ?? "") ?? "Document");
const describeRelation = (type: string, row: Row): string => `${type} ${row.from} ${row.to} ${row.sources}`;

describe.runIf(sourcesHere)("each citation of the seed says what is cited", () => {
  test.each(named)(
    "%s: every cited line names it, or means it by words that the reading notes list",
    (kind) => {
      const wrong = rows(`entities/${kind}.csv`).flatMap((row) =>
        citations(row)
          .filter((citation) => !names(citation, row))
          .map((citation) => `${row.id} ${citation}`),
      );
      expect(wrong).toEqual([]);
    },
  );

  test("the lines of a relation that is not implied name both of its ends", () => {
    const wrong = relations.flatMap(({ type, row }) => {
      // A figure is held against its lines on its own: of what it is about the other end is named.
      const about = type === "ABOUT";
      const ends = [row.from, row.to]
        .filter((id) => !about || isNamed(id))
        .map((id) => entities.get(id ?? ""));
      if (row.status === "IMPLIED" || !isNamed(row.to) || !(about || isNamed(row.from))) return [];
      const silent = ends.filter(
        (end) => end === undefined || !citations(row).some((citation) => names(citation, end)),
      );
      return silent.map((end) => `${end?.id} not in ${describeRelation(type, row)}`);
    });
    expect(wrong).toEqual([]);
  });

  test("what an enterprise or a project makes stands in a line that tells of it", () => {
    const cited = (row: Row): string[] => [
      ...citations(row),
      ...relations.filter((one) => one.row.from === row.id).flatMap((one) => citations(one.row)),
    ];
    const made = [...entities.values()].flatMap((row) =>
      parts(row.products).map((product) => ({ id: row.id, product, lines: cited(row) })),
    );
    const sold = rows("relations/SUPPLIES.csv")
      .filter((row) => row.product !== "")
      .map((row) => ({ id: row.from, product: row.product ?? "", lines: citations(row) }));
    const wrong = [...made, ...sold].filter(
      ({ product, lines }) => !lines.some((line) => says(line, product)),
    );
    expect(wrong.map(({ id, product }) => `${id} ${product}`)).toEqual([]);
  });

  test("the words that the reading notes give to an entity stand in the line, and are needed", () => {
    const wrong = wordsFor.flatMap(({ citation, words, entity }) => {
      const row = entities.get(entity);
      if (row === undefined) return [`no ${entity}`];
      return says(citation, words) ? [] : [`${citation} has no ${words}`];
    });
    expect(wrong).toEqual([]);
  });

  test("every line of every source has a fact, or a reason for having none, and not both", () => {
    const facts = new Set(
      [...entities.values(), ...relations.map(({ row }) => row), ...observations].flatMap(citations),
    );
    const reasons = new Set(
      rows("reading/lines-without-facts.csv").map((row) => `${row.source}:${row.line}`),
    );
    const lines = rows("entities/Document.csv").flatMap((row) =>
      linesOf(row.stem ?? "").map((text, index) => ({ text, citation: `${row.stem}:${index + 1}` })),
    );
    const bare = lines.filter(
      ({ text, citation }) => text.trim() !== "" && !facts.has(citation) && !reasons.has(citation),
    );
    expect(bare.map(({ citation }) => citation)).toEqual([]);
    expect([...reasons].filter((citation) => facts.has(citation))).toEqual([]);
  });

  test("a document has as many lines as it says", () => {
    const wrong = rows("entities/Document.csv").filter(
      (row) => linesOf(row.stem ?? "").length !== Number(row.lines),
    );
    expect(wrong.map((row) => row.id)).toEqual([]);
  });
});

/** A number as a clause writes it: 5000万元, 1亿元, 60分. */
function written(value: number): string[] {
  const money = [
    [1e8, "亿元"],
    [1e4, "万元"],
  ] as const;
  return [String(value), ...money.map(([size, unit]) => `${value / size}${unit}`)];
}

describe("pages on the web of which clauses are kept", () => {
  test("have an address, and as many lines as clauses", () => {
    const kept = rows("entities/Document.csv").filter(
      (row) => !reports.some((report) => report.stem === row.stem),
    );
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.filter((row) => !/^https?:\/\//.test(row.url ?? "")).map((row) => row.id)).toEqual([]);
    expect(kept.filter((row) => linesOf(row.stem ?? "").length !== Number(row.lines))).toEqual([]);
  });

  test("state the bounds of the conditions that cite them", () => {
    const bounded = rows("entities/Condition.csv").flatMap((row) =>
      [row.atLeast, row.atMost]
        .filter((bound) => bound !== undefined && bound !== "" && bound !== "1")
        .map((bound) => ({ id: row.id, bound: Number(bound), lines: citations(row).map(lineOf) })),
    );
    expect(bounded.length).toBeGreaterThan(20);
    const wrong = bounded.filter(
      ({ bound, lines }) => !lines.some((line) => written(bound).some((text) => line.includes(text))),
    );
    expect(wrong.map(({ id, bound }) => `${id} ${bound}`)).toEqual([]);
  });
});

describe("the seed data is cited and explained", () => {
  test("every row but documents cites a line", () => {
    const uncited = [
      ...[...entities.values()].filter((row) => kindOfId(row.id ?? "") !== "Document"),
      ...relations.map(({ row }) => row),
      ...observations,
    ].filter((row) => citations(row).length === 0);
    expect(uncited.map((row) => row.id ?? `${row.from} ${row.to}`)).toEqual([]);
  });

  test("every text for readers is there in both languages", () => {
    const all = [
      ...entities.values(),
      ...observations,
      ...relations.map(({ row }) => row),
      ...rows("reading/lines-without-facts.csv"),
    ];
    const half = all.flatMap((row) =>
      ["summary", "note", "reason", "resolution", "definition"]
        .filter((name) => (row[name] ?? "") !== "" && !/[㐀-鿿]/.test(row[`${name}Zh`] ?? ""))
        .map((name) => `${row.id ?? `${row.from} ${row.to}`} ${name}`),
    );
    expect(half).toEqual([]);
  });

  test("a relation that is only implied says why, and so does an entity", () => {
    const silent = relations
      .filter(({ row }) => row.status === "IMPLIED" && row.note === "")
      .map(({ type, row }) => describeRelation(type, row));
    const entitiesSilent = [...entities.values()].filter(
      (row) => row.status === "IMPLIED" && row.summary === "",
    );
    expect([...silent, ...entitiesSilent.map((row) => row.id)]).toEqual([]);
  });

  test("a figure without a period is in the ledger as undated", () => {
    const undated = new Set(
      rows("entities/Conflict.csv")
        .filter((row) => row.conflictType === "UNDATED")
        .map((row) => row.id),
    );
    const known = new Set(
      rows("relations/CONCERNS.csv")
        .filter((row) => undated.has(row.from ?? ""))
        .map((row) => row.to),
    );
    const open = observations.filter((row) => row.period === "" && !known.has(row.id ?? ""));
    expect(open.map((row) => row.id)).toEqual([]);
  });

  test("every conflict concerns something, and every check has figures", () => {
    const used = new Set(
      [...rows("relations/CONCERNS.csv"), ...rows("relations/CHECKS.csv")].map((row) => row.from),
    );
    const idle = [...rows("entities/Conflict.csv"), ...rows("entities/Check.csv")].filter(
      (row) => !used.has(row.id ?? ""),
    );
    expect(idle.map((row) => row.id)).toEqual([]);
  });

  const called = kindNames.filter((kind) => Object.hasOwn(kindOf(kind).properties, "nameEn"));
  test.each(called)("every %s has a name in English", (kind) => {
    const without = rows(`entities/${kind}.csv`).filter(({ nameEn = "" }) => !/[A-Za-z]{3}/.test(nameEn));
    expect(without.map((row) => row.id)).toEqual([]);
  });

  test("every metric is of some figure or condition, with a unit and a definition", () => {
    const used = new Set(
      [...observations, ...rows("entities/Condition.csv")].map((row) => `metric:${row.metric}`),
    );
    const wrong = rows("entities/Metric.csv").filter(
      (row) => !used.has(row.id ?? "") || row.nameEn === "" || row.normalUnit === "" || row.definition === "",
    );
    expect(wrong.map((row) => row.id)).toEqual([]);
  });
});
