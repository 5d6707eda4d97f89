// Every figure of the sources is in the seed, or listed with the reason; every figure of the seed is in the sources.
import { describe, expect, test } from "vitest";
import { figuresOf, inWords, numeral, openFigures } from "../support/figures.ts";
import {
  citations,
  lineOf,
  linesOf,
  observations,
  reports,
  rows,
  says,
  sourcesHere,
  wordsFor,
} from "../support/reading.ts";

/** Figures that are none of a fact: `reading/figures-without-facts.csv`. */
const listed = rows("reading/figures-without-facts.csv").map((row) => ({
  citation: `${row.source}:${row.line}`,
  figure: row.figure ?? "",
  times: Number(row.times),
  reason: row.reason ?? "",
}));

/** All figures that a line may be read to have, those within names too. */
function readings(citation: string): number[] {
  const line = lineOf(citation);
  const numerals = [...line.matchAll(/[二两三四五六七八九十首]+|第一/gu)].map((match) =>
    numeral(match[0].replace("第", "")),
  );
  return [
    ...figuresOf(line).map(({ value }) => value),
    ...numerals,
    ...inWords.filter((one) => one.citation === citation).map(({ value }) => value),
  ];
}

/** Words beside a figure that bound it, and how; the first that fits is taken. */
const marks: readonly (readonly [bound: string, before: RegExp, after: RegExp])[] = [
  ["AT_LEAST", /(?:超过?|突破|力争突破)\s*$/u, /^/u],
  ["AT_LEAST", /^|$/u, /^\s*(?:余|多|[^，。,;；、\d]{0,2}以上)/u],
  ["AT_MOST", /(?:最多|最高)[^，。,\d]{0,3}$|前$/u, /^/u],
  ["ABOUT", /(?:近|约)\s*$/u, /^/u],
];

/** The bounds that a line gives a figure wherever it stands there; the ends of a range bound it both ways. */
function boundsOf(citation: string, value: number): string[] {
  const line = lineOf(citation);
  const listed = inWords.filter((one) => one.citation === citation && one.value === value);
  const found = figuresOf(line).filter((figure) => figure.value === value);
  const written = found.map(({ text, at }) => {
    const [before, after] = [line.slice(0, at), line.slice(at + text.length)];
    if (/^-\d/.test(after)) return "AT_LEAST";
    if (/\d-$/.test(before)) return "AT_MOST";
    return marks.find(([, left, right]) => left.test(before) && right.test(after))?.[0] ?? "EXACT";
  });
  // A numeral within a name, or words listed, are read by hand: a range of words has two ends.
  const byHand = found.length === 0 ? (listed.length > 0 ? ["AT_LEAST", "AT_MOST", "EXACT"] : ["EXACT"]) : [];
  return [...written, ...byHand];
}

describe.runIf(sourcesHere)("the figures of the sources and those of the seed are the same", () => {
  test("every digit group and every counting numeral of every line is a fact, a date, part of a name, or listed", () => {
    const open = reports.flatMap((row) =>
      linesOf(row.stem ?? "").flatMap((_, index) => {
        const citation = `${row.stem}:${index + 1}`;
        return [...openFigures(citation)].flatMap(([figure, { times, facts }]) => {
          const known = listed.find((one) => one.citation === citation && one.figure === figure);
          return times > facts + (known?.times ?? 0)
            ? [`${citation} ${figure}: ${times} times, ${facts} facts, ${known?.times ?? 0} listed`]
            : [];
        });
      }),
    );
    expect(open).toEqual([]);
  });

  test("every figure that is listed stands in its line as often as listed, without a fact, and has a reason", () => {
    const wrong = listed.filter(({ citation, figure, times, reason }) => {
      const open = openFigures(citation).get(figure);
      return open === undefined || open.times - open.facts !== times || reason === "";
    });
    expect(wrong).toEqual([]);
  });

  test("the value of every observation stands in a line it cites, in digits, as a numeral or in words listed", () => {
    const wrong = observations.filter(
      (row) => !citations(row).some((citation) => readings(citation).includes(Number(row.value))),
    );
    expect(wrong.map((row) => `${row.id} ${row.value} ${row.sources}`)).toEqual([]);
  });

  test("so does every year-on-year change", () => {
    const wrong = observations.filter(
      (row) =>
        row.yearOnYear !== "" &&
        !citations(row).some((citation) => readings(citation).includes(Number(row.yearOnYear))),
    );
    expect(wrong.map((row) => row.id)).toEqual([]);
  });

  test("a figure is bounded as its line bounds it: 超 before it, 余 or 以上 after it, and in no other case", () => {
    const wrong = observations.filter((row) => {
      const bounds = citations(row).flatMap((citation) => boundsOf(citation, Number(row.value)));
      return !bounds.includes(row.bound === "" ? "EXACT" : (row.bound ?? ""));
    });
    expect(wrong.map((row) => `${row.id} ${row.bound}`)).toEqual([]);
  });

  test("a measure pays the sum its line states, as a ceiling where the clause says 最高 and flat elsewhere", () => {
    const paid = rows("entities/Measure.csv").filter((row) => row.amount !== "");
    expect(paid.length).toBeGreaterThan(0);
    const wrong = paid.flatMap((row) => {
      const own = wordsFor.filter((one) => one.entity === row.id);
      const clauses = own.flatMap(({ citation, words }) =>
        lineOf(citation)
          .split(/[。;；]/u)
          .filter((clause) => clause.includes(words.toLowerCase())),
      );
      const sum = `${Number(row.amount) / 10_000}万元`;
      const kind = clauses.some((clause) => clause.includes("最高")) ? "CEILING" : "FLAT";
      const stated = own.some(({ words }) => words.replace(/奖励$/u, "").endsWith(sum));
      return stated && row.amountKind === kind ? [] : [`${row.id} ${row.amount} ${row.amountKind}`];
    });
    expect(wrong).toEqual([]);
  });

  test("a period is of a year that the line names or the document is about, and parts of a year stand in the line", () => {
    const parts: readonly (readonly [RegExp, RegExp])[] = [
      [/-H1$/u, /上半年|1-6\s*月/u],
      [/-01\/\d{4}-09$/u, /前三季度/u],
      [/-01\/\d{4}-10$/u, /截至10月/u],
    ];
    const documents = new Map(rows("entities/Document.csv").map((row) => [row.stem, row]));
    const wrong = observations.filter(({ period = "", ...row }) => {
      if (period === "") return false;
      const lines = citations(row).map(lineOf);
      const about = citations(row).map((citation) => documents.get(citation.split(":")[0] ?? ""));
      const known = [...lines, ...about.map((one) => `${one?.covers} ${one?.published}`)].join(" ");
      const years = period.match(/\d{4}/gu) ?? [];
      const part = parts.find(([form]) => form.test(period));
      const partSaid = part === undefined || lines.some((line) => part[1].test(line));
      return !partSaid || years.some((year) => !known.includes(year));
    });
    expect(wrong.map((row) => `${row.id} ${row.period}`)).toEqual([]);
  });

  test("a forecast stands in a line that says 预计", () => {
    const wrong = observations.filter(
      (row) => row.status === "FORECAST" && !citations(row).some((one) => lineOf(one).includes("预计")),
    );
    expect(wrong.map((row) => row.id)).toEqual([]);
  });

  test("words listed for a figure stand in their line", () => {
    expect(inWords.filter(({ citation, words }) => !says(citation, words))).toEqual([]);
  });
});

describe("figures are normalised", () => {
  test("amounts are kept in yuan beside the unit stated", () => {
    const factors: Readonly<Record<string, number>> = { 亿元: 1e8, 万元: 1e4 };
    const wrong = observations.filter((row) => {
      const factor = factors[row.unit ?? ""];
      if (factor === undefined) return false;
      const yuan = Number(row.value) * factor;
      return row.normalisedUnit !== "yuan" || Math.abs(Number(row.normalisedValue) - yuan) > 1e-6 * yuan;
    });
    expect(wrong.map((row) => row.id)).toEqual([]);
  });
});
