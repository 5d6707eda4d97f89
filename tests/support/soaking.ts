// An office that asks a server for a while: many who look at cards, one after another with pauses, and at times one more
// who asks the heaviest that is allowed, without any.
import { Pool } from "undici";
import { enterpriseId, parkId } from "../../scripts/synthetic/world.ts";
import type { Drawing } from "./drawing.ts";

export interface Soaking {
  readonly url: string;
  /** Who look at cards. */
  readonly clients: number;
  /** Milliseconds between two cards of one, on the average. */
  readonly pause: number;
  /** Enterprises of the synthetic world. */
  readonly enterprises: number;
  readonly draw: Drawing;
}

/** What came of a while. */
export interface Soaked {
  /** Milliseconds that cards took, ascending. */
  readonly cards: readonly number[];
  /** Heavy questions by what came of them: `answered`, or the codes of their errors. */
  readonly heavy: Readonly<Record<string, number>>;
  /** Cards that were not answered, as they were. */
  readonly failed: readonly string[];
}

const card = `query Card($id: ID!) { enterprise(id: $id) {
  id name creditCode capital founded industry park { id name }
  clusters(first: 20) { nodes { id name } }
  certifications(first: 20) { edges { year node { id name level } } }
  customers(first: 20) { nodes { id name } } } }`;

const times = (count: number, field: (at: number) => string): string =>
  `{ ${Array.from({ length: count }, (_, at) => `a${at}: ${field(at)}`).join(" ")} }`;

/** Questions at the limits of cost, aliases and what lists may look at, of each kind that is dear to an engine. */
export function heavyQuestions(enterprises: number, draw: Drawing): readonly string[] {
  const any = (): string => JSON.stringify(enterpriseId(draw.below(enterprises)));
  return [
    times(
      12,
      () => `paths(from: ${any()}, to: ${any()}, maxHops: 10, first: 5) { length nodes { id name } }`,
    ),
    times(45, () => `path(from: ${any()}, to: ${any()}, maxHops: 10) { length nodes { id } }`),
    times(
      30,
      () => `neighbourhood(id: ${any()}, hops: 3, limit: 1000) { nodes { id name } relations { id } }`,
    ),
    times(9, () => `search(text: "虚拟", first: 1000) { score entity { id name } }`),
    times(
      45,
      (at) =>
        `search(text: "虚拟有限公司${"科技工业电子材料能源装备"[at % 12] ?? ""}", first: 200) { score entity { id name } }`,
    ),
    `{ enterprises(first: 1000) { nodes { id name
       certifications(first: 20) { nodes { id name } } clusters(first: 20) { nodes { id name } }
       customers(first: 20) { nodes { id name park { name } } } } totalCount } }`,
    times(
      3,
      (
        at,
      ) => `enterprises(filter: { text: "${"科技工业电子材料能源装备"[at] ?? "科"}" }, first: 1000, orderBy: [{ field: CAPITAL, direction: DESC }]) {
       totalCount nodes { id name park { name } } facets { parks { key count } regions { key count } certifications { key count } } }`,
    ),
    times(
      20,
      (at) =>
        `park(id: "${parkId(at)}") { enterprises(first: 100) { totalCount nodes { id customers(first: 20) { nodes { id } } } } }`,
    ),
  ];
}

/** The value below which so many of an ascending list lie. */
export const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

/** Lets them ask for so many milliseconds. */
export async function soak(soaking: Soaking, milliseconds: number, withHeavy: boolean): Promise<Soaked> {
  const { url, clients, pause, enterprises, draw } = soaking;
  const pool = new Pool(url, { connections: clients + 1, pipelining: 1 });
  const cards: number[] = [];
  const failed: string[] = [];
  const heavy: Record<string, number> = {};
  const until = performance.now() + milliseconds;
  const goesOn = (): boolean => performance.now() < until;

  async function ask(
    who: number,
    query: string,
    variables?: object,
  ): Promise<{ status: number; text: string }> {
    const answer = await pool.request({
      path: "/graphql",
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": `10.0.${who >> 8}.${who & 255}` },
      body: JSON.stringify({ query, variables }),
    });
    return { status: answer.statusCode, text: await answer.body.text() };
  }
  const rest = (most: number): Promise<void> =>
    new Promise((resolve) =>
      setTimeout(resolve, draw.next() * Math.min(most, Math.max(0, until - performance.now()))),
    );

  async function client(who: number): Promise<void> {
    // They do not begin all at once.
    await rest(pause);
    while (goesOn()) {
      const id = enterpriseId(draw.below(enterprises));
      const asked = performance.now();
      const { status, text } = await ask(who, card, { id });
      cards.push(performance.now() - asked);
      if (status !== 200 || !text.startsWith(`{"data":{"enterprise":{"id":"${id}"`))
        failed.push(text.slice(0, 300));
      await rest(2 * pause);
    }
  }

  async function heavyClient(who: number): Promise<void> {
    while (goesOn()) {
      const { text } = await ask(who, draw.one(heavyQuestions(enterprises, draw)));
      const { errors } = JSON.parse(text) as { errors?: readonly { extensions: { code: string } }[] };
      const came =
        errors === undefined ? "answered" : [...new Set(errors.map((one) => one.extensions.code))].join();
      heavy[came] = (heavy[came] ?? 0) + 1;
    }
  }

  const all = Array.from({ length: clients }, (_, who) => client(who));
  if (withHeavy) all.push(heavyClient(clients));
  await Promise.all(all);
  await pool.close();
  return { cards: cards.sort((one, other) => one - other), heavy, failed };
}
