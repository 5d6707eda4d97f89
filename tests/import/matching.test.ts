// Rows of a workbook and what is known: same, perhaps the same, new; what people decide; and what comes of it in a graph.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planImport } from "../../src/import/run.ts";
import { readTables } from "../../src/import/tables.ts";
import { openLayers } from "../../src/load/layers.ts";
import { loadFolder } from "../../src/load/load.ts";
import { type MatchLine, parseMatches } from "../../src/match/decisions.ts";
import { decide, isOpen, readPairs } from "../../src/review/pairs.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";

const code = "91350100M000100Y43";
const otherCode = "91320205MA1X00001B";

const known = () => {
  const root = writeFolder({});
  const seed = writeFolder(
    {
      entities: {
        Document: [{ id: "document:report", name: "report", stem: "report", sources: "report:1" }],
        Region: [
          { id: "region:wuxi", name: "无锡市", sources: "report:1" },
          { id: "region:xuzhou", name: "徐州市", sources: "report:1" },
        ],
        Enterprise: [
          { id: "enterprise:jiayi", name: "无锡甲乙精密机械股份有限公司", capital: 100, sources: "report:2" },
          { id: "enterprise:wuji", name: "戊己新材料", aliases: "戊己", sources: "report:3" },
          { id: "enterprise:coded", name: "庚辛电子有限公司", creditCode: code, sources: "report:4" },
          { id: "enterprise:xingda", name: "兴达机械厂", sources: "report:5" },
        ],
      },
      relations: { LOCATED_IN: [{ from: "enterprise:xingda", to: "region:wuxi", sources: "report:5" }] },
    },
    join(root, "base"),
  );
  return { root, seed, into: join(root, "my-data"), work: join(root, "work") };
};

const list = `企业名称,统一社会信用代码,所在区域,注册资本(万元)
无锡市甲乙精密机械有限公司,,无锡市,200
无锡甲乙精密机械股份有限公司苏州分公司,,,10
苏州甲乙精密机械有限公司,,,20
无锡甲乙食品有限公司,,,30
戊已新材料,,,40
改了名的电子有限公司,${code},,50
庚辛电子有限公司,91350100M000100Y43X,,60
兴达机械厂,,徐州市,70
无锡壬癸科技有限公司,,,80
`;

async function imported(text: string, { root, seed, into }: ReturnType<typeof known>, name = "list.csv") {
  const file = join(writeFolder({ files: { [name]: text } }, join(root, "files")), name);
  const planned = await planImport({ file, into, upon: [seed], kind: "Enterprise" });
  planned.write(new Map());
  return planned;
}

const matchesOf = (into: string): MatchLine[] =>
  parseMatches(readFileSync(join(into, "matches.csv"), "utf8"));

const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: false })
      .filter((name) => /\.(?:csv|json)$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );

describe("rows and what is known", () => {
  test("each row is SAME, REVIEW or NEW, with the features of its score", async () => {
    const place = known();
    const { converted } = await imported(list, place);
    expect(converted.refused).toEqual([8]);
    const told = matchesOf(place.into).map(({ name, other, verdict }) => `${name} ${verdict} ${other}`);
    expect(told).toEqual([
      "无锡市甲乙精密机械有限公司 SAME enterprise:jiayi",
      "戊已新材料 REVIEW enterprise:wuji",
      "改了名的电子有限公司 SAME enterprise:coded",
      "兴达机械厂 REVIEW enterprise:xingda",
    ]);
    expect(converted.counts).toEqual({ rows: 9, same: 2, review: 2, new: 4 });
    const [first, , coded, moved] = matchesOf(place.into);
    expect(first?.features).toMatch(/CORE \+0\.96.*LEGAL_FORM -0\.02/);
    expect(coded?.features).toBe(`CREDIT_CODE +1 ${code}`);
    expect(moved?.features).toMatch(/REGION -0\.3 徐州 \/ 无锡/);
  });

  test("another credit code is another enterprise, whatever the name, and so is a second claim to one", async () => {
    const place = known();
    await imported(
      `企业名称,统一社会信用代码\n庚辛电子有限公司,91320205762418848L\n无锡甲乙精密机械股份有限公司,${code}\n`,
      place,
    );
    const told = matchesOf(place.into).map(({ name, other }) => `${name} ${other}`);
    // The second row has the code of one that is called otherwise: the code outranks the name.
    expect(told).toEqual(["无锡甲乙精密机械股份有限公司 enterprise:coded"]);
  });

  test("two enterprises of one name in two regions are two, and keep their ids", async () => {
    const place = known();
    const text = "企业名称,所在区域\n安泰设备厂,无锡市\n安泰设备厂,徐州市\n";
    await imported(text, place);
    const ids = () =>
      readTables(place.into)
        .get("entities/Enterprise.csv")
        ?.map(({ id }) => id);
    const first = ids();
    expect(new Set(first).size).toBe(2);
    await imported(
      text
        .split("\n")
        .reverse()
        .join("\n")
        .trim()
        .replace(/(.*)\n(企业名称.*)/s, "$2\n$1"),
      place,
    );
    expect(new Set(ids())).toEqual(new Set(first));
  });

  test("a customer that is surely known is only mentioned; a doubtful one is an entity to be reviewed", async () => {
    const place = known();
    await imported("企业名称,主要客户\n无锡壬癸科技有限公司,戊己；甲乙精密\n", place);
    const tables = readTables(place.into);
    const [sure, doubtful] = tables.get("relations/SUPPLIES.csv") ?? [];
    expect(sure?.to).toBe("enterprise:wuji");
    expect(matchesOf(place.into)).toMatchObject([
      { id: doubtful?.to, name: "甲乙精密", other: "enterprise:jiayi", verdict: "REVIEW" },
    ]);
  });

  test("imported twice, nothing changes, whatever was decided in between; the next file changes what differs", async () => {
    const place = known();
    await imported(list, place);
    const once = contents(place.into);
    const again = await imported(list, place);
    expect(contents(place.into)).toEqual(once);
    expect(again.changes).toMatchObject({ added: 0, changed: 0, removed: 0 });
    const [pair] = readPairs(place.into);
    if (pair === undefined) throw new Error("nothing to review");
    decide(place.into, pair, "same", { by: "李", why: "同一地址", at: "2024-01-01" });
    const decided = contents(place.into);
    await imported(list, place);
    expect(contents(place.into)).toEqual(decided);
    const next = await imported(list.replace(",80\n", ",90\n"), place);
    expect(next.changes).toMatchObject({ added: 0, changed: 1, removed: 0 });
  });

  test("what a person held apart is not matched again", async () => {
    const place = known();
    await imported(list, place);
    const same = readPairs(place.into).find(({ other }) => other === "enterprise:jiayi");
    if (same === undefined) throw new Error("there is no such pair");
    decide(place.into, same, "different", { by: "李", why: "", at: "2024-01-01" });
    const { converted } = await imported(list, place);
    expect(converted.counts).toMatchObject({ same: 1, new: 5 });
  });
});

describe("decisions", () => {
  const deciding = { by: "李", why: "看过执照", at: "2024-01-01" };

  test("are kept once, changed, and taken back", async () => {
    const { into, ...rest } = known();
    await imported(list, { into, ...rest });
    const [pair] = readPairs(into).filter(isOpen);
    if (pair === undefined) throw new Error("nothing to review");
    const file = () => readFileSync(join(into, "decisions.csv"), "utf8").trim().split("\n");
    decide(into, pair, "same", deciding);
    decide(into, pair, "same", { ...deciding, at: "2024-02-02" });
    expect(file()).toHaveLength(2);
    expect(file()[1]).toContain("same,李,2024-01-01,看过执照");
    decide(into, pair, "different", deciding);
    expect(file()[1]).toContain("different");
    expect(readPairs(into).filter(isOpen)).toHaveLength(1);
    decide(into, pair, "later", deciding);
    expect(file()).toHaveLength(1);
    expect(readPairs(into).filter(isOpen)).toHaveLength(2);
  });

  test("that are wrong are told by their place", async () => {
    const place = known();
    await imported(list, place);
    const { seed, into, work } = place;
    writeFileSync(
      join(into, "decisions.csv"),
      "id,other,is,by\nenterprise:a,b,same,x\nenterprise:a,enterprise:b,perhaps,x\n",
    );
    const { problems } = await openLayers(`${seed},${into}`, work);
    expect(problems).toMatchObject([
      { file: join(into, "decisions.csv"), line: 2, column: "other" },
      {
        file: join(into, "decisions.csv"),
        line: 3,
        column: "is",
        message: expect.stringContaining("same or different"),
      },
    ]);
    await expect(imported(list, place)).rejects.toThrow(/decisions\.csv:2 other/);
  });

  test("do not make one of two credit codes, nor of two that another decision holds apart", async () => {
    const { seed, into, work } = known();
    const rows = ["a", "b", "c"].map((id) => ({ id: `enterprise:${id}`, name: id, sources: "list:1" }));
    writeFolder(
      {
        entities: {
          Document: [{ id: "document:list", name: "list", stem: "list", sources: "list:1" }],
          Enterprise: [...rows, { id: "enterprise:d", name: "d", creditCode: otherCode, sources: "list:1" }],
        },
        files: {
          "decisions.csv": `id,other,is
enterprise:d,enterprise:coded,same
enterprise:a,enterprise:b,same
enterprise:b,enterprise:c,same
enterprise:a,enterprise:c,different
`,
        },
      },
      into,
    );
    const { problems } = await openLayers(`${seed},${into}`, work);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      expect.stringMatching(/^2 .*different credit codes/),
      expect.stringMatching(/^4 .*enterprise:a and enterprise:c.* are different/),
    ]);
  });
});

async function everything(store: GraphStore): Promise<unknown> {
  const nodes = await store.read("MATCH (n:Entity) RETURN properties(n) AS p ORDER BY n.id");
  const relations = await store.read(
    "MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS t, properties(r) AS p ORDER BY r.id",
  );
  return { nodes, relations };
}

describeEachEngine("a graph of what is known and an import", (open) => {
  test("has one entity for what is the same, two again when that is taken back, and none of it without the layer", async () => {
    const place = known();
    const { seed, into, work } = place;
    await imported(list, place);
    const store = await open();
    const load = async (...layers: string[]) => {
      const layered = await openLayers(layers.join(","), work);
      return loadFolder(store, layered.folder, { layered });
    };
    await load(seed);
    const before = await everything(store);
    await load(seed, into);
    const apart = await everything(store);
    const [merged] = await store.read(
      "MATCH (n:Enterprise {id: 'enterprise:jiayi'}) RETURN properties(n) AS p",
    );
    expect(merged?.p).toMatchObject({
      name: "无锡甲乙精密机械股份有限公司",
      aliases: ["无锡市甲乙精密机械有限公司"],
      capital: 100,
      sources: ["report:2", "list:2"],
    });
    const count = async () => Number((await store.read("MATCH (n:Enterprise) RETURN count(n) AS n"))[0]?.n);
    expect(await count()).toBe(4 + 6);
    // Its region came with the row, as a fact of the one entity; what the two say differently is kept.
    const [where] = await store.read(
      "MATCH (:Enterprise {id: 'enterprise:jiayi'})-[r:LOCATED_IN]->(p:Region) RETURN p.id AS id, r.sources AS sources",
    );
    expect(where).toEqual({ id: "region:wuxi", sources: ["list:2"] });
    const [conflict] = await store.read(
      "MATCH (c:Conflict)-[:CONCERNS]->(:Enterprise {id: 'enterprise:jiayi'}) RETURN c.reason AS reason",
    );
    expect(conflict?.reason).toContain("base: 100; my-data: 2000000");
    const pair = readPairs(into).find(({ name }) => name === "戊已新材料");
    if (pair === undefined) throw new Error("there is no such pair");
    decide(into, pair, "same", { by: "李", why: "", at: "2024-01-01" });
    await load(seed, into);
    expect(await count()).toBe(9);
    const [wuji] = await store.read("MATCH (n:Enterprise {id: 'enterprise:wuji'}) RETURN properties(n) AS p");
    expect(wuji?.p).toMatchObject({ capital: 400_000, sources: ["report:3", "list:6"] });
    decide(into, pair, "later", { by: "李", why: "", at: "2024-01-01" });
    await load(seed, into);
    expect(await everything(store)).toEqual(apart);
    await load(seed);
    expect(await everything(store)).toEqual(before);
  });

  test("takes apart what the matcher called the same, when a person says otherwise", async () => {
    const place = known();
    const { seed, into, work } = place;
    await imported(list, place);
    const pair = readPairs(into).find(({ other }) => other === "enterprise:jiayi");
    if (pair === undefined) throw new Error("there is no such pair");
    decide(into, pair, "different", { by: "李", why: "", at: "2024-01-01" });
    const store = await open();
    const layered = await openLayers(`${seed},${into}`, work);
    await loadFolder(store, layered.folder, { layered });
    const rows = await store.read(
      "MATCH (n:Enterprise) WHERE n.id IN ['enterprise:jiayi', $own] RETURN n.capital AS capital, n.sources AS sources ORDER BY capital",
      { own: pair.id },
    );
    expect(rows).toEqual([
      { capital: 100, sources: ["report:2"] },
      { capital: 2_000_000, sources: ["list:2"] },
    ]);
  });

  test("merges within one layer alone as well", async () => {
    const { into, work } = known();
    writeFolder(
      {
        entities: {
          Document: [{ id: "document:list", name: "list", stem: "list", sources: "list:1" }],
          Park: [{ id: "park:p", name: "某园区", sources: "list:1" }],
          Enterprise: [
            { id: "enterprise:a", name: "甲公司", sources: "list:1" },
            { id: "enterprise:b", name: "甲某公司", founded: "2015", sources: "list:2" },
          ],
        },
        relations: {
          LOCATED_IN: [
            { from: "enterprise:b", to: "park:p", sources: "list:2" },
            { from: "enterprise:a", to: "park:p", sources: "list:1" },
          ],
        },
        files: { "decisions.csv": "id,other,is\nenterprise:a,enterprise:b,相同\n" },
      },
      into,
    );
    const store = await open();
    const layered = await openLayers(into, work);
    await loadFolder(store, layered.folder, { layered });
    const rows = await store.read(
      "MATCH (n:Enterprise)-[r:LOCATED_IN]->(p:Park) RETURN n.id AS id, n.founded AS founded, r.sources AS sources",
    );
    expect(rows).toEqual([{ id: "enterprise:a", founded: "2015", sources: ["list:1", "list:2"] }]);
  });
});
