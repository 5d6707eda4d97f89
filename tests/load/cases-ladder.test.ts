// Cases of tracks: where an enterprise's facts are expected to put it on a ladder of certifications.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCases } from "../../src/load/cases/read.ts";
import { runCases } from "../../src/load/cases/run.ts";
import { checkFolder } from "../../src/load/check.ts";
import { openScratch } from "../../src/store/open.ts";
import { writeFolder } from "../support/folder.ts";

const cited = { sources: "d:1" };
const rung = (id: string, height: number) => ({
  id: `certification:${id}`,
  name: `称号${id}`,
  track: "stars",
  rung: height,
  validYears: 3,
  ...cited,
});

/** Two rungs of a track, the second of which asks for capital. */
const world = (cases: string): string =>
  writeFolder({
    entities: {
      Document: [{ id: "document:d", name: "文件", stem: "d", lines: 9 }],
      Certification: [rung("one", 1), rung("two", 2)],
      Condition: [
        {
          id: "condition:capital",
          name: "注册资本",
          predicate: "CAPITAL",
          atLeast: 10_000_000,
          unit: "yuan",
          ...cited,
        },
      ],
    },
    relations: { HAS_CONDITION: [{ from: "certification:two", to: "condition:capital", ...cited }] },
    files: { "cases/stars.yaml": cases },
  });

async function tried(folder: string) {
  const checked = await checkFolder(folder);
  expect(checked.problems.list).toEqual([]);
  return runCases([folder], checked, openScratch, join(writeFolder({}), "work"));
}

const cases = (expectOne: string): string => `
track: stars
cases:
  - case: 在第一级
    asOf: 2022-06-30
    enterprise:
      capital: 500万元
      certifications: { to: certification:one, year: 2021 }
    expect: ${expectOne}
`;

describe("cases of tracks", () => {
  test("come out as the facts, the day and the conditions say", async () => {
    const { outcomes, problems } = await tried(
      world(cases("{ rung: 称号one, next: certification:two, due: 2024, unmet: condition:capital }")),
    );
    expect(problems).toEqual([]);
    expect(outcomes).toMatchObject([{ case: "在第一级", track: "stars", differences: [] }]);
  });

  test("each difference is told with what was expected and what came out", async () => {
    const { outcomes } = await tried(
      world(
        cases("{ rung: null, next: certification:one, due: 2023, met: [condition:capital, condition:no] }"),
      ),
    );
    expect(outcomes[0]?.differences.map(({ of, expected, got }) => [of, expected, got])).toEqual([
      ["rung", "none", "certification:one"],
      ["next", "certification:one", "certification:two"],
      ["due", "2023", "2024"],
      ["condition:capital", "MET", "UNMET"],
      ["condition:no", "MET", expect.stringContaining("no condition of the next rung on that day")],
    ]);
  });

  test("of a track that is none are told which is near", async () => {
    const { outcomes } = await tried(world(cases("{ rung: null }").replace("track: stars", "track: star")));
    expect(outcomes[0]?.differences).toEqual([
      { of: "track", expected: "star", got: "no track of the data: did you mean stars?" },
    ]);
  });

  test("of an enterprise that holds nothing begin below the ladder", async () => {
    const { outcomes } = await tried(
      world(
        "track: stars\ncases:\n  - { case: a, asOf: 2022, enterprise: {}, expect: { rung: null, due: null } }\n",
      ),
    );
    expect(outcomes[0]?.differences).toEqual([]);
  });

  test.each([
    ["track: stars\nmeasure: measure:m\n", "{}", 4, /stands beside a measure/],
    ["track: stars\n", "{ status: ELIGIBLE }", 3, /is told of a measure, and this case is about a track/],
    ["measure: measure:m\n", "{ rung: null }", 3, /is told of a track, and this case is about a measure/],
  ])("are about the one or the other: %j %s", (head, expected, line, message) => {
    const text = `${head}cases:\n  - { case: a, asOf: 2022, enterprise: {}, expect: ${expected} }\n`;
    const { cases: read, problems } = parseCases("stars.yaml", text);
    expect(read).toEqual([]);
    expect(problems).toMatchObject([{ line, message: expect.stringMatching(message) }]);
  });
});
