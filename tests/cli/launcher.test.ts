// The options and errors of `npm run neo4j`. That it starts a Neo4j, every suite on Neo4j shows.
import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readLauncherOptions } from "../../scripts/neo4j/options.ts";
import { claimPort } from "../../scripts/neo4j/ports.ts";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const run = (args: readonly string[], environment: Readonly<Record<string, string>>) =>
  spawnSync(process.execPath, ["--import", "tsx", file("scripts/neo4j/run.ts"), ...args], {
    encoding: "utf8",
    env: environment,
  });

test("a flag goes before its variable, and a variable before the default", () => {
  const environment = { NEO4J_BOLT_PORT: "7700", NEO4J_HEAP: "2g", NEO4J_DATA: "" };
  expect(readLauncherOptions(["--bolt", "7800"], environment)).toEqual({
    bolt: 7800,
    http: 7474,
    files: 0,
    data: "data/neo4j",
    heap: "2g",
    line: "5.26",
    by: "auto",
  });
  expect(readLauncherOptions(["--help"], environment)).toBeUndefined();
});

test("each line of Neo4j has data of its own, unless a folder is named", () => {
  const dataOf = (...args: string[]): string | undefined => readLauncherOptions(args, {})?.data;
  expect(dataOf("--line", "2025")).toBe("data/neo4j-2025");
  expect(dataOf("--line", "2025", "--data", "elsewhere")).toBe("elsewhere");
  expect(readLauncherOptions(["--line", "2025"], { NEO4J_DATA: "mine" })?.data).toBe("mine");
  expect(readLauncherOptions([], { NEO4J_LINE: "2025" })).toMatchObject({ line: "2025" });
});

test.each([
  [["--line", "4"], /--line 4.*5\.26 or 2025/],
  [["--bolt", "x"], /--bolt x/],
  [["--http", "65536"], /--http 65536.*65535/],
  [["--heap", "lots"], /--heap lots.*512m/],
  [["--by", "luck"], /--by luck.*docker/],
  [["--bolt", "7474"], /both 7474/],
  [["--colour", "red"], /--colour/],
])("%j is refused with what to write instead", (args, message) => {
  expect(() => readLauncherOptions(args, {})).toThrowError(message);
});

test("every wrong option is told at once", () => {
  expect(() => readLauncherOptions(["--bolt", "x", "--heap", "0"], {})).toThrowError(
    /--bolt x[\s\S]*--heap 0/,
  );
});

test("a port in use is refused by name, with another to try", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await expect(claimPort(port, "--bolt")).rejects.toThrowError(
    `Port ${port} is in use: stop what listens there, or choose another, as in --bolt ${port + 1}.`,
  );
  server.close();
  expect(await claimPort(0, "--bolt")).toBeGreaterThan(0);
});

test("without Docker, Java and Maven the command says what is missing and how to install it", () => {
  const { status, stderr } = run([], { PATH: "/nowhere" });
  expect(status).toBe(1);
  expect(stderr).toMatch(/no Docker engine answers[\s\S]*there is no Java[\s\S]*apt-get install openjdk-17/);
  expect(stderr).not.toContain("    at ");
});

test("a wrong option ends the command with exit code 2", () => {
  const { status, stderr } = run(["--bolt", "x"], { PATH: "/nowhere" });
  expect(status).toBe(2);
  expect(stderr).toMatch(/--bolt x.*\n--help/);
});
