// Evaluates a check over its figures. Pure: what is checked is declared in the data, nothing is read here.
import { checkRole, checkType as checkTypeNames } from "../../ontology/enumerations.ts";
import type { Figure, Role } from "./figure.ts";
import { countOfList, growth, partOfWhole, ratio, sumOfParts } from "./formulas.ts";
import type { Told } from "./told.ts";
import { undecided, type Verdict } from "./verdict.ts";

export type CheckType = "SUM" | "PART_OF_WHOLE" | "RATIO" | "GROWTH" | "COUNT_OF_LIST";

export interface CheckCase {
  readonly checkType: CheckType;
  /** Relative difference accepted; by default 0.005, and 0 where counts are compared. */
  readonly tolerance?: number;
  readonly figures: readonly Figure[];
  /** How many entities the list names. */
  readonly items: number;
}

/** How many figures of each role a type needs: least and most. */
const casts: Record<CheckType, Partial<Record<Role, readonly [number, number]>>> = {
  SUM: { WHOLE: [1, 1], PART: [1, Number.POSITIVE_INFINITY] },
  PART_OF_WHOLE: { WHOLE: [1, 1], PART: [1, Number.POSITIVE_INFINITY] },
  RATIO: { PART: [1, 1], WHOLE: [1, 1], RESULT: [1, 1] },
  GROWTH: { EARLIER: [1, 1], LATER: [1, 1], RESULT: [0, 1] },
  COUNT_OF_LIST: { WHOLE: [1, 1] },
};

/** What is missing of the cast of a check, or too much; undefined where it is complete. */
function miscast({ checkType, figures, items }: CheckCase): Told | undefined {
  const cast = casts[checkType];
  const type = checkTypeNames.values[checkType][0];
  for (const [role, [least, most]] of Object.entries(cast) as [Role, readonly [number, number]][]) {
    const count = figures.filter((figure) => figure.role === role).length;
    if (count < least)
      return {
        en: `There is no figure as ${role}: a ${checkType} needs ${least === most ? "one" : "some"}.`,
        zh: `没有作为“${checkRole.values[role][0]}”的数据：“${type}”校验${least === most ? "需要一项" : "至少需要一项"}。`,
      };
    if (count > most)
      return {
        en: `There are ${count} figures as ${role}: a ${checkType} takes one.`,
        zh: `有${count}项数据作为“${checkRole.values[role][0]}”：“${type}”校验只用一项。`,
      };
  }
  const stranger = figures.find((figure) => cast[figure.role] === undefined);
  if (stranger !== undefined)
    return {
      en: `${stranger.label} stands as ${stranger.role}, which a ${checkType} does not use.`,
      zh: `${stranger.label}作为“${checkRole.values[stranger.role][0]}”，“${type}”校验不用它。`,
    };
  if (items === 0 || checkType === "COUNT_OF_LIST") return undefined;
  return { en: `A ${checkType} does not use ITEMs.`, zh: `“${type}”校验不用名单中的条目。` };
}

/**
 * Evaluates a check. With bounds, a figure is an interval (超 from it up, 最高 up to it, 近 within 5 per cent); the
 * outcome HOLDS, FAILS or is UNDECIDED as all, none or some of the values allowed fit what is stated. The formulas:
 * SUM: PART + PART + ... = WHOLE. PART_OF_WHOLE: each PART <= WHOLE. RATIO: PART / WHOLE = RESULT.
 * GROWTH: (LATER / EARLIER - 1) x 100 = RESULT. COUNT_OF_LIST: number of ITEMs = WHOLE.
 */
export function evaluate(given: CheckCase): Verdict {
  const missing = miscast(given);
  if (missing !== undefined) return undecided(missing);
  const { checkType, figures, items, tolerance } = given;
  const of = (role: Role): Figure[] => figures.filter((figure) => figure.role === role);
  const [[whole], parts, [result], [earlier], [later]] = [
    of("WHOLE"),
    of("PART"),
    of("RESULT"),
    of("EARLIER"),
    of("LATER"),
  ];
  if (checkType === "GROWTH" && earlier !== undefined && later !== undefined)
    return growth(earlier, later, result, tolerance);
  if (whole === undefined) return undecided({ en: "There is no whole.", zh: "没有整体。" });
  if (checkType === "SUM") return sumOfParts({ parts, whole }, tolerance);
  if (checkType === "PART_OF_WHOLE") return partOfWhole({ parts, whole }, tolerance);
  if (checkType === "RATIO" && parts[0] !== undefined && result !== undefined)
    return ratio(parts[0], whole, result, tolerance);
  return countOfList(whole, items);
}
