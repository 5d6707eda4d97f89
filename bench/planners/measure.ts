// Asks the cases of a question by turns with one client, and tells how long each took and how large its answer was.
import type { Pool } from "undici";
import { median, post, quantile } from "../compare/client.ts";
import type { Fields, Value } from "../compare/work.ts";
import { type Question, type Size, sizeOf } from "./question.ts";

export interface CaseResult {
  readonly question: string;
  readonly name: string;
  /** Milliseconds, ascending; empty where the first answer was an error. */
  readonly times: readonly number[];
  /** Whether the only time is that of warming up, planning included, since there was no time for more. */
  readonly cold: boolean;
  /** Of the largest answer. */
  readonly size: Size;
  /** Bytes of the largest answer. */
  readonly bytes: number;
  /** What was refused or failed. */
  readonly error?: string;
}

export interface Limits {
  /** Samples of each case. */
  readonly rounds: number;
  /** Milliseconds of a question with all its cases, warming up included. */
  readonly budget: number;
}

interface Running {
  readonly name: string;
  readonly bodies: readonly string[];
  readonly times: number[];
  size: Size;
  bytes: number;
  error?: string;
}

interface Answer {
  readonly data?: Value;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Fields }[];
}

async function ask(pool: Pool, url: string, running: Running, body: string): Promise<number> {
  const asked = performance.now();
  try {
    const text = await post(pool, url, body);
    const took = performance.now() - asked;
    const { data, errors } = JSON.parse(text) as Answer;
    const failed = errors?.[0];
    if (failed !== undefined) {
      const seconds = `after ${(took / 1_000).toFixed(1)} s`;
      running.error = `${String(failed.extensions?.code ?? "")}: ${failed.message.slice(0, 160)} ${seconds}`;
      return took;
    }
    const bytes = Buffer.byteLength(text);
    if (bytes > running.bytes) {
      running.bytes = bytes;
      running.size = sizeOf(data ?? null);
    }
    return took;
  } catch (error) {
    running.error = (error as Error).message.slice(0, 200);
  }
  return performance.now() - asked;
}

/**
 * Measures one question: each variable once to warm up, at most half of the time, then rounds in which each case has
 * its turn, until there are enough samples or the time is over.
 */
export async function measureQuestion(
  pool: Pool,
  url: string,
  question: Question,
  limits: Limits,
): Promise<CaseResult[]> {
  const started = performance.now();
  const left = (): number => limits.budget - (performance.now() - started);
  const all: Running[] = question.cases.map(({ name, variables }) => ({
    name,
    bodies: variables.map((own) => JSON.stringify({ query: question.query, variables: own })),
    times: [],
    size: { rows: 0 },
    bytes: 0,
  }));
  const warm = new Map<Running, number>();
  for (const running of all) {
    const before = performance.now();
    // The first body twice: an engine plans a statement when it meets it.
    for (const body of [running.bodies[0] ?? "", ...running.bodies]) {
      warm.set(running, await ask(pool, url, running, body));
      const spent = performance.now() - before;
      if (running.error !== undefined || spent > limits.budget / all.length / 2) break;
    }
  }
  for (let round = 0; round < limits.rounds && (round === 0 || left() > 0); round++)
    for (const running of all) {
      const body = running.bodies[round % running.bodies.length] ?? "";
      // Each has one turn at least, but for those that took the whole time before.
      const enough = Math.max(left(), round === 0 ? limits.budget : 0);
      if (running.error !== undefined || enough < (warm.get(running) ?? 0)) continue;
      const took = await ask(pool, url, running, body);
      if (running.error === undefined) running.times.push(took);
    }
  return all.map((running) => {
    const { name, times, size, bytes, error } = running;
    const cold = times.length === 0 && error === undefined;
    const kept = cold ? [warm.get(running) ?? 0] : times.sort((first, second) => first - second);
    const failed = error === undefined ? {} : { error };
    return { question: question.name, name, times: kept, cold, size, bytes, ...failed };
  });
}

export const p50 = ({ times }: CaseResult): number => median(times);
export const p90 = ({ times }: CaseResult): number => quantile(times, 0.9);
