// What Relay asks of a schema, by the rules of graphql-schema-linter, on schema.graphql alone.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const linter = join(root, "node_modules/graphql-schema-linter/lib/cli.js");
const rules = ["relay-connection-types-spec", "relay-connection-arguments-spec", "relay-page-info-spec"];

/** What the linter finds wrong with a file. */
function lint(file: string): Promise<readonly { readonly message: string }[]> {
  const args = [linter, "--rules", rules.join(","), "--format", "json", file];
  return new Promise((resolve, reject) => {
    // It ends with 1 where something is wrong: what it says counts.
    execFile(process.execPath, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (_, stdout, stderr) => {
      try {
        resolve((JSON.parse(stdout) as { errors: { message: string }[] }).errors);
      } catch {
        reject(new Error(`graphql-schema-linter: ${stderr || stdout}`));
      }
    });
  });
}

test("every connection, its arguments and PageInfo are as Relay has them", async () => {
  expect(await lint(join(root, "schema.graphql"))).toEqual([]);
}, 300_000);

test("a schema without them is found wrong, by each rule", async () => {
  const text = readFileSync(join(root, "schema.graphql"), "utf8");
  const broken = join(mkdtempSync(join(tmpdir(), "industry-graph-")), "schema.graphql");
  const changed = text
    .replaceAll(" first: Int", " head: Int")
    .replaceAll(" last: Int", " tail: Int")
    .replace("hasNextPage: Boolean!", "hasNextPage: Boolean")
    .replace("edges: [ParkEdge!]!", "edges: ParkEdge!");
  writeFileSync(broken, changed);
  const found = (await lint(broken)).map(({ message }) => message).join("\n");
  expect(found).toMatch(/ParkConnection/);
  expect(found).toMatch(/PageInfo/);
  expect(found).toMatch(/pagination arguments/);
}, 300_000);
