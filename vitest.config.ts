import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
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

/** Suites that ask the engines and nothing else: no server, program, browser or limit of time that others could disturb. */
const asking = [
  "tests/{api,calculate,cypher,emit,execute,graphs,match,names,ontology,plan,questions,review,run,text}/**/*.test.ts",
  "tests/catalogue/operations.test.ts",
  "tests/eligibility/!(snapshot).test.ts",
  "tests/conformance/{questions,saved-questions}.test.ts",
];
const everything = ["tests/**/*.test.ts", "bench/**/*.test.ts"];

// Nearly all the time of the suites on Neo4j is its planning of statements, on one core. So those that only ask run
// two at a time, each on a Neo4j of its own (tests/support/neo4j-global.ts), where there is not only one that is given.
const side = process.env.TEST_NEO4J_URI ? 1 : Math.min(2, availableParallelism());

// `--mode quick` is the embedded engine alone, without the slow suites: what to run while changing something.
export default defineConfig(({ mode }) => {
  const quick = mode === "quick";
  if (quick) process.env.TEST_ENGINES = "embedded";
  // graphql comes in two forms and must be loaded once: the one that node itself takes.
  const resolve = {
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve("graphql") }],
  };
  const suites = {
    testTimeout: 240_000,
    hookTimeout: 600_000,
    // In CI alone, and .ci/second-try.js names each test that needed it: by hand the first failure is what is wanted.
    retry: process.env.CI === undefined ? 0 : 1,
    pool: "forks",
  } as const;
  const exclude = [...configDefaults.exclude, ...(quick ? slow : [])];
  const both = [
    { name: "asking", include: asking, exclude, maxWorkers: side, sequence: { groupOrder: 0 } },
    // One after another: their programs, servers and kills take the whole machine.
    {
      name: "whole",
      include: everything,
      exclude: [...exclude, ...asking],
      maxWorkers: 1,
      sequence: { groupOrder: 1 },
    },
  ];
  return {
    resolve,
    test: {
      globalSetup: [
        "tests/support/built-global.ts",
        "tests/support/temporary-global.ts",
        "tests/support/neo4j-global.ts",
        "tests/support/pages-global.ts",
      ],
      // Without Neo4j no suite is in another's way. By itself vitest leaves a core free, which is half of a small
      // machine. Files share modules, which are as much work to load as most files' tests: so helpers in
      // tests/support do nothing at their import.
      ...(process.env.TEST_ENGINES === "embedded"
        ? {
            ...suites,
            include: everything,
            exclude,
            ...(quick ? { maxWorkers: "100%", isolate: false } : {}),
          }
        : { projects: both.map((one) => ({ resolve, test: { ...suites, ...one } })) }),
    },
  };
});
