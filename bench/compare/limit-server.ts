// The limit: hand-written Cypher through the raw driver behind a bare node:http server. A request names the work.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import neo4j from "neo4j-driver";
import { allWork } from "./all-work.ts";

// The driver takes a stack trace for each query; without them it is as fast as it can be.
Error.stackTraceLimit = 0;

const statements = new Map(allWork.map((work) => [work.name, work.limit]));
const driver = neo4j.driver(process.env.NEO4J_URI ?? "", undefined, {
  maxConnectionPoolSize: 50,
  disableLosslessIntegers: true,
});

async function answer(body: string): Promise<string> {
  const { work, variables } = JSON.parse(body) as { work: string; variables: Record<string, unknown> };
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    const result = await session.run(statements.get(work) ?? "", variables);
    return JSON.stringify({ data: result.records[0]?.get("data") ?? null });
  } finally {
    void session.close();
  }
}

const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (piece: string) => {
    body += piece;
  });
  request.on("end", () => {
    answer(body).then(
      (text) => {
        response.setHeader("content-type", "application/json");
        response.end(text);
      },
      (error: unknown) => {
        response.statusCode = 500;
        response.end(JSON.stringify({ errors: [{ message: String(error) }] }));
      },
    );
  });
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql\n`);
});
process.stdin.resume().on("end", () => process.exit(0));
