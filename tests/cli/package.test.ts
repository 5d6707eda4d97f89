// The packed package, unpacked as npm does it beside its dependencies and nothing else: it starts where it can write
// nothing but its data folder, and has types for those who import it.
import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { runCommand } from "../support/command.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "industry-graph-package-"));
const installed = join(folder, "app/node_modules/industry-graph");
const tool = (name: string): string => join(root, "node_modules/.bin", name);
let tarball = "";

/** Every file of a folder with its size and time: two are the same where nothing was written in between. */
function stateOf(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .sort()
    .map((file) => {
      const { size, mtimeMs } = statSync(join(path, file));
      return `${file} ${size} ${mtimeMs}`;
    });
}

beforeAll(() => {
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  tarball = join(folder, filename);
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, "app/node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", name), link);
  }
});

test("it starts in an empty folder, writes only its data, and needs no temporary folder", async () => {
  const data = join(folder, "data");
  writeFileSync(join(folder, "no-folder"), "");
  const before = stateOf(join(folder, "app"));
  const unwritable = join(folder, "no-folder/tmp");
  const command = runCommand([join(installed, "bin/industry-graph.js"), "start"], {
    cwd: join(folder, "app"),
    settings: {
      DATA_DIR: data,
      PORT: "0",
      TMPDIR: unwritable,
      TEMP: unwritable,
      TMP: unwritable,
      HOME: unwritable,
    },
  });
  const [, address] = await command.waitFor(/GraphiQL {2}(\S+)/);
  const answer = await fetch(address ?? "", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: `{ enterprise(name: "鑫宏业") { id } }` }),
  });
  expect(await answer.json()).toEqual({ data: { enterprise: { id: "enterprise:xinhongye" } } });
  command.child.kill("SIGINT");
  await command.ended;
  expect(command.stdout()).toContain(`Loaded ${join(installed, "seed")}`);
  expect(stateOf(join(folder, "app"))).toEqual(before);
});

test("other programs import it with types", () => {
  const program = `
import { compileRequest, openStore, type RunningServer, readSettings, startServer } from "industry-graph";
const settings = readSettings({ DATA_DIR: "elsewhere", PORT: "0" });
const { statement, parameters } = compileRequest("query ($id: ID!) { enterprise(id: $id) { name } }", {
  variables: { id: "enterprise:xinhongye" },
});
const start: Promise<RunningServer> | undefined = settings.PORT === 1 ? startServer(settings) : undefined;
if (settings.PORT === 1) void openStore(settings).then((store) => store.read(statement, parameters));
console.log(JSON.stringify({ statement, parameters, start }));
// @ts-expect-error a port is a number
const wrong: string = settings.PORT;
void wrong;
`;
  writeFileSync(join(folder, "app/package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, "app/program.ts"), program);
  const types = join(root, "node_modules/@types");
  const options = [
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2023",
    "--types",
    "node",
    "--typeRoots",
    types,
  ];
  execFileSync(tool("tsc"), [...options, "program.ts"], { cwd: join(folder, "app"), encoding: "utf8" });
  const out = execFileSync(process.execPath, ["program.js"], { cwd: join(folder, "app"), encoding: "utf8" });
  const { statement, parameters } = JSON.parse(out) as { statement: string; parameters: object };
  expect(statement).toMatch(/MATCH \(\w+:Enterprise/);
  expect(Object.values(parameters).flat()).toContain("enterprise:xinhongye");
});

test("publint and attw find nothing wrong with it", () => {
  execFileSync(tool("publint"), [tarball, "--strict"], { cwd: folder, stdio: "pipe" });
  execFileSync(
    tool("attw"),
    [tarball, "--profile", "esm-only", "--exclude-entrypoints", "./schema.graphql"],
    { cwd: folder, stdio: "pipe" },
  );
});
