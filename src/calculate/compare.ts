// Whether two operands may be reckoned with together, and if not why: each reason with a sentence that names both.
import type { Fact } from "./fact.ts";
import { termOf } from "./fact.ts";
import type { Operand, Refusal } from "./operand.ts";

/** What is asked of two operands: to be added up, or to be set against each other. */
export interface Rule {
  readonly adding: boolean;
  /** Whether a fact and a target or forecast may meet. */
  readonly acrossStatus: boolean;
  /** Whether the units may differ, as in output per enterprise. */
  readonly acrossUnits?: boolean;
  /** Whether one may be a part of the other, as in a share. */
  readonly partOfWhole?: boolean;
}

/** Units in which quantities do not add up. */
export const isRate = (unit: string): boolean => /^(per cent|percentage point|rank|times)$| per /.test(unit);

const told = ({ fact, stated }: Operand): string =>
  `${stated.value.toString()}${stated.unit}${fact === undefined ? "" : ` (${fact.name})`}`;

const sameSeries = (a: Fact, b: Fact): boolean =>
  a.metric !== null &&
  a.metric === b.metric &&
  a.subject === b.subject &&
  termOf(a, "COUNTED") === termOf(b, "COUNTED");

const sameDays = (a: Fact, b: Fact): boolean => a.start === b.start && a.end === b.end;

const overlap = (a: Fact, b: Fact): boolean =>
  (a.start ?? "") <= (b.end ?? "") && (b.start ?? "") <= (a.end ?? "");

/** The reasons of periods. What a measure pays has none. */
function periods(a: Operand, b: Operand, { adding }: Rule): Refusal[] {
  const [one, other] = [a.fact, b.fact];
  if (one === undefined || other === undefined) return [];
  if (one.kind === "MEASURE" || other.kind === "MEASURE" || one.id === other.id) return [];
  const both = `${told(a)} and ${told(b)}`;
  if (one.start === null || other.start === null)
    return [{ reason: "UNDATED", why: `${both}: the source gives no period for one of them.` }];
  if (!sameSeries(one, other)) {
    if (sameDays(one, other)) return [];
    const also = overlap(one, other) ? [{ reason: "OVERLAP", why: `${both}: their periods overlap.` }] : [];
    return [
      { reason: "PERIOD", why: `${both}: they are of different days, ${one.period} and ${other.period}.` },
      ...also,
    ];
  }
  if (overlap(one, other) && (adding || !sameDays(one, other)))
    return [{ reason: "OVERLAP", why: `${both}: their periods overlap, ${one.period} and ${other.period}.` }];
  const lengths = [termOf(one, "PERIOD_LENGTH"), termOf(other, "PERIOD_LENGTH")];
  return adding || lengths[0] === lengths[1]
    ? []
    : [{ reason: "PERIOD_LENGTH", why: `${both}: their periods are of different lengths.` }];
}

/** Whether one is counted in the other: by what is said of the figures, or since its subject lies in the other's. */
function isPart(a: Fact, b: Fact): boolean {
  if (a.wholes.includes(b.id)) return true;
  return (
    a.metric !== null &&
    a.metric === b.metric &&
    b.subject !== null &&
    a.areas.includes(b.subject) &&
    overlap(a, b)
  );
}

/** Why two operands cannot be reckoned with together; empty where they can. */
export function reasonsAgainst(a: Operand, b: Operand, rule: Rule): Refusal[] {
  const found: Refusal[] = [];
  const both = `${told(a)} and ${told(b)}`;
  const say = (reason: string, why: string): void => {
    found.push({ reason, why: `${both}: ${why}` });
  };
  if (a.unit !== b.unit && rule.acrossUnits !== true)
    say("UNIT", `their units differ, ${a.unit} and ${b.unit}.`);
  if (rule.adding && isRate(a.unit))
    say("NOT_ADDITIVE", `shares, rates and ranks (${a.unit}) do not add up.`);
  const [one, other] = [a.fact, b.fact];
  if (one !== undefined && other !== undefined) {
    if (rule.adding && one.id === other.id && one.kind === "OBSERVATION")
      say("SAME_FIGURE", "it is one figure, asked for twice.");
    else if (rule.partOfWhole !== true && rule.adding && (isPart(one, other) || isPart(other, one)))
      say("PART_AND_WHOLE", "one is a part of the other.");
    if (rule.acrossUnits !== true && termOf(one, "SCOPE") !== termOf(other, "SCOPE"))
      say("SCOPE", "one counts things (家), the other occasions (家次).");
    if (!rule.acrossStatus && one.kind === other.kind && one.firmness !== other.firmness)
      say("STATUS", `one is a ${one.firmness}, the other a ${other.firmness}: ask with acrossStatus.`);
    if (one.conflicts.includes(other.id)) say("CONFLICT", "a conflict says that they do not compare.");
  }
  return [...found, ...periods(a, b, rule)];
}
