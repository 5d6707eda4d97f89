// The command line as a user meets it: help, exit codes, wrong words, templates, checks, queries, settings.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { industryGraph } from "../support/command.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const settings = {
  DATA_DIR: join(mkdtempSync(join(tmpdir(), "industry-graph-")), "data"),
  SEED_DIR: writeFolder(fixture),
};

async function run(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Result> {
  const command = industryGraph(args, { ...settings, ...more });
  const { code } = await command.ended;
  return { code, out: command.stdout(), err: command.stderr() };
}

describe("help and mistakes", () => {
  test("--help lists every command and every setting with its default", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    for (const word of [
      "start",
      "load",
      "check",
      "template",
      "query",
      "status",
      "DATA_DIR",
      "NEO4J_URI",
      "[4000]",
    ])
      expect(out).toContain(word);
    const one = await run(["query", "--help"]);
    expect([one.code, one.out.includes("--param")]).toEqual([0, true]);
  });

  test.each<[string[], RegExp]>([
    [["lod"], /unknown command 'lod'[\s\S]*Did you mean load/],
    [["query", "node", "--jsn"], /unknown option '--jsn'[\s\S]*Did you mean --json/],
    [["query"], /missing required argument 'NAME'/],
    [["template", "Enterprize"], /Enterprize is no kind or relation type; did you mean Enterprise\?/],
    [["template", "企业名单"], /did you mean Enterprise\? There are Enterprise 企业, Park 园区/],
    [["template", "资质"], /资质 is no kind or relation type; did you mean Certification\?/],
    [["template", "集群"], /did you mean Cluster or BELONGS_TO\?/],
    [["template", "涉及"], /did you mean ABOUT or CONCERNS\?/],
    [["template", "zzz"], /zzz is no kind or relation type; there are Enterprise 企业/],
    [["import", "x.csv", "--into", "y", "--kind", "企业们"], /企业们 is no kind; did you mean Enterprise\?/],
    [["query", "neighbours"], /There is no cypher\/neighbours\.cypher; did you mean /],
    [["query", "node"], /node needs --param id=/],
    [
      ["query", "node", "--param", "ID=x"],
      /--param ID=x: node has the parameters id \(ID!\); write name=value/,
    ],
    [
      ["query", "path", "--param", "from=a", "--param", "to=b", "--param", "maxHops=many"],
      /maxHops must be a whole number, not many/,
    ],
    [
      ["query", "path", "--param", "from=a", "--param", "to=b", "--param", "maxHops=99"],
      /maxHops must be a whole number from 1 to 10/,
    ],
    [
      ["query", "neighbourhood", "--param", "id=a", "--param", "kinds=Company"],
      /Company is no kind; there are Enterprise/,
    ],
  ])("%j ends with 2 and says what to do", async (args, says) => {
    const { code, out, err } = await run(args);
    expect(err).toMatch(says);
    expect([code, out]).toEqual([2, ""]);
    expect(err).not.toMatch(/\bat .*\.ts:/);
  });

  test.each<[Record<string, string>, RegExp]>([
    [{ PORT: "99999", MAX_COST: "0" }, /PORT="99999"[\s\S]*MAX_COST="0"/],
    [
      { NEO4J_URI: "http://localhost:7474" },
      /NEO4J_URI="http:\/\/localhost:7474": must begin with bolt:\/\//,
    ],
  ])("settings %j are refused, each with its value and what it is for", async (given, says) => {
    const { code, err } = await run(["status"], given);
    expect(err).toMatch(says);
    expect(code).toBe(2);
  });

  test("a server that does not answer is told without a stack", async () => {
    const { code, err } = await run(["status"], {
      NEO4J_URI: "bolt://127.0.0.1:1",
      NEO4J_PASSWORD: "hunter2",
    });
    expect(code).toBe(1);
    expect(err).toMatch(/Neo4j does not answer/);
    expect(err).not.toMatch(/hunter2|\bat .*\.ts:/);
  });
});

describe("template", () => {
  test.each(["Enterprise", "Observation", "CERTIFIED_AS"])(
    "%s prints a header that can be loaded",
    async (name) => {
      const { code, out } = await run(["template", name]);
      expect(code).toBe(0);
      expect(out.trim().split("\n")).toHaveLength(1);
      const file =
        name === "Observation"
          ? "observations.csv"
          : `${name === name.toUpperCase() ? "relations" : "entities"}/${name}.csv`;
      const checked = await run(["check", writeFolder({ files: { [file]: out } })]);
      expect([checked.code, checked.err]).toEqual([0, ""]);
    },
  );

  test.each([
    ["企业", "Enterprise"],
    ["产业集群", "Cluster"],
    ["measures", "Measure"],
    ["获评", "CERTIFIED_AS"],
    ["certified as", "CERTIFIED_AS"],
  ])("%s is %s", async (called, name) => {
    expect((await run(["template", called])).out).toBe((await run(["template", name])).out);
  });

  test("--explain says what each column is", async () => {
    const { out, err } = await run(["template", "Enterprise", "--explain"]);
    for (const column of out.trim().split(",")) expect(err).toContain(`${column} (`);
    expect(err).toContain("yuan");
  });
});

describe("check", () => {
  test("a sound folder ends with 0 and its counts; nothing is written", async () => {
    const data = join(mkdtempSync(join(tmpdir(), "industry-graph-")), "data");
    const { code, out } = await run(["check", settings.SEED_DIR], { DATA_DIR: data });
    expect(code).toBe(0);
    expect(out).toContain("35 entities, 44 relations, 4 observations");
    const status = await run(["status", "--json"], { DATA_DIR: data });
    expect(status.code).toBe(1);
    expect(JSON.parse(status.out)).toMatchObject({ ready: false, code: "NOT_READY" });
  });

  test("a broken one ends with 1 and every problem, a line each", async () => {
    const folder = writeFolder({
      files: {
        "entities/Park.csv": "id,name,area,sources\npark:a,甲,x,nowhere:1\npark:a,乙,,\n",
        "entities/Prak.csv": "id\n",
      },
    });
    const { code, out, err } = await run(["check", folder]);
    expect([code, out]).toEqual([1, ""]);
    const lines = err.trim().split("\n");
    expect(
      lines
        .slice(0, -1)
        .map((line) => line.slice(0, line.indexOf(": ")))
        .sort(),
    ).toEqual([
      "entities/Park.csv:2 area",
      "entities/Park.csv:2 sources",
      "entities/Park.csv:3 id",
      "entities/Park.csv:3 sources",
      "entities/Prak.csv",
    ]);
    expect(lines.at(-1)).toContain("5 problems in");
    const loaded = await run(["load", folder]);
    expect(loaded.code).toBe(1);
    expect(loaded.err).toContain("nothing was written");
  });
});

describe("what a command says", () => {
  test("reaches a slow reader to the last line, though the command ends as soon as it is done", async () => {
    const command = industryGraph(["schema"], settings);
    command.child.stdout?.pause();
    setTimeout(() => command.child.stdout?.resume(), 3_000);
    const { code } = await command.ended;
    expect(code).toBe(0);
    // More than a pipe or socket holds.
    expect(command.stdout().length).toBeGreaterThan(400_000);
    const lastLine = (text: string): string | undefined => text.trimEnd().split("\n").at(-1);
    const whole = readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8");
    expect(lastLine(command.stdout())).toBe(lastLine(whole));
  });
});

describe("load, status and query", () => {
  beforeAll(async () => {
    const { code, out } = await run(["load"]);
    expect([code, out.includes("39 created, 0 updated, 0 deleted")]).toEqual([0, true]);
  });

  test("loading again says that nothing changed", async () => {
    const { code, out } = await run(["load", settings.SEED_DIR]);
    expect(code).toBe(0);
    expect(out).toContain("entities: 0 created, 0 updated, 0 deleted, 39 unchanged");
  });

  test("a folder with which much would go is not loaded without --yes; --dry-run says what would be done", async () => {
    const other = writeFolder({
      entities: {
        Document: [{ id: "document:list", name: "list", stem: "list", sources: "list:1" }],
        Park: [{ id: "park:other", name: "某某园区", sources: "list:1" }],
      },
    });
    const refused = await run(["load", other]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("entities: 2 to add, 0 to change, 39 to take away");
    expect(refused.err).toContain("nothing was written. If that is meant, give --yes.");
    const dry = await run(["load", other, "--dry-run"]);
    expect(dry.code).toBe(0);
    expect(dry.out).toContain("39 to take away");
    expect(dry.out).toContain("Nothing was written");
    expect((await run(["load", settings.SEED_DIR, "--dry-run"])).out).toContain(
      "0 to take away, 39 as they are",
    );
    expect((await run(["load", other, "--yes"])).out).toContain("2 created, 0 updated, 39 deleted");
    expect((await run(["load", settings.SEED_DIR, "--yes"])).code).toBe(0);
  });

  test("status tells the engine, the data and its folder", async () => {
    const { code, out } = await run(["status", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ready: true,
      engine: "embedded",
      nodes: 39,
      folder: settings.SEED_DIR,
    });
    const text = await run(["status"]);
    expect(text.out).toMatch(/engine\s+embedded/);
  });

  test("query prints a table, whose columns are even where names are Chinese", async () => {
    const { code, out } = await run(["query", "enterprise.neighbours", "--param", "id=enterprise:xinhongye"]);
    expect(code).toBe(0);
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toBe("node");
    expect(lines.slice(2)).toEqual([
      "同名企业 (enterprise:same-a)",
      "同名企业 (enterprise:same-b)",
      "西部制药有限公司 (enterprise:drug)",
      "中科微至科技股份有限公司 (enterprise:weizhi)",
    ]);
  });

  test("query --json prints the rows", async () => {
    const { code, out } = await run(["query", "node", "--param", "id=park:west", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ node: { id: "park:west", name: "西部科技城", area: 900 } }]);
  });

  test("arguments left out mean their defaults; kinds are named as in the API or as labels", async () => {
    const around = async (...params: string[]) => {
      const pairs = params.flatMap((param) => ["--param", param]);
      const { out } = await run(["query", "neighbourhood", ...pairs, "--json"]);
      const [row] = JSON.parse(out) as { nodes: unknown[]; relations: unknown[]; truncated: boolean }[];
      return [row?.nodes.length, row?.relations.length, row?.truncated];
    };
    expect(await around("id=region:empty")).toEqual([2, 1, false]);
    expect(await around("id=enterprise:drug", "kinds=PARK,Cluster", "limit=1")).toEqual([2, 1, true]);
  });

  test("what is not there is an error that says what is near; a question without an answer says 0 rows", async () => {
    const unknown = await run(["query", "node", "--param", "id=park:wset"]);
    expect([unknown.code, unknown.out]).toEqual([1, ""]);
    expect(unknown.err).toContain('"park:wset" is the id or name of nothing here');
    const metric = await run(["query", "ranking", "--param", "metric=nothing-like-it"]);
    expect([metric.code, metric.err]).toEqual([1, expect.stringContaining("is the id or name of no Metric")]);
    const none = await run(["query", "enterprise.neighbours", "--param", "id=enterprise:drug"]);
    expect(none.code).toBe(0);
    const empty = await run(["query", "entity.former-names", "--param", "id=enterprise:drug"]);
    expect([empty.code, empty.out.trimEnd().split("\n").at(-1)]).toEqual([0, "0 rows"]);
  });

  test("entities are named as everywhere, and lists of them are told as such", async () => {
    const { code, out } = await run(["query", "neighbourhood", "--param", "id=西部科技城"]);
    expect(code).toBe(0);
    expect(out).toContain("西部科技城 (park:west)");
    const json = await run(["query", "neighbourhood", "--param", "id=西部科技城", "--json"]);
    const [row] = JSON.parse(json.out) as { nodes: { id: string }[] }[];
    expect(row?.nodes[0]).toMatchObject({ id: "park:west", name: "西部科技城" });
  });
});
