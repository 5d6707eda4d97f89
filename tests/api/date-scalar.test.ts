// What is written where a date or a period is taken: read, or refused as it was written, with its place.
import { parseValue, valueFromAST } from "graphql";
import { expect, test } from "vitest";
import { dateScalar, periodScalar } from "../../src/api/date-scalar.ts";

test.each([
  [`"2021年12月"`, "2021-12"],
  ["2021", "2021"],
  [`"截至2021年底"`, "2021-12-31"],
  [`"截止到2023年10月"`, "2023-10"],
])("%s is the date %s", (written, date) => {
  expect(valueFromAST(parseValue(written), dateScalar)).toBe(date);
});

test.each([
  ["{ isNull: false }", dateScalar, /^\{ ?isNull: false ?\} is no date: write 2021/],
  [`"2021-13"`, dateScalar, /^"2021-13" is no date/],
  [`"截至2023年10月"`, periodScalar, /is no period/],
  ["true", periodScalar, /^true is no period/],
])("%s is refused as it is written", (written, scalar, message) => {
  const node = parseValue(written);
  expect(() => scalar.parseLiteral(node)).toThrow(message);
  try {
    scalar.parseLiteral(node);
  } catch (error) {
    expect(error).toMatchObject({ locations: [{ line: 1, column: 1 }] });
  }
});
