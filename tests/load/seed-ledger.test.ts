// The ledger of the seed data: what adds up, what contradicts itself, and that each failing check is explained.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/load/check.ts";
import { openLines } from "../../src/load/coverage.ts";
import { loadedEngines } from "../support/answers.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));
const { data } = loadedEngines(seed);

describe("the seed data", () => {
  test("75 municipal and 80 provincial benchmarks make the 155 stated", async () => {
    const { checks } = await data<{
      checks: { nodes: { figures: { edges: { checkRole: string; node: { value: number } }[] } }[] };
    }>(
      "{ checks(filter: { outcome: HOLDS, checkType: SUM }, first: 100) { nodes { figures { edges { checkRole node { value } } } } } }",
    );
    const sums = checks.nodes.map(({ figures }) =>
      figures.edges.map(({ checkRole, node }) => `${checkRole} ${node.value}`).sort(),
    );
    expect(sums).toContainEqual(["PART 75", "PART 80", "WHOLE 155"]);
  });

  test("50 loans of 33 credit lines fail, cited, and a conflict explains why", async () => {
    const { checks } = await data<{
      checks: { nodes: unknown[] };
    }>(`{ checks(filter: { outcome: FAILS }) { nodes {
      expected actual difference figures { nodes { unit sources { line document { stem } } } }
      explanations { nodes { conflictType sources { line } } }
    } } }`);
    const source = { line: 3, document: { stem: "001_6c5c9b800a4b9530" } };
    expect(checks.nodes).toContainEqual({
      expected: 33,
      actual: 50,
      difference: 17,
      figures: {
        nodes: [
          { unit: "笔", sources: [source] },
          { unit: "笔", sources: [source] },
        ],
      },
      explanations: { nodes: [{ conflictType: "PART_EXCEEDS_WHOLE", sources: [{ line: 3 }] }] },
    });
  });

  test("no check fails without a conflict that explains it", async () => {
    expect(await data("{ checks(filter: { outcome: FAILS, explained: false }) { nodes { id } } }")).toEqual({
      checks: { nodes: [] },
    });
  });

  test("every check says why in Chinese, without a word of English", async () => {
    const { checks } = await data<{ checks: { nodes: { id: string; reason: string }[] } }>(
      "{ checks(first: 1000) { nodes { id reason(lang: ZH) } } }",
    );
    expect(checks.nodes.length).toBeGreaterThan(0);
    expect(checks.nodes.filter(({ reason }) => /[a-z]{2}/i.test(reason) || !reason.endsWith("。"))).toEqual(
      [],
    );
  });

  test("no line of a source is open", async () => {
    const { problems, coverage } = await checkFolder(seed);
    expect(problems.list).toEqual([]);
    expect(
      coverage.flatMap((document) => openLines(document).map((line) => `${document.stem}:${line}`)),
    ).toEqual([]);
  });

  test("every figure has a normalised value", async () => {
    const { observations } = await data<{
      observations: { totalCount: number; nodes: { id: string; normalisedValue: number | null }[] };
    }>("{ observations(first: 1000) { totalCount nodes { id normalisedValue normalisedUnit } } }");
    expect(observations.nodes).toHaveLength(observations.totalCount);
    expect(observations.nodes.filter(({ normalisedValue }) => normalisedValue === null)).toEqual([]);
  });
});
