// What `status` and `doctor` tell of the views that a server keeps for those to whom a layer is hidden.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { industryGraph } from "../support/command.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";
import { secretLayer } from "../support/secret-layer.ts";

const [below, above] = [writeFolder(fixture), writeFolder(secretLayer)];
const data = mkdtempSync(join(tmpdir(), "industry-graph-data-"));
const layer = basename(above);
const settings = {
  DATA_DIR: data,
  SEED_DIR: `${below},${above}`,
  LAYER_ROLES: `${layer}=office`,
  PORT: "0",
  FOLLOW_SECONDS: "0",
  LOG_LEVEL: "error",
};
afterAll(() => rmSync(data, { recursive: true, force: true }));

interface Told {
  readonly nodes: number;
  readonly views: readonly {
    readonly name: string;
    readonly layers: readonly string[];
    readonly problem: string | null;
    readonly nodes: number | null;
  }[];
}

async function run(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const command = industryGraph(args, { ...settings, ...more });
  const { code } = await command.ended;
  return { code, out: command.stdout(), err: command.stderr() };
}
const status = async (): Promise<Told> => JSON.parse((await run(["status", "--json"])).out) as Told;

test("are told by their names, with what they hold, or with what keeps them from answering", async () => {
  const server = industryGraph(["start", "--yes"], settings);
  const [, url = ""] = await server.waitFor(/Pages +(http:\/\/[^/\s]+)/);
  while ((await fetch(`${url}/ready`)).status !== 200)
    await new Promise((resolve) => setTimeout(resolve, 50));
  server.child.kill("SIGTERM");
  await server.ended;
  const told = await status();
  expect(told.views).toMatchObject([{ name: "public", layers: [below], problem: null }]);
  // That of all layers has more.
  const [view] = told.views;
  expect(view?.nodes).toBeGreaterThan(0);
  expect(view?.nodes).toBeLessThan(told.nodes);
  expect((await run(["status"])).out).toMatch(
    new RegExp(`view +public at .*views.*: ready, ${view?.nodes} entities`),
  );
  const findingsOf = async () => {
    const { out } = await run(["doctor", "--json"]);
    const { findings } = JSON.parse(out) as {
      findings: { finding: string; total: number; examples: object[] }[];
    };
    return findings.filter(({ finding }) => finding === "views");
  };
  expect(await findingsOf()).toMatchObject([{ total: 0 }]);
  rmSync(join(data, "views"), { recursive: true });
  const gone = await status();
  expect(gone.views).toMatchObject([
    { name: "public", problem: expect.stringContaining("industry-graph start"), nodes: null },
  ]);
  expect(await findingsOf()).toMatchObject([{ total: 1, examples: [{ name: "public" }] }]);
  // To look has made none.
  expect((await status()).views).toEqual(gone.views);
  // Without layers for roles there are none to tell of.
  const whole = await run(["status", "--json"], { LAYER_ROLES: "" });
  expect(JSON.parse(whole.out)).toMatchObject({ views: [] });
});
