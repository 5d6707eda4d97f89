// Cases beside measures: what an enterprise's facts are expected to come to, tried by the question that answers.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseCases } from "../../src/load/cases/read.ts";
import { runCases } from "../../src/load/cases/run.ts";
import { checkFolder } from "../../src/load/check.ts";
import { openLayers } from "../../src/load/layers.ts";
import { openScratch } from "../../src/store/open.ts";
import { industryGraph } from "../support/command.ts";
import { writeFolder } from "../support/folder.ts";

const cited = { sources: "d:1" };
const row = (id: string, more = {}) => ({ id, name: `名称${id.split(":")[1]}`, ...cited, ...more });

/** A measure for large enterprises of one district. */
const world = (cases: string): string =>
  writeFolder({
    entities: {
      Document: [{ id: "document:d", name: "文件", stem: "d", lines: 9 }],
      Region: [
        row("region:east", { regionLevel: "DISTRICT" }),
        row("region:west", { regionLevel: "DISTRICT" }),
      ],
      Metric: [row("metric:revenue", { normalUnit: "yuan" })],
      Enterprise: [row("enterprise:known", { capital: "2000万元" })],
      Policy: [row("policy:p")],
      Measure: [
        row("measure:grant", { amount: "50万元", amountKind: "CEILING" }),
        row("measure:more", { amount: "80万元", amountKind: "" }),
      ],
      Condition: [
        row("condition:east", { predicate: "IN_REGION" }),
        row("condition:capital", { predicate: "CAPITAL", atLeast: 10_000_000, unit: "yuan" }),
        row("condition:revenue", {
          predicate: "FIGURE",
          metric: "revenue",
          atLeast: 100_000_000,
          unit: "yuan",
        }),
      ],
    },
    relations: {
      EXCLUDES: [{ from: "measure:more", to: "measure:grant", ...cited }],
      OFFERS: [{ from: "policy:p", to: "measure:grant", opens: "2023-03", closes: "2023-04", ...cited }],
      TESTS: [{ from: "condition:east", to: "region:east", ...cited }],
      HAS_CONDITION: ["east", "capital", "revenue"].map((name) => ({
        from: "measure:grant",
        to: `condition:${name}`,
        ...cited,
      })),
      // By name, as a person would write it.
      LOCATED_IN: [{ from: "名称known", to: "名称east", ...cited }],
    },
    observations: [
      {
        id: "observation:known",
        subject: "名称known",
        metric: "revenue",
        value: 2,
        unit: "亿元",
        period: 2022,
        ...cited,
      },
    ],
    files: { "cases/grant.yaml": cases },
  });

async function tried(folders: readonly string[]) {
  const work = writeFolder({});
  const layered = await openLayers(folders.join(","), join(work, "layers"));
  const checked = await checkFolder(layered.folder);
  expect(checked.problems.list).toEqual([]);
  return runCases(folders, checked, openScratch, work);
}

const good = `
measure: 名称grant
cases:
  - case: 达到全部条件
    asOf: 2023-12-31
    enterprise:
      places: region:east
      capital: 1000万元
      figures:
        - { metric: revenue, value: 0.9, unit: 亿元, period: 2021 }
        - { metric: revenue, value: 1.2, unit: 亿元, period: 2022 }
    expect:
      status: ELIGIBLE
      met: [condition:east, condition:capital, condition:revenue]
      amount: 500000
  - case: 当时只有上一年的数据
    asOf: 2022-06-30
    enterprise:
      places: 名称east
      capital: 999万元
      figures:
        - { metric: revenue, value: 0.9, unit: 亿元, period: 2021 }
        - { metric: revenue, value: 1.2, unit: 亿元, period: 2022 }
    expect: { status: NEARLY, met: 名称east, unmet: [condition:capital, condition:revenue], amount: 0 }
  - case: 已知企业
    asOf: 2023
    enterprise: 名称known
    expect: { status: ELIGIBLE, amount: 50万元, window: CLOSED, better: [] }
`;

describe("cases beside measures", () => {
  test("come out as the facts, the day and the conditions say", async () => {
    const { outcomes, problems } = await tried([world(good)]);
    expect(problems).toEqual([]);
    expect(outcomes.map(({ case: name, differences }) => [name, differences])).toEqual([
      ["达到全部条件", []],
      ["当时只有上一年的数据", []],
      ["已知企业", []],
    ]);
  });

  test("each difference is told with what was expected and what came out", async () => {
    const { outcomes } = await tried([
      world(`
measure: measure:grant
cases:
  - case: 都写错了
    asOf: 2023-03-31
    enterprise: { places: region:west, capital: 5000000 }
    expect:
      status: ELIGIBLE
      met: [condition:east]
      unmet: [condition:revenue, condition:capitl]
      unknown: condition:capital
      amount: 60万元
      window: CLOSED
      better: []
`),
    ]);
    const [outcome] = outcomes;
    expect(outcome).toMatchObject({ line: 4, case: "都写错了", measure: "measure:grant" });
    expect(outcome?.differences.map(({ of, expected, got }) => [of, expected, got])).toEqual([
      ["status", "ELIGIBLE", "INELIGIBLE"],
      ["condition:east", "MET", "UNMET"],
      ["condition:revenue", "UNMET", "UNKNOWN"],
      [
        "condition:capitl",
        "UNMET",
        "no condition of the measure on that day: did you mean condition:capital?",
      ],
      ["condition:capital", "UNKNOWN", "UNMET"],
      ["amount", "60万元", "500000"],
      ["window", "CLOSED", "ACCEPTING"],
      ["better", "none", "measure:more"],
    ]);
    expect(outcome?.differences[2]?.why).toBe("最近一期数据：名称revenue");
  });

  test("of one layer are about measures and enterprises of the layers below", async () => {
    const below = world("cases: [{case: x, measure: measure:grant, asOf: 2023, enterprise: {}, expect: {}}]");
    const above = writeFolder({
      entities: { Document: [{ id: "document:e", name: "本局台账", stem: "e", lines: 9 }] },
      files: { "cases/own.yml": good },
    });
    const { outcomes, problems } = await tried([below, above]);
    expect(problems).toEqual([]);
    expect(outcomes.map(({ differences }) => differences.length)).toEqual([0, 0, 0, 0]);
  });

  test.each([
    ["cases: [", 1, /is no YAML/],
    [
      "measure: measure:grant\ncases:\n  - case: a\n    asOf: 2023-13\n    enterprise: {}\n    expect: {}\n",
      4,
      /is no date/,
    ],
    ["measure: measure:grant\ncases:\n  - case: a\n    enterprise: {}\n    expect: {}\n", 3, /is missing/],
    ["cases:\n  - case: a\n    asOf: 2023\n    enterprise: {}\n    expect: {}\n", 2, /name the measure here/],
    [
      "measure: measure:grant\ncases:\n  - case: a\n    asOf: 2023\n    enterprise: {}\n    expect:\n      meet: x\n",
      7,
      /has no field meet/,
    ],
  ])("what is wrong with a file is told at its line: %j", (text, line, message) => {
    const { cases, problems } = parseCases("grant.yaml", text);
    expect(cases).toEqual([]);
    expect(problems).toMatchObject([{ file: "grant.yaml", line, message: expect.stringMatching(message) }]);
  });

  test.each([
    ["enterprise: enterprise:nobody\n", 5, "enterprise", /enterprise:nobody is no enterprise of the data/],
    ["enterprise: { capitall: 5 }\n", 5, "capitall", /is no column of Enterprise/],
    ["enterprise: { capital: 很多 }\n", 5, "capital", /./],
    ["enterprise:\n      places: region:nowhere\n", 6, "to", /region:nowhere/],
    [
      "enterprise:\n      certifications:\n        - { to: region:east, yeer: 2021 }\n",
      7,
      "yeer",
      /is no column of CERTIFIED_AS/,
    ],
  ])("so is what facts cannot be: %j", async (facts, line, column, message) => {
    const { outcomes, problems } = await tried([
      world(`measure: measure:grant\ncases:\n  - case: a\n    asOf: 2023\n    ${facts}    expect: {}\n`),
    ]);
    expect(outcomes).toEqual([]);
    expect(problems[0]).toMatchObject({ line, column, message: expect.stringMatching(message) });
    expect(problems[0]?.file).toContain("grant.yaml");
  });

  test("are tried by check, which ends with 1 where one differs", async () => {
    const run = async (folder: string, ...more: string[]) => {
      const command = industryGraph(["check", folder, ...more], {});
      const { code } = await command.ended;
      return { code, out: command.stdout() };
    };
    const folder = world(good);
    expect(await run(folder)).toMatchObject({
      code: 0,
      out: expect.stringContaining("Cases: 3 of 3 came out as expected."),
    });
    writeFileSync(join(folder, "cases/grant.yaml"), good.replace("amount: 500000", "amount: 400000"));
    const differs = await run(folder);
    expect(differs.code).toBe(1);
    expect(differs.out).toMatch(
      /grant\.yaml:4 达到全部条件 \(measure:grant, 2023-12-31\)\n {2}amount: expected 400000, got 500000\nCases: 2 of 3 came out as expected, 1 did not\./,
    );
    const json = JSON.parse((await run(folder, "--json")).out) as { cases: { outcomes: unknown[] } };
    expect(json.cases.outcomes).toHaveLength(3);
  });

  test("of the reports come out as they expect", async () => {
    const { outcomes, problems } = await tried([fileURLToPath(new URL("../../seed", import.meta.url))]);
    expect(problems).toEqual([]);
    expect(outcomes.filter(({ differences }) => differences.length > 0)).toEqual([]);
    expect(outcomes.length).toBeGreaterThan(5);
  });
});
