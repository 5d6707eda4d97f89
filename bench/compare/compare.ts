// Compares servers on one piece of work after another: answers first, then rounds in which each has its turn.
import { askOnce, connect, measure, median, quantile } from "./client.ts";
import type { Server } from "./servers.ts";
import { type Fields, samplerOf, type Value, type Work } from "./work.ts";

export interface Cell {
  /** Requests a second of each round. */
  readonly rates: number[];
  /** Milliseconds, of all rounds. */
  p50: number;
  p99: number;
  /** Milliseconds of processor time of the server's process a request. */
  cpu?: number;
}

export interface WorkResult {
  readonly work: string;
  readonly clients: number;
  /** By the name of the server. */
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface Plan {
  readonly enterprises: number;
  readonly clients: readonly number[];
  readonly rounds: number;
  /** Milliseconds of one turn. */
  readonly turn: number;
  readonly warmUp: number;
}

function bodyOf(server: Server, work: Work, variables: Fields): string {
  if (server.name === "limit") return JSON.stringify({ work: work.name, variables });
  return JSON.stringify({ query: server.name === "@neo4j/graphql" ? work.peer : work.ours, variables });
}

function sorted(value: Value): Value {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

/**
 * Checks that all servers answer alike; gives how many answers were compared.
 * @throws Error with the two answers where they differ
 */
export async function checkAnswers(
  servers: readonly Server[],
  work: Work,
  all: readonly Fields[],
): Promise<number> {
  const connected = servers.map((server) => ({ server, pool: connect(server.url, 1) }));
  const some = all.slice(0, 12);
  for (const variables of some) {
    const forms: string[] = [];
    for (const { server, pool } of connected) {
      const data = await askOnce(pool, server.url, bodyOf(server, work, variables));
      const form = server.name === "@neo4j/graphql" ? work.fromPeer(data) : work.fromOurs(data);
      forms.push(JSON.stringify(sorted(form)));
    }
    const other = forms.findIndex((form) => form !== forms[0]);
    if (other !== -1) {
      const of = `${work.name} ${JSON.stringify(variables)}`;
      throw new Error(
        `${of}: ${servers[0]?.name} and ${servers[other]?.name} differ:\n${forms[0]?.slice(0, 800)}\n${forms[other]?.slice(0, 800)}`,
      );
    }
  }
  for (const { pool } of connected) await pool.close();
  return some.length;
}

/** Lets every server answer one piece of work for so long. */
export async function warmAll(servers: readonly Server[], work: Work, plan: Plan): Promise<void> {
  const all = work.variables(samplerOf(plan.enterprises));
  for (const server of servers) {
    const bodies = all.map((variables) => bodyOf(server, work, variables));
    await measure(server.url, bodies, 4, plan.warmUp);
  }
}

/** Measures one piece of work; the servers take turns, each round beginning with another. */
export async function compareWork(
  servers: readonly Server[],
  work: Work,
  plan: Plan,
  onStep: (line: string) => void,
): Promise<WorkResult[]> {
  const all = work.variables(samplerOf(plan.enterprises));
  const checked = await checkAnswers(servers, work, all);
  onStep(`${work.name}: ${checked} answers of ${servers.length} servers are equal`);
  const bodies = new Map(
    servers.map((server) => [server, all.map((variables) => bodyOf(server, work, variables))]),
  );
  for (const server of servers) await measure(server.url, bodies.get(server) ?? [], 4, plan.warmUp);
  const results: WorkResult[] = [];
  for (const clients of plan.clients) {
    const cells: Record<string, Cell> = {};
    const times = new Map<Server, number[]>(servers.map((server) => [server, []]));
    const used = new Map<Server, number>();
    for (let round = 0; round < plan.rounds; round++) {
      for (let turn = 0; turn < servers.length; turn++) {
        const server = servers[(turn + round) % servers.length] as Server;
        const before = server.cpu();
        const measured = await measure(server.url, bodies.get(server) ?? [], clients, plan.turn);
        const after = server.cpu();
        if (before !== undefined && after !== undefined)
          used.set(server, (used.get(server) ?? 0) + after - before);
        const cell = cells[server.name] ?? { rates: [], p50: 0, p99: 0 };
        cells[server.name] = cell;
        cell.rates.push(measured.rate);
        times.get(server)?.push(...measured.times);
      }
    }
    for (const server of servers) {
      const cell = cells[server.name];
      const ascending = (times.get(server) ?? []).sort((one, other) => one - other);
      if (cell === undefined) continue;
      cell.p50 = quantile(ascending, 0.5);
      cell.p99 = quantile(ascending, 0.99);
      const cpu = used.get(server);
      if (cpu !== undefined) cell.cpu = cpu / ascending.length;
    }
    results.push({ work: work.name, clients, cells });
    const line = servers.map(
      (server) => `${server.name} ${median(cells[server.name]?.rates ?? []).toFixed(0)}/s`,
    );
    onStep(`  ${clients} client${clients === 1 ? " " : "s"}: ${line.join(", ")}`);
  }
  return results;
}
