// The peer: @neo4j/graphql behind the same Yoga on the same Neo4j. Prints its address; ends when its input does.
import { createServer } from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";
import { typeDefs } from "./type-definitions.mjs";

const driver = neo4j.driver(process.env.NEO4J_URI ?? "", undefined, { maxConnectionPoolSize: 50 });
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const yoga = createYoga({
  schema,
  graphiql: false,
  landingPage: false,
  logging: false,
  maskedErrors: false,
  batching: false,
  context: () => ({ sessionConfig: { defaultAccessMode: neo4j.session.READ } }),
});
const server = createServer(yoga);
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}/graphql\n`);
});
process.stdin.resume().on("end", () => process.exit(0));
