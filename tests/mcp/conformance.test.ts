// The protocol's own checks of a server for agents, in both eras: what we offer passes whole. The rest of the checks
// call tools that only a server made for them has, or ask for what we do not offer and say so.
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasNodes, runProtocolChecks } from "../support/nodes.ts";
import { serveFolder, type TestServer } from "../support/server.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

interface Check {
  readonly id: string;
  readonly status: string;
  readonly errorMessage?: string;
  readonly details?: unknown;
}

/** What each era's suite has of what we offer: scenarios that must pass without one failure. */
const offered: Readonly<Record<string, readonly string[]>> = {
  "2025-11-25": [
    "server-initialize",
    "ping",
    "tools-list",
    "server-session-lifecycle",
    "server-sse-polling",
    "server-sse-multiple-streams",
    "dns-rebinding-protection",
  ],
  "2026-07-28": [
    "tools-list",
    "server-sse-multiple-streams",
    "sep-2164-resource-not-found",
    "dns-rebinding-protection",
    "http-header-validation",
    "input-required-result-unsupported-methods",
    "input-required-result-ignore-extra-params",
    "input-required-result-validate-input",
  ],
};

/** Why a check may fail: it needs a tool made for it or one that asks back, or prompts, resources, completions, levels of logging. */
const notOurs = /Tool .\w+. not found|test_\w+|Not testable|Method not found|InputRequiredResult/;

describe.skipIf(!hasNodes)("the checks of the protocol", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serveFolder(seed);
  });
  afterAll(() => server?.close());

  test.each(Object.entries(offered))("of %s pass in all that we offer", async (era, scenarios) => {
    const folder = mkdtempSync(join(tmpdir(), "industry-graph-protocol-"));
    const output = await runProtocolChecks([
      ...["--url", `${server.url}/mcp`, "--suite", "all", "--spec-version", era, "-o", folder],
    ]);
    const results = readdirSync(folder).map((name) => ({
      // server-NAME-TIME
      scenario: name.replace(/^server-/, "").replace(/-\d{4}-\d{2}-\d{2}T.*$/, ""),
      checks: JSON.parse(readFileSync(join(folder, name, "checks.json"), "utf8")) as Check[],
    }));
    expect(
      results.map(({ scenario }) => scenario),
      output,
    ).toEqual(expect.arrayContaining([...scenarios]));
    const failures = results.flatMap(({ scenario, checks }) =>
      checks
        .filter(({ status }) => status === "FAILURE")
        .map(({ id, errorMessage, details }) => ({
          scenario,
          id,
          why: `${errorMessage} ${JSON.stringify(details)}`,
        })),
    );
    expect(
      failures.filter(({ scenario, why }) => scenarios.includes(scenario) || !notOurs.test(why)),
    ).toEqual([]);
    const passed = results.flatMap(({ checks }) => checks).filter(({ status }) => status === "SUCCESS");
    expect(passed.length).toBeGreaterThan(30);
  });
});
