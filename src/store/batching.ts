// A store that asks the same of several entities in one statement, where requests come faster than the engine answers
// them: what a statement costs beside its work (a transaction, messages, a promise) is then paid once for all of them.
// As with group commit, nothing waits for company: a read waits only while others of its statement are under way, and
// not long. Only reads that say how they are batched are; all others pass.
import { withDeadline } from "./deadline.ts";
import type { Batch, GraphStore, Json, Parameters, ReadOptions, Row } from "./port.ts";

/** Most entities in one statement: they are answered one after another. */
const most = 8;

/**
 * Milliseconds of an answer up to which a batch saves more than it costs: a statement's own price is a fraction of a
 * millisecond, while an answer that takes long is better worked out beside others than after them.
 */
const cheap = 0.35;

/** Milliseconds after which those that wait are asked for whatever is still under way: it may be about a hub. */
const patience = 5;

/** How much the newest observation of a statement's pace counts. */
const newest = 0.2;

/** Statements whose pace is remembered. */
const mostQueues = 500;

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

/** The reads of one statement. */
interface Queue {
  readonly statement: string;
  readonly batch: Batch;
  /** Statements under way, and the entities they are about. */
  statements: number;
  entities: number;
  waiting: Waiting[];
  /** Runs while some are waiting. */
  timer?: NodeJS.Timeout;
  /** Milliseconds an answer takes, with as many under way as there were: of the time, each has a share. */
  pace: number;
}

const idOf = ({ one }: Batch, parameters: Parameters): Json => parameters[one] ?? null;

/** Whether two reads differ in nothing but the entity they are about. */
function alike(batch: Batch, one: Parameters, other: Parameters): boolean {
  for (const name in one) {
    const [first, second] = [one[name], other[name]];
    if (name === batch.one || first === second) continue;
    if (JSON.stringify(first) !== JSON.stringify(second)) return false;
  }
  return true;
}

/** The store with its reads batched; as it is where that saves nothing. */
export function batching(store: GraphStore): GraphStore {
  if (store.readers === 0) return store;
  const queues = new Map<string, Queue>();

  function queueOf(statement: string, batch: Batch): Queue {
    const known = queues.get(statement);
    if (known !== undefined) return known;
    const queue: Queue = { statement, batch, statements: 0, entities: 0, waiting: [], pace: 0 };
    queues.set(statement, queue);
    for (const [oldest, { statements, waiting }] of queues) {
      if (queues.size <= mostQueues) break;
      if (statements + waiting.length === 0 && oldest !== statement) queues.delete(oldest);
    }
    return queue;
  }

  /** Reads something about so many entities, and observes how long that takes. */
  async function timed(queue: Queue, entities: number, read: () => Promise<Row[]>): Promise<Row[]> {
    queue.statements += 1;
    queue.entities += entities;
    const [share, started] = [queue.entities, performance.now()];
    try {
      const rows = await read();
      queue.pace += newest * ((performance.now() - started) / share - queue.pace);
      return rows;
    } finally {
      queue.statements -= 1;
      queue.entities -= entities;
    }
  }

  async function alone(queue: Queue, parameters: Parameters, options: ReadOptions): Promise<Row[]> {
    try {
      return await timed(queue, 1, () => store.read(queue.statement, parameters, options));
    } finally {
      pump(queue);
    }
  }

  /** Asks for all of them; what nobody wants any more is cancelled. */
  async function asked(queue: Queue, group: readonly Waiting[]): Promise<void> {
    const { batch } = queue;
    const stop = new AbortController();
    for (const one of group) {
      one.onGone = () => {
        if (group.every(({ gone }) => gone)) stop.abort();
      };
    }
    const ids = new Set(group.map(({ parameters }) => idOf(batch, parameters)));
    const { [batch.one]: _, ...shared } = group[0]?.parameters ?? {};
    const parameters = { ...shared, [batch.list]: [...ids] };
    try {
      const rows = await timed(queue, group.length, () =>
        store.read(batch.statement, parameters, { signal: stop.signal }),
      );
      const found = new Map(rows.map((row) => [row[batch.column], row]));
      for (const one of group) one.done([found.get(idOf(batch, one.parameters)) ?? {}]);
    } catch {
      // One that cannot be answered must not take the others with it, and each is to have its own error.
      for (const one of group) {
        if (!one.gone) alone(queue, one.parameters, one.options).then(one.done, one.failed);
      }
    } finally {
      pump(queue);
    }
  }

  /** Starts what has waited, where a statement has come back, there are enough, or it has waited long enough. */
  function pump(queue: Queue, overdue = false): void {
    if (queue.waiting.length === 0) return;
    clearTimeout(queue.timer);
    queue.timer = undefined;
    queue.waiting = queue.waiting.filter((one) => !one.gone);
    const due = (): boolean =>
      queue.waiting.length >= most ||
      (queue.waiting.length > 0 && (overdue || queue.statements < store.readers));
    while (due()) {
      const [first] = queue.waiting as [Waiting];
      const group: Waiting[] = [];
      const left: Waiting[] = [];
      for (const one of queue.waiting) {
        const fits = group.length < most && alike(queue.batch, first.parameters, one.parameters);
        (fits ? group : left).push(one);
      }
      queue.waiting = left;
      if (group.length > 1) void asked(queue, group);
      else alone(queue, first.parameters, first.options).then(first.done, first.failed);
    }
    if (queue.waiting.length > 0) wait(queue);
  }

  function wait(queue: Queue): void {
    queue.timer ??= setTimeout(() => pump(queue, true), patience);
  }

  return {
    ...store,
    read(statement, parameters = {}, options = {}) {
      const { batch } = options;
      if (batch === undefined) return store.read(statement, parameters, options);
      const queue = queueOf(statement, batch);
      if (queue.statements < store.readers || queue.pace > cheap) return alone(queue, parameters, options);
      let own: Waiting | undefined;
      const answer = new Promise<Row[]>((done, failed) => {
        own = { parameters, options, done, failed, gone: false };
        queue.waiting.push(own);
      });
      if (queue.waiting.length >= most) pump(queue);
      else wait(queue);
      return withDeadline(answer, options, () => {
        if (own === undefined) return;
        own.gone = true;
        own.onGone?.();
      });
    },
  };
}
