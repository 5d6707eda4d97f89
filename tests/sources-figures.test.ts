// Every figure of the sources is in the seed, or listed with the reason; every figure of the seed is in the sources.
import { describe, expect, test } from "vitest";
import { figuresOf, inWords, numeral, openFigures } from "./support/figures.ts";
import { citations, lineOf, linesOf, observations, rows, says, sourcesHere } from "./support/reading.ts";

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

describe.runIf(sourcesHere)("the figures of the sources and those of the seed are the same", () => {
  test("every digit group and every counting numeral of every line is a fact, a date, part of a name, or listed", () => {
    const open = rows("entities/Document.csv").flatMap((row) =>
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

  test("a bound is stated where the line bounds the figure, and only there", () => {
    const marks: Readonly<Record<string, RegExp>> = {
      AT_LEAST: /超|以上|余|多|突破|百亿级|五六十|翻|2-3/u,
      AT_MOST: /最多|最高|前|五六十|2-3/u,
      ABOUT: /近|约|左右/u,
    };
    const wrong = observations.filter((row) => {
      const mark = marks[row.bound ?? ""];
      return (
        row.bound !== "" && (mark === undefined || !citations(row).some((one) => mark.test(lineOf(one))))
      );
    });
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
