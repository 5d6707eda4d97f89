import { createRequire } from "node:module";
import { configDefaults, defineConfig } from "vitest/config";

/** Suites that take long without Neo4j too: large folders, killed loads, copies of the project. */
const slow = [
  "tests/load/{kill,synthetic,load-again,load-stopped}.test.ts",
  "tests/cli/*.test.ts",
  "tests/watch/kill.test.ts",
  "tests/campaigns/*.test.ts",
  "tests/conformance/recipe.test.ts",
  "bench/**/*.test.ts",
  "tests/questions/synthetic-planners.test.ts",
  "tests/store/outage.test.ts",
  "tests/run/differential.test.ts",
  "tests/web/*.browser.test.ts",
];

// `--mode quick` is the embedded engine alone, without the slow suites: what to run while changing something.
export default defineConfig(({ mode }) => {
  const quick = mode === "quick";
  if (quick) process.env.TEST_ENGINES = "embedded";
  return {
    // graphql comes in two forms and must be loaded once: the one that node itself takes.
    resolve: {
      alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve("graphql") }],
    },
    test: {
      include: ["tests/**/*.test.ts", "bench/**/*.test.ts"],
      exclude: [...configDefaults.exclude, ...(quick ? slow : [])],
      globalSetup: [
        "tests/support/built-global.ts",
        "tests/support/temporary-global.ts",
        "tests/support/neo4j-global.ts",
        "tests/support/pages-global.ts",
      ],
      testTimeout: 240_000,
      hookTimeout: 600_000,
      // The Neo4j server is one for all files, and each wipes it: files run one after another.
      fileParallelism: process.env.TEST_ENGINES === "embedded",
      pool: "forks",
    },
  };
});
