// The real measures of Xishan for two enterprises of whom the reports do not tell the level: the data with one row
// each added, as a bureau would add them from its own list. One is newly certified, one has passed re-examination.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

function seedWith(rows: readonly Readonly<Record<string, string>>[]): string {
  const folder = join(mkdtempSync(join(tmpdir(), "industry-graph-")), "seed");
  cpSync(fileURLToPath(new URL("../../seed", import.meta.url)), folder, { recursive: true });
  const file = join(folder, "relations/CERTIFIED_AS.csv");
  const text = readFileSync(file, "utf8");
  const columns = (text.split("\n")[0] ?? "").split(",");
  const added = rows.map((row) => columns.map((column) => row[column] ?? "").join(","));
  writeFileSync(file, `${text.trimEnd()}\n${added.join("\n")}\n`);
  return folder;
}

const provincial = { to: "certification:srdi-provincial", sources: "002_9915ebdee877c537:34" };
const { data } = loadedEngines(
  seedWith([
    { from: "enterprise:xinhongye", year: "2023", ...provincial },
    { from: "enterprise:jinghai", year: "2020", renewedIn: "2023", ...provincial },
    { from: "enterprise:suyun", year: "2023", ...provincial },
  ]),
);

const query = `query ($id: ID!) { enterprise(id: $id) { policyMatches(asOf: "2023", status: [ELIGIBLE, NEARLY]) {
  edges { status amount amountKind lacks node { id } conditions { clause sources { line } } } } } }`;

async function offers(id: string): Promise<unknown[]> {
  interface Edge {
    readonly status: string;
    readonly amount: number | null;
    readonly amountKind: string | null;
    readonly lacks: string;
    readonly node: { readonly id: string };
    readonly conditions: readonly {
      readonly clause: string;
      readonly sources: readonly { readonly line: number }[];
    }[];
  }
  const answer = await data<{ enterprise: { policyMatches: { edges: Edge[] } } }>(query, { id });
  return answer.enterprise.policyMatches.edges.map((edge) => [
    edge.node.id.replace("measure:xishan-", ""),
    edge.status,
    edge.amount,
    edge.amountKind,
    edge.conditions.find((one) => one.clause.includes("万元"))?.clause ?? null,
    [...new Set(edge.conditions.flatMap((one) => one.sources.map((source) => source.line)))].join(),
  ]);
}

test("newly certified at provincial level in Xishan: up to 300,000 yuan and a service officer, one step from more", async () => {
  expect(await offers("enterprise:xinhongye")).toEqual([
    ["srdi-provincial-first", "ELIGIBLE", 300000, "CEILING", "获评，最高30万元", "34"],
    ["service-commissioner", "ELIGIBLE", null, null, null, "13,38"],
    ["srdi-national-first", "NEARLY", 500000, "CEILING", "获评，最高50万元", "34"],
    ["srdi-national-renewal", "NEARLY", 150000, "FLAT", "通过复审，15万元", "34"],
    ["srdi-provincial-renewal", "NEARLY", 100000, "FLAT", "通过复审，10万元", "34"],
    ["srdi-public-service", "NEARLY", null, null, null, "38"],
    ["srdi-cooperation", "NEARLY", null, null, null, "24"],
    ["srdi-finance", "NEARLY", null, null, null, "36"],
  ]);
}, 600_000);

test("one that passed re-examination at provincial level gets 100,000 yuan for that, and not the first reward", async () => {
  expect((await offers("enterprise:jinghai")).slice(0, 2)).toEqual([
    ["srdi-provincial-renewal", "ELIGIBLE", 100000, "FLAT", "通过复审，10万元", "34"],
    ["service-commissioner", "ELIGIBLE", null, null, null, "13,38"],
  ]);
}, 600_000);

test("the same certification in Wuzhong brings nothing of Xishan's", async () => {
  expect(await offers("enterprise:suyun")).toEqual([]);
}, 600_000);
