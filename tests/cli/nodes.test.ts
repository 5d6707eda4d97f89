// The lines of Node that the package promises: each starts it, loads, answers and writes a table.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/command.ts";
import { hasNodes, nodeLines, nodeOf } from "../support/nodes.ts";

const bin = fileURLToPath(new URL("../../bin/industry-graph.js", import.meta.url));

describe.skipIf(!hasNodes).each([...nodeLines])("Node %i", (line) => {
  test("starts, loads, answers, writes a table and stops", async () => {
    const settings = {
      DATA_DIR: join(mkdtempSync(join(tmpdir(), "industry-graph-node-")), "data"),
      PORT: "0",
      LOG_LEVEL: "info",
    };
    const command = runCommand([bin, "start"], { settings, program: nodeOf(line) });
    try {
      const [, address = ""] = await command.waitFor(/Pages +(http:\S+)/);
      const query = '{ region(name: "锡山区") { id parks { totalCount } } dataset { engine } }';
      const response = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      expect(await response.json()).toMatchObject({ data: { region: { id: "region:xishan" } } });
      const table = await fetch(`${address}/export/Park.xlsx`);
      expect([
        table.status,
        Buffer.from(await table.arrayBuffer())
          .subarray(0, 2)
          .toString(),
      ]).toEqual([200, "PK"]);
    } finally {
      command.child.kill("SIGTERM");
    }
    expect(await command.ended).toEqual({ code: 0, signal: null });
  });
});
