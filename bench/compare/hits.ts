// Database hits of the composed statement beside those of the one written by hand, as Neo4j's PROFILE tells them.
import neo4j, { type ProfiledPlan, type Session } from "neo4j-driver";
import { type Fields, samplerOf, type Value, type Work } from "./work.ts";

export interface Hits {
  readonly work: string;
  readonly ours: number;
  readonly limit: number;
}

interface Asked {
  readonly statement: string;
  readonly parameters: Fields;
}

function hitsOf(plan: ProfiledPlan): number {
  return Number(plan.dbHits ?? 0) + plan.children.reduce((sum, child) => sum + hitsOf(child), 0);
}

function whole(value: Value): unknown {
  return typeof value === "number" && Number.isSafeInteger(value) ? neo4j.int(value) : value;
}

async function profiled(session: Session, statement: string, parameters: Fields): Promise<number> {
  const sent = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, whole(value)]));
  const { summary } = await session.run(`PROFILE ${statement}`, sent);
  return summary.profile === false ? 0 : hitsOf(summary.profile);
}

/** The mean hits of a few requests of one piece of work. `url` is that of our server on the same Neo4j. */
export async function compareHits(work: Work, enterprises: number, url: string, uri: string): Promise<Hits> {
  const driver = neo4j.driver(uri, undefined, { disableLosslessIntegers: true });
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  const some = work.variables(samplerOf(enterprises)).slice(0, 5);
  let [ours, limit] = [0, 0];
  try {
    for (const variables of some) {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", "x-explain": "1" },
        body: JSON.stringify({ query: work.ours, variables }),
      });
      const { extensions } = (await response.json()) as {
        extensions: { explain: Asked & { later?: readonly Asked[] } };
      };
      const { explain } = extensions;
      // What is asked aside is kept: its hits are those of the first time.
      for (const { statement, parameters } of [explain, ...(explain.later ?? [])])
        if (statement !== "") ours += await profiled(session, statement, parameters);
      limit += await profiled(session, work.limit, variables);
    }
  } finally {
    await session.close();
    await driver.close();
  }
  return { work: work.name, ours: Math.round(ours / some.length), limit: Math.round(limit / some.length) };
}
