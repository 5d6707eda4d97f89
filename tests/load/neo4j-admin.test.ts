// What `export --format neo4j-admin` writes, imported by the real tool, is the graph that loading makes.
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import driverOf from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { classPath } from "../../scripts/neo4j/class-path.ts";
import { type RunningNeo4j, startNeo4j } from "../../scripts/neo4j/start.ts";
import { findWay, javaCommand } from "../../scripts/neo4j/tools.ts";
import { exportNeo4jAdmin } from "../../src/load/export/neo4j-admin.ts";
import { loadFolder } from "../../src/load/load.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { openNeo4j } from "../../src/store/neo4j.ts";
import type { GraphStore, Row } from "../../src/store/port.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

const place = mkdtempSync(join(tmpdir(), "neo4j-admin-"));
const folder = writeFolder(fixture);

function run(command: string, args: readonly string[], cwd: string, home: string): Promise<string> {
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") };
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (piece: Buffer) => {
    output += piece.toString();
  });
  child.stderr.on("data", (piece: Buffer) => {
    output += piece.toString();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(output) : reject(new Error(output))));
  });
}

async function allOf(store: GraphStore): Promise<Row[]> {
  const nodes = await store.read(
    "MATCH (n) WHERE n:Entity OR n:Alias RETURN labels(n) AS labels, properties(n) AS own, '' AS start, '' AS goal",
  );
  const relations = await store.read(
    "MATCH (a:Entity)-[r]->(b:Entity) RETURN [type(r)] AS labels, properties(r) AS own, a.id AS start, b.id AS goal",
  );
  const rows = [...nodes, ...relations].map((row) => ({
    ...row,
    labels: [...(row.labels as string[])].sort(),
  }));
  const key = (row: Row): string => `${String((row.own as Row).id)} ${JSON.stringify(row.labels)}`;
  return rows.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

// The tool runs here where Java does; with Docker alone it would have to run in a container.
describe.skipIf(inject("neo4jBroker") === null || findWay("auto") !== "java")(
  "the files for neo4j-admin",
  () => {
    const [files, home] = [join(place, "files"), join(place, "home")];
    let neo4j: RunningNeo4j;
    let imported: GraphStore;
    let loaded: GraphStore;

    beforeAll(async () => {
      await exportNeo4jAdmin(folder, files);
      mkdirSync(join(home, "conf"), { recursive: true });
      writeFileSync(
        join(home, "neo4j.conf"),
        "dbms.usage_report.enabled=false\nserver.memory.pagecache.size=64m\n",
      );
      copyFileSync(join(home, "neo4j.conf"), join(home, "conf", "neo4j.conf"));
      const jars = await classPath(() => undefined);
      const tool = [
        "-Xmx512m",
        "-cp",
        jars,
        "org.neo4j.cli.AdminTool",
        "database",
        "import",
        "full",
        "@import.args",
      ];
      await run(javaCommand(), [...tool, "neo4j"], files, home);
      neo4j = await startNeo4j({ bolt: 0, http: 0, data: home, heap: "512m", by: "java" });
      imported = openNeo4j({ uri: neo4j.uri });
      // As cypher-shell does it: each statement in a transaction of its own making.
      const driver = driverOf.driver(neo4j.uri);
      const session = driver.session();
      for (const statement of readFileSync(join(files, "after-import.cypher"), "utf8").split(";\n"))
        if (statement.trim() !== "") await session.run(statement);
      await driver.close();
      loaded = openEmbedded();
      await loadFolder(loaded, folder);
    }, 900_000);

    afterAll(async () => {
      await imported?.close();
      await loaded?.close();
      await neo4j?.stop();
      rmSync(place, { recursive: true, force: true });
    });

    test("give the same nodes and relations as a load, to the last property", async () => {
      const [one, other] = [await allOf(imported), await allOf(loaded)];
      expect(one).toEqual(other);
    });

    test("leave a later load nothing to do", async () => {
      const { nodes, relations } = await loadFolder(imported, folder);
      expect(nodes).toEqual({ created: 0, updated: 0, deleted: 0, unchanged: nodes.unchanged });
      expect(relations).toEqual({ created: 0, updated: 0, deleted: 0, unchanged: relations.unchanged });
      expect(nodes.unchanged).toBeGreaterThan(30);
    });

    test("are not written beside other files", async () => {
      await expect(exportNeo4jAdmin(folder, files)).rejects.toMatchObject({ code: "BAD_ARGUMENT" });
    });
  },
);
