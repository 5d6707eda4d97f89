// The whole of which a figure is a share.
import { reasonsAgainst, zero } from "./compare.ts";
import { type Decimal, decimal, rounded } from "./decimal.ts";
import type { Operand } from "./operand.ts";
import { boundOf, type Calculated, calculated, refused } from "./outcome.ts";
import { result, written } from "./words.ts";

const hundred = decimal(100);

/** The whole of which a figure is so many per cent: 33家 at 14.2% of 232家. */
export function wholeOf(figure: Operand, share: Operand, acrossStatus: boolean): Calculated {
  const operands = [figure, share];
  const rule = { adding: false, acrossStatus, acrossUnits: true };
  const against = [...reasonsAgainst(figure, share, rule), ...zero(share)];
  if (against.length > 0) return refused(against, operands);
  const whole = (part: Decimal): number => rounded(part.times(hundred).div(share.value));
  const [value, statedValue] = [whole(figure.value), whole(figure.stated.value)];
  const told = result(value, figure.unit, statedValue, figure.stated.unit);
  return calculated(operands, boundOf([figure], [share]), {
    value,
    unit: figure.unit,
    statedValue,
    statedUnit: figure.stated.unit,
    formula: `${written(figure)} ÷ ${written(share)} = ${told}`,
  });
}
