// A slip of the hand beside another difference: 先导智能装配股份有限公司 for 无锡先导智能装备有限公司. One name is written as the
// other has it at the one place where they part between the same characters, and compared anew.

import { syllables } from "../text/pinyin.ts";
import { placesAgree } from "../text/places.ts";
import { isOtherName } from "../text/resembles.ts";
import { local } from "./local-places.ts";
import { type NamePart, namePart } from "./name-part.ts";
import { differInNumber } from "./numbered.ts";
import { reviewFrom } from "./record.ts";
import type { NameScore } from "./weights.ts";

/** Fewer characters tell too little of a name for one of them to be wrong. */
const leastCharacters = 4;

/** Names that have more places to be mended at are two. */
const mostWays = 6;

const starts = (text: string): string => `^^${text}$$`;

/** The ways in which one change of a character makes a text agree with another at a place. */
function waysToMend(text: string, by: string): Set<string> {
  const [own, its] = [starts(text), starts(by)];
  const ways = new Set<string>();
  const at = (index: number): string => own[index] ?? "";
  const put = (from: number, to: number, what: string): void => {
    ways.add((own.slice(0, from) + what + own.slice(to)).replace(/^\^+|\$+$/gu, ""));
  };
  /** What the other has between two pieces of text, where it is so many characters. */
  const between = (before: string, after: string, length: number): string | undefined => {
    for (
      let start = its.indexOf(before);
      start !== -1 && start < its.length;
      start = its.indexOf(before, start + 1)
    ) {
      const from = start + before.length;
      if (its.startsWith(after, from + length)) return its.slice(from, from + length);
    }
    return undefined;
  };
  for (let index = 2; index < own.length - 2; index++) {
    // What stands around is the same: a character on either side, or two on the one where the name begins or ends.
    const sides = [
      [at(index - 1), at(index + 1)],
      ["", own.slice(index + 1, index + 3)],
      [own.slice(index - 2, index), ""],
    ] as const;
    for (const [before, after] of sides) {
      if (before === "" ? index !== 2 : after === "" && index !== own.length - 3) continue;
      const one = between(before, after, 1);
      if (one !== undefined && one !== at(index) && !/[$^]/u.test(one)) put(index, index + 1, one);
      if (before !== "" && after !== "" && between(before, after, 0) === "") put(index, index + 1, "");
    }
    const [here, next] = [at(index), at(index + 1)];
    const more = between(here, next, 1);
    if (more !== undefined && more !== here && more !== next && !/[$^]/u.test(more))
      put(index + 1, index + 1, more);
    if (here !== next && next !== "$" && !its.includes(here + next) && its.includes(next + here))
      put(index, index + 2, next + here);
  }
  return ways;
}

const soundsSame = (one: string, other: string): boolean =>
  syllables(one).join(" ") === syllables(other).join(" ");

/** What the likeness that remains once a slip is mended counts less for it. */
const slipCosts = { SOUND: 0.1, SPELLING: 0.15 } as const;

type Compare = (one: NamePart, other: NamePart) => NameScore;

/** A name in normal form without its legal form, and the form. */
function splitForm({ parts: { normal, form } }: NamePart): readonly [body: string, form: string] {
  return normal.endsWith(form) ? [normal.slice(0, normal.length - form.length), form] : [normal, ""];
}

/** The same with the slip in what stands before a legal form that the other has otherwise, or in the form. */
function mendedTexts(one: NamePart, other: NamePart): string[] {
  const [[own, form], [its]] = [splitForm(one), splitForm(other)];
  const within = [...waysToMend(own, its)].map((way) => way + form);
  return [...new Set([...within, ...waysToMend(one.parts.normal, other.parts.normal)])];
}

/** So many characters of the shorter name may not stand in the other. */
const mostForeign = 2;

/** Whether the shorter of two names without their legal forms has nearly all its characters from the other. */
function areNearly(one: NamePart, other: NamePart): boolean {
  const [short, long] = [splitForm(one)[0], splitForm(other)[0]].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
  let foreign = 0;
  for (const character of short ?? "") if (long?.includes(character) !== true) foreign += 1;
  return foreign <= mostForeign;
}

function bestMended(one: NamePart, other: NamePart, compare: Compare): NameScore | undefined {
  const own = one.parts.normal;
  const ways = mendedTexts(one, other);
  if (ways.length > mostWays) return undefined;
  let best: NameScore | undefined;
  for (const way of ways) {
    const mended = namePart(way);
    const slip = soundsSame(own, way) ? "SOUND" : "SPELLING";
    if (slip === "SPELLING" && isOtherName(one.parts, mended.parts)) continue;
    if (differInNumber(own, way) || differInNumber(one.parts.core, mended.parts.core)) continue;
    const found = compare(mended, other);
    const known = found.features.some(({ feature }) => ["NAME", "CORE", "SHORT_NAME"].includes(feature));
    if (found.score < reviewFrom || !known) continue;
    const score = Math.max(
      reviewFrom,
      Math.round((Math.min(0.8, found.score) - slipCosts[slip]) * 100) / 100,
    );
    if (best === undefined || score > best.score)
      best = { score, features: [{ feature: slip, own: one.text, other: other.text, weight: score }] };
  }
  return best;
}

/** What two names say that differ in a slip and in something else; undefined where they do not. */
export function compareMended(one: NamePart, other: NamePart, compare: Compare): NameScore | undefined {
  const { parts: own } = one;
  const { parts: its } = other;
  if (Math.min(own.normal.length, its.normal.length) < leastCharacters || own.branch !== its.branch)
    return undefined;
  const [places, others] = [local(own.places), local(its.places)];
  // A slip in a place leaves none: two that there are, are two, though only a character parts 青州 and 徐州.
  const agree = places.some((a) => others.some((b) => placesAgree(a, b)));
  if (places.length > 0 && others.length > 0 && (!agree || own.normal[0] !== its.normal[0])) return undefined;
  if (!areNearly(one, other)) return undefined;
  const found = [bestMended(one, other, compare), bestMended(other, one, compare)];
  return found.reduce((best, score) => ((score?.score ?? 0) > (best?.score ?? 0) ? score : best), undefined);
}
