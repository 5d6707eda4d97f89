// Asks the same of several entities in one statement, where requests of one shape come faster than the engine answers
// them: what a statement costs beside its work (a transaction, messages, a promise) is then paid once for all of them.
// As with group commit, nothing waits for company: a request waits only while others of its shape are under way, and
// not long.
import { withDeadline } from "../store/deadline.ts";
import type { GraphStore, Parameters, ReadOptions, Row } from "../store/port.ts";
import type { Compiled, Together } from "./plan.ts";

/** Most entities in one statement: they are answered one after another. */
const most = 8;

/**
 * Milliseconds of an answer up to which asking together saves more than it costs: a statement's own price is a
 * fraction of a millisecond, while an answer that takes long is better worked out beside others than after them.
 */
const cheap = 0.35;

/** Milliseconds after which those that wait are asked for whatever is still under way: it may be about a hub. */
const patience = 5;

/** How much the newest observation of a shape's pace counts. */
const newest = 0.2;

interface Waiting {
  readonly parameters: Parameters;
  readonly options: ReadOptions;
  readonly done: (rows: Row[]) => void;
  readonly failed: (error: unknown) => void;
  /** Nobody wants the answer any more. */
  gone: boolean;
  /** Told when that comes to be. */
  onGone?: () => void;
}

/** The requests of one compiled operation. */
interface Lane {
  /** Statements under way, and the entities they are about. */
  statements: number;
  entities: number;
  waiting: Waiting[];
  /** Runs while some are waiting. */
  timer?: NodeJS.Timeout;
  /** Milliseconds an answer takes, with as many under way as there were: of the time, each has a share. */
  pace: number;
}

/** Whether two requests differ in nothing but the entity they are about. */
function alike({ parameter }: Together, one: Parameters, other: Parameters): boolean {
  for (const name in one) {
    const [first, second] = [one[name], other[name]];
    if (name === parameter || first === second) continue;
    if (JSON.stringify(first) !== JSON.stringify(second)) return false;
  }
  return true;
}

/** Creates what reads the statement of a compiled operation, perhaps together with others of the same. */
export function createGather(store: GraphStore) {
  const lanes = new WeakMap<Compiled, Lane>();

  async function timed(lane: Lane, entities: number, read: () => Promise<Row[]>): Promise<Row[]> {
    lane.statements += 1;
    lane.entities += entities;
    const [share, started] = [lane.entities, performance.now()];
    try {
      const rows = await read();
      lane.pace += newest * ((performance.now() - started) / share - lane.pace);
      return rows;
    } finally {
      lane.statements -= 1;
      lane.entities -= entities;
    }
  }

  async function alone(
    lane: Lane,
    compiled: Compiled,
    parameters: Parameters,
    options: ReadOptions,
  ): Promise<Row[]> {
    try {
      return await timed(lane, 1, () => store.read(compiled.statement, parameters, options));
    } finally {
      pump(lane, compiled);
    }
  }

  /** Asks for all of them; what nobody wants any more is cancelled. */
  async function asked(
    lane: Lane,
    compiled: Compiled,
    together: Together,
    group: readonly Waiting[],
  ): Promise<void> {
    const stop = new AbortController();
    for (const one of group) {
      one.onGone = () => {
        if (group.every(({ gone }) => gone)) stop.abort();
      };
    }
    const id = ({ parameters }: Waiting): string => String(parameters[together.parameter]);
    const parameters = { ...group[0]?.parameters, [together.list]: [...new Set(group.map(id))] };
    try {
      const rows = await timed(lane, group.length, () =>
        store.read(together.statement, parameters, { signal: stop.signal }),
      );
      const found = new Map(rows.map((row) => [row[together.column], row]));
      for (const one of group) one.done([found.get(id(one)) ?? {}]);
    } catch {
      // One that cannot be answered must not take the others with it, and each is to have its own error.
      for (const one of group) {
        if (!one.gone) alone(lane, compiled, one.parameters, one.options).then(one.done, one.failed);
      }
    } finally {
      pump(lane, compiled);
    }
  }

  /** Starts what has waited, where a statement has come back, enough have gathered, or it has waited long enough. */
  function pump(lane: Lane, compiled: Compiled, overdue = false): void {
    const { together } = compiled;
    if (together === undefined || lane.waiting.length === 0) return;
    clearTimeout(lane.timer);
    lane.timer = undefined;
    lane.waiting = lane.waiting.filter((one) => !one.gone);
    const due = (): boolean =>
      lane.waiting.length >= most ||
      (lane.waiting.length > 0 && (overdue || lane.statements < store.readers));
    while (due()) {
      const [first] = lane.waiting as [Waiting];
      const group: Waiting[] = [];
      const left: Waiting[] = [];
      for (const one of lane.waiting) {
        const fits = group.length < most && alike(together, first.parameters, one.parameters);
        (fits ? group : left).push(one);
      }
      lane.waiting = left;
      if (group.length > 1) void asked(lane, compiled, together, group);
      else alone(lane, compiled, first.parameters, first.options).then(first.done, first.failed);
    }
    if (lane.waiting.length > 0) wait(lane, compiled);
  }

  function wait(lane: Lane, compiled: Compiled): void {
    lane.timer ??= setTimeout(() => pump(lane, compiled, true), patience);
  }

  return (compiled: Compiled, parameters: Parameters, options: ReadOptions): Promise<Row[]> => {
    if (compiled.together === undefined || store.readers === 0)
      return store.read(compiled.statement, parameters, options);
    let lane = lanes.get(compiled);
    if (lane === undefined) {
      lane = { statements: 0, entities: 0, waiting: [], pace: 0 };
      lanes.set(compiled, lane);
    }
    if (lane.statements < store.readers || lane.pace > cheap)
      return alone(lane, compiled, parameters, options);
    const { waiting } = lane;
    let own: Waiting | undefined;
    const answer = new Promise<Row[]>((done, failed) => {
      own = { parameters, options, done, failed, gone: false };
      waiting.push(own);
    });
    if (waiting.length >= most) pump(lane, compiled);
    else wait(lane, compiled);
    return withDeadline(answer, options, () => {
      if (own === undefined) return;
      own.gone = true;
      own.onGone?.();
    });
  };
}
