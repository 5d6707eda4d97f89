// The command: npm run bench:compose. What composing costs: GraphQL through the executor against Cypher by hand.
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { parse } from "graphql";
import neo4j from "neo4j-driver";
import { createService } from "../../src/api/service.ts";
import { openNeo4j } from "../../src/store/neo4j.ts";
import { compareAnswers, measureRound, type Pair, quantile, type Round } from "./measure.ts";
import { benchNeo4j } from "./neo4j.ts";
import { type Shape, shapes } from "./shapes.ts";

const help = `Times three requests on Neo4j, composed and by hand, alternately; prints p50 of both and their ratio.

  --enterprises <n>  size of the synthetic data (default 10000)
  --requests <n>     requests each way in a round (default 300)
  --rounds <n>       rounds (default 7)

It loads its own data into TEST_NEO4J_URI (empty, or loaded by an earlier run), or into a Neo4j that it starts.
Exit code 1 where the median ratio of a shape is over ${1.8}.
`;

/** The most that composing may cost, as a multiple of Cypher by hand. */
const most = 1.8;

const say = (line: string): void => void process.stderr.write(`${line} ...\n`);

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Error(`--${name} ${text}: write a whole number from 1.`);
  return value;
}

function row(shape: Shape, rounds: readonly Round[]): { readonly line: string; readonly ratio: number } {
  const of = (pick: (round: Round) => number, share: number) => quantile(rounds.map(pick), share);
  const ratio = of(({ ratio }) => ratio, 0.5);
  const spread = `${of(({ ratio }) => ratio, 0).toFixed(2)} to ${of(({ ratio }) => ratio, 1).toFixed(2)}`;
  const milliseconds = [of(({ byHand }) => byHand, 0.5), of(({ composed }) => composed, 0.5)];
  const cells = [
    shape.name,
    ...milliseconds.map((value) => value.toFixed(2)),
    `**${ratio.toFixed(2)}**`,
    spread,
  ];
  return { line: `| ${cells.join(" | ")} |`, ratio };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      enterprises: { type: "string", default: "10000" },
      requests: { type: "string", default: "300" },
      rounds: { type: "string", default: "7" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [enterprises, requests, rounds] = [
    wholeNumber("enterprises", values.enterprises),
    wholeNumber("requests", values.requests),
    wholeNumber("rounds", values.rounds),
  ];
  const bench = await benchNeo4j(enterprises, say);
  const { uri, user = "neo4j", password } = bench.address;
  const driver = neo4j.driver(uri, password ? neo4j.auth.basic(user, password) : undefined, {
    disableLosslessIntegers: true,
  });
  const store = openNeo4j(bench.address);
  const { schema, executor } = createService(store);

  function pairOf(shape: Shape): Pair {
    // A server keeps parsed documents; the same holds here.
    const document = parse(shape.request);
    return {
      async composed(id) {
        const contextValue = { timeoutMs: 10_000 };
        const text = await executor.text({ schema, document, variableValues: { id }, contextValue });
        if (typeof text !== "string") throw text.errors?.[0];
        return text;
      },
      async byHand(id) {
        const session = driver.session({ defaultAccessMode: neo4j.session.READ });
        const result = await session.run(shape.byHand, { id });
        void session.close();
        return JSON.stringify({ data: { answer: result.records[0]?.get("answer") } });
      },
    };
  }

  const measured = new Map<Shape, Round[]>(shapes.map((shape) => [shape, []]));
  try {
    const [server] = await store.read("CALL dbms.components() YIELD versions RETURN versions[0] AS version");
    const idsOf = new Map<Shape, string[]>();
    for (const shape of shapes) {
      const found = await store.read(`MATCH (n:${shape.kind}) RETURN n.id AS id ORDER BY n.hash LIMIT 500`);
      const ids = found.map(({ id }) => String(id));
      const asked = Array.from({ length: requests }, (_, index) => ids[index % ids.length] ?? "");
      idsOf.set(shape, asked);
      say(`Comparing answers and warming up: ${shape.name}`);
      await compareAnswers(pairOf(shape), ids.slice(0, 200));
      await measureRound(pairOf(shape), asked);
    }
    for (let round = 1; round <= rounds; round++) {
      say(`Round ${round} of ${rounds}`);
      for (const shape of shapes)
        measured.get(shape)?.push(await measureRound(pairOf(shape), idsOf.get(shape) ?? []));
    }
    const rows = [...measured].map(([shape, all]) => row(shape, all));
    process.stdout.write(
      `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores of ${cpus()[0]?.model ?? "unknown"}, Node ${process.versions.node}, Neo4j ${server?.version}, ${enterprises} enterprises, ${rounds} rounds of ${requests} requests each way, one client\n\n` +
        `| request | by hand, p50 ms | composed, p50 ms | ratio, median of rounds | its spread |\n|---|---|---|---|---|\n${rows.map(({ line }) => line).join("\n")}\n`,
    );
    const worst = Math.max(...rows.map(({ ratio }) => ratio));
    process.stdout.write(`\nThe ratio may be ${most} at the most; it is ${worst.toFixed(2)} at the worst.\n`);
    return worst <= most ? 0 : 1;
  } finally {
    await store.close();
    await driver.close();
    await bench.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
