// What is written last waits in a file once it is much: the same texts, in their order, and nothing left behind.
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import graphology from "graphology";
import readGexf from "graphology-gexf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gexf } from "../../src/graphs/gexf.ts";
import type { GraphPart } from "../../src/graphs/graph.ts";
import { json } from "../../src/graphs/json.ts";
import { newSpool } from "../../src/graphs/spool.ts";

const before = process.env.TMPDIR;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "industry-graph-"));
  process.env.TMPDIR = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
});

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

describe("a spool", () => {
  test("gives what it took, in its order, from memory and from a file", async () => {
    const texts = Array.from({ length: 2_000 }, (_, index) => `第${index}行：企业\n`.repeat(1 + (index % 7)));
    for (const held of [10, 5_000, 10_000_000]) {
      const spool = newSpool(held);
      for (const text of texts) await spool.add(text);
      expect(await whole(spool.read())).toBe(texts.join(""));
      expect(readdirSync(folder)).toHaveLength(held === 10_000_000 ? 0 : 1);
      await spool.close();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  test("of nothing gives nothing", async () => {
    const spool = newSpool();
    expect(await whole(spool.read())).toBe("");
    await spool.close();
  });

  test("says what to do where the temporary folder takes nothing", async () => {
    process.env.TMPDIR = join(folder, "not there");
    const spool = newSpool(1);
    await expect((async () => spool.add("text"))()).rejects.toMatchObject({
      code: "BAD_SETTING",
      message: expect.stringContaining("TMPDIR"),
    });
    await spool.close();
  });
});

/** Entities in a ring, whose texts are more than waits in memory. */
async function* ring(count: number): AsyncGenerator<GraphPart> {
  const note = "长".repeat(1_600);
  for (let at = 0; at < count; at += 500) {
    const ids = Array.from({ length: Math.min(500, count - at) }, (_, index) => at + index);
    yield {
      entities: ids.map((id) => ({
        id: `enterprise:${id}`,
        kind: "Enterprise",
        properties: { name: `企业${id}`, summary: note, capital: id },
      })),
      relations: ids.map((id) => ({
        id: `SUPPLIES|${id}`,
        type: "SUPPLIES",
        from: `enterprise:${id}`,
        to: `enterprise:${(id + 1) % count}`,
        properties: { note },
      })),
    };
  }
}

describe("a graph of more than memory is to hold", () => {
  const count = 6_000;
  const about = { version: "v", documents: new Map(), cut: false };

  test("is whole as GEXF, and another's reader takes it", async () => {
    const text = await whole(gexf({ ...about, parts: ring(count) }));
    expect([text.match(/<node /g)?.length, text.match(/<edge /g)?.length]).toEqual([count, count]);
    expect(text.trimEnd().endsWith("</edges>\n</graph>\n</gexf>")).toBe(true);
    const small = await whole(gexf({ ...about, parts: ring(300) }));
    const graph = readGexf.parse(graphology.MultiDirectedGraph, small, { respectInputGraphType: true });
    expect([graph.order, graph.size]).toEqual([300, 300]);
    expect(graph.getNodeAttributes("enterprise:299")).toMatchObject({ label: "企业299", capital: 299 });
    expect(graph.hasDirectedEdge("enterprise:299", "enterprise:0")).toBe(true);
    // Columns that nothing has would be empty columns in Gephi.
    expect(text).not.toContain('title="stockCode"');
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is whole as JSON, in either layout", async () => {
    const linked = JSON.parse(await whole(json({ ...about, parts: ring(count) }, "node-link"))) as {
      nodes: { id: string }[];
      links: { source: string; target: string }[];
    };
    expect([linked.nodes.length, linked.links.length]).toEqual([count, count]);
    expect(linked.links.at(-1)).toMatchObject({ source: "enterprise:5999", target: "enterprise:0" });
    const cytoscape = JSON.parse(await whole(json({ ...about, parts: ring(1_000) }, "cytoscape"))) as {
      elements: { nodes: object[]; edges: object[] };
    };
    expect([cytoscape.elements.nodes.length, cytoscape.elements.edges.length]).toEqual([1_000, 1_000]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("leaves nothing behind where the reader stops in the middle", async () => {
    for await (const piece of gexf({ ...about, parts: ring(count) })) {
      expect(piece).toContain("<gexf");
      break;
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});
