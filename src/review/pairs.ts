// Pairs of a layer that a person is to look at, and what was decided of them. Knows the layer's files, no screen.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { IndustryGraphError } from "../errors.ts";
import { refuseWhileWritten } from "../load/layer-swap.ts";
import { readMatches } from "../load/merges.ts";
import { formatProblems, newProblems } from "../load/problems.ts";
import {
  decisionsFile,
  decisionsText,
  type MatchLine,
  type PersonsDecision,
  pairKey,
  parseDecisions,
} from "../match/decisions.ts";
import { reviewFrom, sameFrom } from "../match/record.ts";

/** A pair that the matcher found or a person decided, with all that is known of it. */
export interface Pair extends Pick<MatchLine, "id" | "name" | "other" | "otherName"> {
  /** What the matcher found; absent for a pair that only a person named. */
  readonly found?: Pick<MatchLine, "source" | "verdict" | "score" | "features">;
  readonly decision?: PersonsDecision;
}

/** What a person answers: `later` takes a decision back, or leaves the pair open. */
export type Answer = "same" | "different" | "later";

/** @throws IndustryGraphError BAD_SEED naming each line that is wrong */
export function readDecisions(layer: string): readonly PersonsDecision[] {
  const file = join(layer, decisionsFile);
  if (!existsSync(file)) return [];
  const { decisions, problems } = parseDecisions(readFileSync(file, "utf8"));
  if (problems.length > 0) {
    const all = newProblems();
    for (const problem of problems) all.add({ file, ...problem });
    throw new IndustryGraphError("BAD_SEED", formatProblems(all));
  }
  return decisions.map(({ line: _line, ...decision }) => decision);
}

const middle = (reviewFrom + sameFrom) / 2;

/** How far from a clear answer: pairs in the middle of what is to be reviewed come first. */
const clarity = ({ found }: Pair): number => (found === undefined ? 1 : Math.abs(found.score - middle));

/** All pairs of a layer: those that wait for a person first, the most doubtful before others. */
export function readPairs(layer: string): Pair[] {
  const decided = new Map(readDecisions(layer).map((one) => [pairKey(one.id, one.other), one]));
  const found = readMatches(layer).map(({ id, name, other, otherName, ...rest }): Pair => {
    const decision = decided.get(pairKey(id, other));
    decided.delete(pairKey(id, other));
    return { id, name, other, otherName, found: rest, ...(decision === undefined ? {} : { decision }) };
  });
  const named = [...decided.values()].map(
    (decision): Pair => ({
      id: decision.id,
      name: decision.name,
      other: decision.other,
      otherName: decision.otherName,
      decision,
    }),
  );
  const rank = (pair: Pair): number => (isOpen(pair) ? 0 : 1);
  return [...found, ...named].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      clarity(one) - clarity(other) ||
      (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
}

/** Whether a pair waits for a person. */
export const isOpen = ({ found, decision }: Pair): boolean =>
  decision === undefined && found?.verdict === "REVIEW";

/** Who decides, and why. */
export interface Deciding {
  readonly by: string;
  readonly why: string;
  /** The day. */
  readonly at: string;
}

/**
 * Writes an answer into decisions.csv, as a whole or not at all. The same answer again changes nothing; `later` takes
 * a decision back.
 * @throws IndustryGraphError BAD_SETTING where the file cannot be written, STORE_LOCKED while an import writes the layer
 */
export function decide(layer: string, pair: Pair, answer: Answer, { by, why, at }: Deciding): void {
  // An import puts another folder in the layer's place: what is written into the one before would be lost.
  refuseWhileWritten(layer);
  const key = pairKey(pair.id, pair.other);
  const before = readDecisions(layer);
  const held = before.find((one) => pairKey(one.id, one.other) === key);
  if ((held?.is ?? "later") === answer) return;
  const { id, name, other, otherName } = pair;
  const others = before.filter((one) => one !== held);
  const decisions =
    answer === "later" ? others : [...others, { id, name, other, otherName, is: answer, by, at, why }];
  const file = join(layer, decisionsFile);
  const beside = join(layer, `.${decisionsFile}.${process.pid}`);
  try {
    writeFileSync(beside, decisionsText(decisions), { flush: true });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    throw new IndustryGraphError(
      "BAD_SETTING",
      `${file} cannot be written (${code ?? message}): the decision was not kept.`,
      {},
      { cause: error },
    );
  }
}
