import { createRequire } from "node:module";
import { configDefaults, defineConfig } from "vitest/config";

/** Suites that take long without Neo4j too: programs, browsers and servers, large folders, all fields of all kinds. */
const slow = [
  "tests/{backup,campaigns,cli,clients,examples,mcp,watch}/**/*.test.ts",
  "tests/cache/heap.test.ts",
  "tests/catalogue/{doors,operations,whole}.test.ts",
  "tests/conformance/{recipe,documented}.test.ts",
  "tests/eligibility/{policy-both-ways,policy-places,snapshot}.test.ts",
  "tests/graphs/{graphs,store,spool}.test.ts",
  "tests/http/**/*.test.ts",
  "tests/import/{careful,unwritable}.test.ts",
  "tests/load/{cases,coverage,kill,sources-search,synthetic,load-again,load-stopped,neo4j-admin}.test.ts",
  "tests/names/{found,search}.test.ts",
  "tests/plan/{backward,filters,relations,requests-filters}.test.ts",
  "tests/questions/synthetic-planners.test.ts",
  "tests/run/{differential,differential-lists,looked,many-rows}.test.ts",
  "tests/store/{batching,outage,search-many}.test.ts",
  "tests/web/{english,lines,pages}.test.ts",
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
      // In CI alone, and .ci/second-try.js names each test that needed it: by hand the first failure is what is wanted.
      retry: process.env.CI === undefined ? 0 : 1,
      // The Neo4j server is one for all files, and each wipes it: files run one after another.
      fileParallelism: process.env.TEST_ENGINES === "embedded",
      pool: "forks",
      // By itself vitest leaves a core free, which is half of a small machine. Files share modules, which are as much
      // work to load as most files' tests: so helpers in tests/support do nothing at their import.
      ...(quick ? { maxWorkers: "100%", isolate: false } : {}),
    },
  };
});
