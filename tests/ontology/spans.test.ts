// Dates and periods as days: containment and length in one place.
import { describe, expect, test } from "vitest";
import { lengthOf, spanOfDate, spanOfPeriod } from "../../src/ontology/spans.ts";

describe("a date means the days that it does not tell apart", () => {
  test.each([
    ["2021", "2021-01-01", "2021-12-31"],
    ["2021-06", "2021-06-01", "2021-06-30"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2023-02", "2023-02-01", "2023-02-28"],
    ["2021-12-03", "2021-12-03", "2021-12-03"],
  ])("%s", (date, start, end) => expect(spanOfDate(date)).toEqual({ start, end }));
});

describe("a period has a first day, a last day and a length", () => {
  test.each([
    ["2022", "2022-01-01", "2022-12-31", "P12M"],
    ["2022-H1", "2022-01-01", "2022-06-30", "P6M"],
    ["2022-H2", "2022-07-01", "2022-12-31", "P6M"],
    ["2022-Q1", "2022-01-01", "2022-03-31", "P3M"],
    ["2022-Q3", "2022-07-01", "2022-09-30", "P3M"],
    ["2023-10", "2023-10-01", "2023-10-31", "P1M"],
    ["2023-11-10", "2023-11-10", "2023-11-10", "P1D"],
    ["2023-01/2023-10", "2023-01-01", "2023-10-31", "P10M"],
    ["2021/2022", "2021-01-01", "2022-12-31", "P24M"],
    ["2022-01/2022-12", "2022-01-01", "2022-12-31", "P12M"],
    ["2023-02-27/2023-03-02", "2023-02-27", "2023-03-02", "P4D"],
    ["2023-10-01/2023-10-07", "2023-10-01", "2023-10-07", "P7D"],
  ])("%s", (period, start, end, length) => {
    const span = spanOfPeriod(period);
    expect(span).toEqual({ start, end });
    expect(lengthOf(span)).toBe(length);
  });
});
