// Runs the steps of a request: each once those that it needs have run, side by side where none needs another.
import type { FieldNode } from "graphql";
import type { GraphStore, Json, Parameters, ReadOptions, Row } from "../store/port.ts";
import { argumentsOf } from "./arguments.ts";
import type { Keep } from "./keep.ts";
import { readInPieces } from "./pieces.ts";
import {
  type Arguments,
  allOf,
  type Code,
  type CodeStep,
  isOfAsking,
  mainStep,
  RootErrors,
  type Run,
  type StatementStep,
  type Step,
} from "./step.ts";

/** Gives the version of a dataset whose load is finished, else undefined: then nothing is kept. */
export type Version = (options: ReadOptions) => Promise<string | undefined>;

export interface RunnerOptions {
  readonly store: GraphStore;
  /** The steps in code by name. */
  readonly codes: Readonly<Record<string, Code>>;
  readonly keep: Keep;
  readonly version: Version;
}

/** What a step did, told to those who want it explained. */
export interface StepRun {
  readonly id: string;
  readonly needs: readonly string[];
  /** A statement with its parameters, to run as it stands; or the name of what ran in code. */
  readonly statement?: string;
  readonly parameters?: Parameters;
  readonly code?: string;
  readonly rows: number;
  readonly milliseconds: number;
}

/**
 * Told of a step once it is over, and when it began, of `performance.now()`.
 * @param error why it failed, where it did
 */
export type OnStep = (step: StepRun, started: number, error?: unknown) => void;

/** How a request is run: for whom it is read, and who is told of each step. */
export interface RunRequest {
  /** Parameters that arguments give. */
  readonly parameters: Parameters;
  /** Coerced variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Arguments in which ids stand for names, by the field's node. */
  readonly replaced?: ReadonlyMap<FieldNode, Arguments>;
  readonly read: ReadOptions;
  readonly told?: StepRun[];
  readonly onStep?: OnStep;
  /** Weighs the request's own statement by all its parameters, before it is asked; throws where it is too much. */
  readonly weigh?: (parameters: Parameters) => Promise<void> | undefined;
}

/** Gathers the ids under a key, however deep they lie. */
function idsUnder(mark: string, value: Json, found: Set<string>): Set<string> {
  if (value === null || typeof value !== "object") return found;
  if (Array.isArray(value)) {
    for (const item of value) idsUnder(mark, item, found);
    return found;
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === mark && typeof item === "string") found.add(item);
    else idsUnder(mark, item, found);
  }
  return found;
}

/**
 * Creates what runs steps over a store.
 * @throws RootErrors where steps in code cannot be asked what their root fields ask; else IndustryGraphError as the
 *   store and the codes do
 */
export function createRunner({ store, codes, keep, version }: RunnerOptions) {
  return async (steps: readonly Step[], request: RunRequest): Promise<Run> => {
    const { variables, replaced, read, told, onStep } = request;
    const parameters: Record<string, Json> = { ...request.parameters };
    const rows = new Map<string, readonly Row[]>();
    const byParent = new Map<string, ReadonlyMap<string, Row>>();
    let answering: Promise<string | undefined> | undefined;
    // Which data answer is asked once for all steps of a request.
    const versionNow = (): Promise<string | undefined> => {
      answering ??= version(read);
      return answering;
    };

    async function findRows(step: StatementStep, bound: Parameters): Promise<readonly Row[]> {
      const { statement, batch, pieces } = step;
      if (step.keep === true) return keep(await versionNow(), statement, bound, read);
      // Who wants a statement explained has it asked as it is told.
      if (told) return store.read(statement, bound, read);
      if (pieces !== undefined && read.turn?.heavy === true)
        // Which data answer is no heavy read, and waits for no turn.
        return readInPieces(store, pieces, bound, read, () => version({ ...read, turn: undefined }));
      return store.read(statement, bound, batch === undefined ? read : { ...read, batch });
    }

    async function runStatement(step: StatementStep): Promise<void> {
      const { statement } = step;
      const bound = Object.fromEntries(step.parameters.map((name) => [name, parameters[name] ?? null]));
      if (step.id === mainStep) await request.weigh?.(parameters);
      const started = performance.now();
      const found = await findRows(step, bound);
      rows.set(step.id, found);
      if (step.perParent === true)
        byParent.set(step.id, new Map(found.map((row) => [String(row.parent), row.value as Row])));
      tell(step, { statement, parameters: bound, rows: found.length }, started);
    }

    async function runCode(step: CodeStep): Promise<void> {
      const parents =
        step.parents === undefined
          ? []
          : [...idsUnder(step.parents.mark, [...(rows.get(step.parents.step) ?? [])], new Set())];
      if (step.parents !== undefined && parents.length === 0) return;
      const code = codes[step.code];
      if (code === undefined) throw new Error(`there is no step in code of the name ${step.code}`);
      const args = replaced?.get(step.node) ?? argumentsOf(step.field, step.node, variables);
      const keysIn = (name: string | undefined): Json[] | undefined =>
        name === undefined ? undefined : (parameters[name] as Json[] | undefined);
      const [after, before] = [keysIn(step.after), keysIn(step.before)];
      const started = performance.now();
      const found = await code({ parents, args, after, before, read, version: versionNow });
      parameters[step.id] = found;
      tell(step, { code: step.code, rows: found.length }, started);
    }

    function tell(step: Step, about: Omit<StepRun, "id" | "needs" | "milliseconds">, started: number): void {
      if (told === undefined && onStep === undefined) return;
      const milliseconds = Math.round((performance.now() - started) * 100) / 100;
      const run = { id: step.id, needs: step.needs, ...about, milliseconds };
      told?.push(run);
      onStep?.(run, started);
    }

    /** Whether what a step needs is there: about no parents, nothing is asked. */
    const isDue = (step: Step): boolean => step.needs.every((id) => rows.has(id) || id in parameters);
    const runStep = async (step: Step): Promise<void> => {
      if (!isDue(step)) return;
      const started = performance.now();
      try {
        await (step.kind === "statement" ? runStatement(step) : runCode(step));
      } catch (error) {
        const { id, needs } = step;
        const what = step.kind === "statement" ? { statement: step.statement } : { code: step.code };
        onStep?.({ id, needs, ...what, rows: 0, milliseconds: performance.now() - started }, started, error);
        throw step.kind === "code" && isOfAsking(error)
          ? new RootErrors(new Map([[step.root, error]]))
          : error;
      }
    };

    const [only] = steps;
    if (only !== undefined && steps.length === 1) await runStep(only);
    else {
      const running = new Map<string, Promise<unknown>>();
      for (const step of steps) {
        const needed = Promise.all(step.needs.map((id) => running.get(id)));
        running.set(
          step.id,
          needed.then(() => runStep(step)),
        );
      }
      await allOf(running.values());
    }
    return { parameters, rows, byParent };
  };
}
