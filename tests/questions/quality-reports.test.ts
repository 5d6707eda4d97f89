// Findings about the quality of what the five reports say: answers worked out by hand.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { type Findings, fields, rows } from "../support/findings.ts";

describe("the five reports", () => {
  const { data } = loadedEngines("seed");
  async function found(field: string): Promise<Findings> {
    return (await data<{ dataQuality: { one: Findings } }>(`{ dataQuality { one: ${field} ${fields} } }`))
      .dataQuality.one;
  }
  const ids = (one: Findings): string[] => one.edges.map((edge) => edge.node.id);

  test("no enterprise stands alone, and none is there twice", async () => {
    expect(ids(await found("orphans(kinds: [ENTERPRISE])"))).toEqual([]);
    expect(ids(await found("duplicates(kinds: [ENTERPRISE])"))).toEqual([]);
  });

  test("customers of whom no site is told are in no region: SF, J&T, China Post and JD", async () => {
    expect(ids(await found("enterprisesWithoutRegion(first: 100)"))).toEqual(
      expect.arrayContaining([
        "enterprise:shunfeng",
        "enterprise:jitu",
        "enterprise:china-post",
        "enterprise:jingdong",
      ]),
    );
  });

  test("Weichuang is in Wuzhong, but in no park", async () => {
    expect(ids(await found("enterprisesWithoutPark(first: 100)"))).toContain("enterprise:weichuang");
    expect(ids(await found("enterprisesWithoutRegion(first: 100)"))).not.toContain("enterprise:weichuang");
  });

  test("the yearly output of Zhongke Weizhi, 2 billion yuan, has no year", async () => {
    const undated = await found("undatedFigures(first: 100)");
    expect(undated.edges).toContainEqual({
      detail: "no period",
      node: { id: "observation:zhongke-weizhi-enterprise-output-undated", sources: [{ line: 14 }] },
      related: [{ id: "enterprise:zhongke-weizhi" }],
    });
  });

  test("Wuzhong's industrial output has been told last for 2022: old from 2025 on", async () => {
    const stale = (date: string) => found(`staleFigures(asOf: "${date}", first: 200)`);
    const row = [
      "region:wuzhong",
      "industrial-output: nothing newer than 2022-12-31",
      "metric:industrial-output",
    ];
    expect(rows(await stale("2025-01"))).toContainEqual(row);
    expect(rows(await stale("2024-12-30"))).not.toContainEqual(row);
  });

  test("eaglets and unicorns have no level, the conflict about the five of ten chains is of a short list", async () => {
    expect(ids(await found("certificationsUnplaced(first: 200)"))).toEqual(
      expect.arrayContaining(["certification:eaglet"]),
    );
    const { dataQuality } = await data<{
      dataQuality: { conflicts: { conflictType: string; total: number; conflicts: { id: string }[] }[] };
    }>(`{ dataQuality { conflicts(limit: 100) { conflictType total conflicts { id } } } }`);
    for (const one of dataQuality.conflicts) expect(one.conflicts.length).toBe(one.total);
    expect(
      dataQuality.conflicts.find((one) => one.conflictType === "LIST_SHORTER")?.conflicts,
    ).toContainEqual({ id: "conflict:chains-list" });
  });

  test("50 loans paid out of 33 lines granted is a check that fails, and a conflict says why", async () => {
    const failing = await found("failingChecks(explained: true, first: 50)");
    expect(
      failing.edges.find((edge) => edge.node.id === "check:smart-loans")?.related.map((one) => one.id),
    ).toEqual([
      "observation:wuzhong-smart-loan-credit-lines-2021",
      "observation:wuzhong-smart-loan-loans-made-2021",
    ]);
    expect(ids(await found("failingChecks(explained: false)"))).toEqual([]);
  });

  test("of each sort of facts the four degrees of firmness add up, and more relations are implied than entities", async () => {
    const { dataQuality } = await data<{ dataQuality: { firmness: Record<string, number>[] } }>(
      `{ dataQuality { firmness { total stated implied target forecast } } }`,
    );
    for (const one of dataQuality.firmness)
      expect(Number(one.stated) + Number(one.implied) + Number(one.target) + Number(one.forecast)).toBe(
        one.total,
      );
    const [entities, , relations] = dataQuality.firmness;
    expect(Number(relations?.implied)).toBeGreaterThan(Number(entities?.implied));
  });
});
