import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/neo4j-global.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The Neo4j server is one for all files, and each wipes it: files run one after another.
    fileParallelism: false,
    pool: "forks",
  },
});
