import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // graphql comes in two forms and must be loaded once: the one that node itself takes.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve("graphql") }] },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/temporary-global.ts", "tests/support/neo4j-global.ts"],
    testTimeout: 240_000,
    hookTimeout: 600_000,
    // The Neo4j server is one for all files, and each wipes it: files run one after another.
    fileParallelism: false,
    pool: "forks",
  },
});
