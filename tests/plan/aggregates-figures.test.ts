// Sums of figures that must not be added are refused, each with its reason; those that may are added.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";
import { relation, s } from "../support/fixture-rows.ts";
import type { CsvRecord } from "../support/folder.ts";

const figure = (
  id: string,
  subject: string,
  metric: string,
  value: number,
  more: CsvRecord = {},
): CsvRecord => ({
  id: `observation:${id}`,
  subject,
  metric,
  value,
  unit: "家",
  period: "2022",
  yearOnYear: "",
  bound: "",
  normalisedValue: "",
  normalisedUnit: "",
  status: "",
  sources: s,
  ...more,
});

/** Each metric is a question of its own. */
const observations: readonly CsvRecord[] = [
  figure("two-east", "region:east", "two", 3),
  figure("two-west", "region:west", "two", 4),
  figure("nested-city", "region:city", "nested", 10),
  figure("nested-east", "region:east", "nested", 3),
  figure("years-city", "region:city", "years", 10, { period: "2021" }),
  figure("years-east", "region:east", "years", 3),
  figure("park-east", "region:east", "parked", 8),
  figure("park-big", "park:big", "parked", 5),
  figure("whole", "region:east", "included", 9),
  figure("part", "park:west", "included", 2),
  figure("again-1", "region:east", "again", 6),
  figure("again-2", "region:east", "again", 7, { sources: "doc-a:2" }),
  figure("scope-1", "region:east", "scoped", 6),
  figure("scope-2", "region:west", "scoped", 7, { unit: "家次" }),
  figure("target-1", "region:east", "aimed", 6),
  figure("target-2", "region:west", "aimed", 7, { status: "TARGET" }),
  figure("half", "region:east", "halves", 6, { period: "2022-H1" }),
  figure("year", "region:west", "halves", 7),
  figure("rate-1", "region:east", "rates", 6, { unit: "%" }),
  figure("rate-2", "region:west", "rates", 7, { unit: "%" }),
  figure("unlike-1", "region:east", "unlike", 6),
  figure("unlike-2", "region:west", "unlike", 7),
  figure("least-1", "region:east", "bounded", 6),
  figure("least-2", "region:west", "bounded", 7, { bound: "AT_LEAST" }),
];

/** Normal units of metrics that count nothing. */
const normal: Readonly<Record<string, string>> = { rates: "per cent" };

const relations = fixture.relations ?? {};
const { data } = loadedEngines({
  ...fixture,
  entities: {
    ...fixture.entities,
    Metric: [
      ...(fixture.entities?.Metric ?? []),
      ...[...new Set(observations.map(({ metric }) => String(metric)))].map((metric) => ({
        id: `metric:${metric}`,
        name: metric,
        nameEn: metric,
        normalUnit: normal[metric] ?? "count",
        sources: s,
      })),
    ],
    Conflict: [
      {
        id: "conflict:unlike",
        name: "口径不同",
        conflictType: "NOT_COMPARABLE",
        reason: "Two ways.",
        sources: s,
      },
    ],
  },
  relations: {
    ...relations,
    INCLUDED_IN: [relation("observation:part", "observation:whole")],
    CONCERNS: [
      relation("conflict:unlike", "observation:unlike-1"),
      relation("conflict:unlike", "observation:unlike-2"),
    ],
  },
  observations: [...(fixture.observations ?? []), ...observations],
});

interface Sum {
  readonly value: number | null;
  readonly reasons: readonly string[];
}

const sumOf = async (filter: string): Promise<Sum> =>
  (
    await data<{ observations: { aggregate: { sum: Sum } } }>(
      `{ observations(filter: {${filter}}) { aggregate { sum(of: VALUE) { value reasons } } } }`,
    )
  ).observations.aggregate.sum;

describe("a sum of figures", () => {
  const cases: readonly [metric: string, value: number | null, reasons: readonly string[]][] = [
    ["two", 7, []],
    ["nested", null, ["PART_AND_WHOLE"]],
    ["years", 13, []],
    ["parked", null, ["PART_AND_WHOLE"]],
    ["included", null, ["PART_AND_WHOLE"]],
    ["again", null, ["SEVERAL"]],
    ["scoped", null, ["SCOPE"]],
    ["aimed", null, ["STATUS"]],
    ["halves", null, ["PERIOD_LENGTH", "OVERLAP"]],
    ["rates", null, ["NOT_ADDITIVE"]],
    ["unlike", null, ["CONFLICT"]],
    ["bounded", null, ["BOUND"]],
  ];
  test.each(cases)("of %s is %s %j", async (metric, value, reasons) => {
    const sum = await sumOf(`metric: "${metric}"`);
    expect(sum.value).toBe(value);
    expect(sum.reasons).toEqual(expect.arrayContaining([...reasons]));
    if (value !== null) expect(sum.reasons).toEqual([]);
  });

  test("is bounded as its figures are, and so is an average, the least, the most and a median", async () => {
    const values = "{ value bound reasons }";
    const all = `average(of: VALUE) ${values} least(of: VALUE) ${values} most(of: VALUE) ${values} percentile(of: VALUE, at: 0.5) ${values}`;
    const of = async (filter: string, asked: string) =>
      (
        await data<{ observations: { aggregate: Record<string, unknown> } }>(
          `{ observations(filter: {${filter}}) { aggregate { ${asked} } } }`,
        )
      ).observations.aggregate;
    const at = (value: number, bound: string) => ({ value, bound, reasons: [] });
    expect(await of('metric: "bounded"', all)).toEqual({
      average: at(6.5, "AT_LEAST"),
      least: at(6, "AT_LEAST"),
      most: at(7, "AT_LEAST"),
      percentile: at(6.5, "AT_LEAST"),
    });
    expect(await of('metric: "two"', `sum(of: VALUE) ${values}`)).toEqual({ sum: at(7, "EXACT") });
    expect(await of('id: "observation:least-2"', `sum(of: VALUE) ${values}`)).toEqual({
      sum: at(7, "AT_LEAST"),
    });
    expect(await of('metric: "scoped"', `sum(of: VALUE) { value bound }`)).toEqual({
      sum: { value: null, bound: null },
    });
  });

  test("of one figure is that figure, whatever it is a part of", async () => {
    for (const { id, metric } of observations) {
      const { reasons } = await sumOf(`metric: "${metric}", id: "${id}"`);
      expect([id, reasons]).toEqual([id, []]);
    }
  });

  test("is judged group by group, and groups that cannot be judged are counted", async () => {
    const { observations: answer } = await data<{
      observations: {
        aggregate: {
          groups: { totalCount: number; undecided: number; nodes: { keys: { name: string }[]; sum: Sum }[] };
        };
      };
    }>(
      `{ observations(filter: {metricIn: ["two", "years", "nested", "again"]}) { aggregate {
        groups(by: [{by: METRIC}], having: {sum: {of: VALUE, moreThan: 7}}) { totalCount undecided nodes { keys { name } sum(of: VALUE) { value reasons } } } } } }`,
    );
    expect(answer.aggregate.groups).toEqual({
      totalCount: 1,
      undecided: 2,
      nodes: [{ keys: [{ name: "years" }], sum: { value: 13, reasons: [] } }],
    });
  });
});
