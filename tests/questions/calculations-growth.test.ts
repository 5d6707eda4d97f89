// Growth, the year before and targets of the five reports, worked out by hand, each with its inputs cited.
import { describe, expect, test } from "vitest";
import { digital, lines, loadedReckoning, wuzhong, xishan } from "../support/reckoning.ts";

const { data, reckon } = loadedReckoning();

describe("growth, the year before, targets", () => {
  test("205.7 with a growth of 35 % was 152.37 hundred million yuan a year before (003:20)", async () => {
    const answer = await reckon(
      `earlier(figure: { subject: "cluster:xishan-new-energy", metric: "sector-output" })`,
    );
    expect(answer).toMatchObject({
      statedValue: 152.37,
      statedUnit: "亿元",
      percent: 35,
      period: "2022-01/2022-09",
      notes: ["FROM_ROUNDED_GROWTH"],
    });
    expect(lines(answer)).toEqual([20]);
  });

  test("115 with a net 26 more were 89, a growth of 29.21 % (000:18)", async () => {
    expect(
      await reckon(
        `earlier(figure: ${digital("digital-enterprise-count")}, netChange: ${digital("digital-enterprise-net-increase")})`,
      ),
    ).toMatchObject({ value: 89, statedUnit: "家", percent: 29.21, period: "2021-H1" });
  });

  test("without a stated growth or a net change there is no year before", async () => {
    expect(await reckon(`earlier(figure: ${xishan("srdi-count")})`)).toMatchObject({
      value: null,
      reasons: ["NO_STATED_GROWTH"],
    });
  });

  test("investment: 25 % or more is stated, 23.81 % is what 130 over 105 makes: 1.19 points apart (001:1, 7)", async () => {
    expect(
      await reckon(
        `growth(figure: ${wuzhong("industrial-investment", "status: TARGET")}, acrossStatus: true)`,
      ),
    ).toMatchObject({ value: 23.81, statedPercent: 25, points: 1.19, bound: "AT_LEAST", status: "TARGET" });
  });

  test("the figure that states that growth is cited too: 25 % or more (001:7)", async () => {
    const { growth } = await data(
      `{ growth(figure: ${wuzhong("industrial-investment", "status: TARGET")}, acrossStatus: true) { statedPercent inputs { statedBy { value unit bound sources { line } } } } }`,
    );
    expect(growth).toEqual({
      statedPercent: 25,
      inputs: [
        { statedBy: { value: 25, unit: "%", bound: "AT_LEAST", sources: [{ line: 7 }] } },
        { statedBy: null },
      ],
    });
  });

  test("of output 24.7 % is stated and nothing earlier is: what is stated is told beside the reason", async () => {
    expect(await reckon(`growth(figure: ${xishan("srdi-output")})`)).toMatchObject({
      value: null,
      statedPercent: 24.7,
      reasons: ["NO_EARLIER"],
    });
  });

  test.each([
    ["transformation-projects", -240, -37.5, [10, 3]],
    ["cloud-star-new", -25, -20, [10, 3]],
  ])(
    "%s: the target of 2022 is %i from what was done in 2021, %d %%",
    async (metric, change, percent, cited) => {
      const answer = await reckon(`towards(target: ${wuzhong(metric, "status: TARGET")})`);
      expect(answer).toMatchObject({ value: change, percent, years: 1, perYear: change, status: "TARGET" });
      expect(lines(answer)).toEqual(cited);
    },
  );

  test("600 at least against the 500 estimated of information technology: 100, 20 %, of an estimate (001:1, 8)", async () => {
    expect(
      await reckon(
        `towards(target: { subject: "cluster:wuzhong-it", metric: "industry-scale", status: TARGET })`,
      ),
    ).toMatchObject({
      statedValue: 100,
      percent: 20,
      bound: "AT_LEAST",
      notes: ["ACTUAL_IS_FORECAST"],
    });
  });

  test("2300 at least against the 2160 estimated: 140, 140 / 2160 = 6.481 %; the conflict about the 8 % named beside them says nothing against it (001:1, 7)", async () => {
    expect(await reckon(`towards(target: ${wuzhong("industrial-output", "status: TARGET")})`)).toMatchObject({
      statedValue: 140,
      percent: 6.481,
      bound: "AT_LEAST",
      reasons: [],
      notes: ["ACTUAL_IS_FORECAST"],
    });
  });

  test("a share aimed at moves in points: 40 − 37.5 = 2.5 (001:1, 7)", async () => {
    expect(await reckon(`towards(target: ${wuzhong("strategic-share", "status: TARGET")})`)).toMatchObject({
      value: 2.5,
      unit: "percentage point",
      percent: null,
    });
  });
});
