// The explorer's parts that need no browser: the view and its address, tables, files.
import Graph from "graphology";
import { parse as parseGexf } from "graphology-gexf";
import { parse } from "graphology-graphml";
import { describe, expect, test } from "vitest";
import { packView, unpackView, wantedBy } from "../../web/src/explore/address.ts";
import { countsPicture } from "../../web/src/explore/counts-picture.ts";
import type { Known, Tie } from "../../web/src/explore/documents.ts";
import { gexfOf, graphmlOf, pageOf } from "../../web/src/explore/files.ts";
import { svgOf } from "../../web/src/explore/picture.ts";
import { csvOf, entityTable, relationTable, sorted, tsvOf } from "../../web/src/explore/rows.ts";
import { shortName } from "../../web/src/explore/short-name.ts";
import { shownOf } from "../../web/src/explore/shown.ts";
import {
  emptyView,
  leavesOf,
  markedOf,
  roundSight,
  toggled,
  withNodes,
  withoutNodes,
  withPin,
  withPlaces,
} from "../../web/src/explore/view.ts";
import { isWhole } from "../../web/src/explore/whole-names.ts";
import { speechOf } from "../../web/src/text/language.ts";

const evil = `<img src=x onerror=alert(1)>"'&]]>`;
const known = (id: string, name = id, kind = "ENTERPRISE"): Known => ({ id, name, kind, summary: null });
const tie = (from: string, to: string, type = "SUPPLIES"): Tie => ({
  id: `${type}|${from}|${to}`,
  type,
  status: "STATED",
  since: null,
  until: "2023",
  properties: { product: "电缆", note: "left out" },
  from: known(from),
  to: known(to),
  sources: [{ line: 3, document: { id: "document:a", name: "甲报告", stem: "a" } }],
});

const names = ["a", "b", "c", "d"];
const view = withNodes(emptyView, names);
const entities = new Map(names.map((id) => [id, known(id, id === "d" ? evil : `企业${id}`)]));
const ties = [tie("a", "b"), tie("b", "c"), tie("a", "d"), tie("a", "outside")];
const shown = shownOf(view, entities, ties);
const speech = speechOf("zh");

describe("a view", () => {
  test("comes back from its address whole: entities, places, filters, panel, ends, route", async () => {
    const made = {
      ...withPin(withPlaces(view, { a: { x: -1234.4, y: 8.6 } }), "b", true),
      hiddenKinds: new Set(["PARK"]),
      hiddenTypes: new Set(["SUPPLIES", "LOCATED_IN"]),
      selected: "c",
      panel: "paths" as const,
      layout: "layered" as const,
      ends: ["a", null] as const,
      route: ["a", "b"],
      sight: { x: -12.5, y: 3, across: 450 },
    };
    expect(made.nodes.get("a")).toEqual({ x: -1234, y: 9, pinned: false });
    expect(await unpackView(await packView(made))).toEqual(made);
    expect(await wantedBy(`#v=${await packView(made)}`)).toEqual({ is: "view", view: made });
  });

  test("without a part in sight, and of a link made before there was one, shows all of the picture", async () => {
    const packed = await packView(view);
    expect((await unpackView(packed))?.sight).toBeNull();
    // As links were before: nothing after the route.
    const older = await new Response(
      new Blob([JSON.stringify([1, [["a", 1, 2, 0]], [], [], null, 0, 0, [null, null], []])])
        .stream()
        .pipeThrough(new CompressionStream("deflate-raw")),
    ).arrayBuffer();
    expect(await unpackView(Buffer.from(older).toString("base64url"))).toEqual({
      ...emptyView,
      nodes: new Map([["a", { x: 1, y: 2, pinned: false }]]),
    });
  });

  test("a part in sight is kept in as many digits as are seen", () => {
    expect(roundSight({ x: 1234.56789, y: -0.000123, across: 987.654321 })).toEqual({
      x: 1234.6,
      y: 0,
      across: 987.7,
    });
    expect(roundSight({ x: 1.23456, y: 2, across: 12.3456 })).toEqual({ x: 1.23, y: 2, across: 12.35 });
  });

  test("of 500 entities takes an address short enough to send", async () => {
    const ids = Array.from({ length: 500 }, (_, number) => `enterprise:some-name-${number * 7919}`);
    expect((await packView(withNodes(emptyView, ids))).length).toBeLessThan(16_000);
  });

  test.each(["", "#v=", "#v=%%%", "#v=AAAA", `#v=${btoa("[1]")}`, "#v=q1YqVrJSUgIA"])(
    "a broken address %s gives no view",
    async (hash) => {
      expect(["broken", "nothing"]).toContain((await wantedBy(hash)).is);
    },
  );

  test("an address may name entities to begin with", async () => {
    expect(await wantedBy("#open=enterprise:a,enterprise%3Ab")).toEqual({
      is: "open",
      ids: ["enterprise:a", "enterprise:b"],
    });
    expect(await wantedBy("#path=a,b")).toEqual({ is: "path", ids: ["a", "b"] });
  });

  test("added entities lie apart and near what they were opened from; known ones stay", () => {
    const more = withNodes(withPlaces(view, { c: { x: 1000, y: 0 } }), ["a", "e", "f"], "c");
    expect(more.nodes.get("a")).toBe(view.nodes.get("a"));
    const [e, f] = [more.nodes.get("e"), more.nodes.get("f")];
    for (const one of [e, f]) expect(Math.hypot((one?.x ?? 0) - 1000, one?.y ?? 0)).toBeLessThan(200);
    expect(e).not.toEqual(f);
    const all = [
      ...withNodes(withNodes(withNodes(emptyView, ["one", "two"]), ["three"], "one"), ["four"], "one").nodes,
    ];
    expect(new Set(all.map(([, { x, y }]) => `${x} ${y}`)).size).toBe(4);
  });

  test("collapsing takes away what nothing else holds on to, and leaves what is pinned", () => {
    const ends = ties.map(({ from, to }) => ({ from: from.id, to: to.id }));
    expect(leavesOf(view, "a", ends)).toEqual(["d"]);
    expect(leavesOf(withPin(view, "d", true), "a", ends)).toEqual([]);
    expect(leavesOf(view, "b", ends)).toEqual(["c"]);
    expect(withoutNodes({ ...view, selected: "d" }, ["d"]).selected).toBeNull();
  });

  test("hides kinds and types, with the relations of what is hidden", () => {
    expect(shown.nodes.map(({ id, degree }) => [id, degree])).toEqual([
      ["a", 2],
      ["b", 2],
      ["c", 1],
      ["d", 1],
    ]);
    expect(shown.ties).toHaveLength(3);
    expect(shownOf({ ...view, hiddenTypes: toggled(new Set(), "SUPPLIES") }, entities, ties).ties).toEqual(
      [],
    );
    const parks = new Map(entities).set("b", known("b", "园区", "PARK"));
    const hidden = shownOf({ ...view, hiddenKinds: new Set(["PARK"]) }, parks, ties);
    expect(hidden.nodes.map(({ id }) => id)).toEqual(["a", "c", "d"]);
    expect(hidden.ties.map(({ to }) => to.id)).toEqual(["d"]);
  });

  test("a route marks its entities and the relations between one and the next", () => {
    const ends = ties.map(({ id, from, to }) => ({ id, from: from.id, to: to.id }));
    expect([...markedOf({ ...view, route: ["c", "b", "a"] }, ends)].sort()).toEqual(
      ["a", "b", "c", "SUPPLIES|a|b", "SUPPLIES|b|c"].sort(),
    );
  });
});

describe("tables and files", () => {
  test("tables hold what is shown, sorted by any column", () => {
    const table = entityTable(shown, speech);
    expect(table.rows.map(({ cells }) => cells[3])).toEqual(names);
    expect(
      sorted(table, 2, true, "zh")
        .map(({ id }) => id)
        .slice(0, 2)
        .sort(),
    ).toEqual(["a", "b"]);
    const relations = relationTable(shown, speech);
    expect(relations.rows[0]?.cells).toEqual([
      "a",
      "供应",
      "b",
      "产品 电缆; –2023",
      "明示",
      "甲报告 第 3 行",
    ]);
    expect(tsvOf(relations).split("\n")).toHaveLength(4);
  });

  test("CSV quotes what must be quoted, and a name is no formula", () => {
    const csv = csvOf({
      columns: ["名称"],
      rows: [`a,"b"\n`, "=1+1", "-5", "+x"].map((cell) => ({ id: cell, about: [], cells: [cell] })),
    });
    expect(csv).toBe(`\uFEFF名称\r\n"a,""b""\n"\r\n'=1+1\r\n'-5\r\n'+x\r\n`);
  });

  test("GEXF and GraphML are read by others with every entity and relation", () => {
    for (const [text, read] of [
      [graphmlOf(shown, speech), parse],
      [gexfOf(shown, speech), parseGexf],
    ] as const) {
      const graph = read(Graph as never, text, {
        allowUndeclaredAttributes: true,
      } as never) as unknown as Graph;
      expect(graph.nodes().sort()).toEqual(names);
      expect(graph.size).toBe(3);
      expect(graph.getNodeAttribute("d", "label")).toBe(evil);
    }
  });

  test("names are never markup in pictures and pages", () => {
    const look = { dark: false, title: speech.title, marked: new Set<string>() };
    const picture = svgOf(shown, look);
    const page = pageOf(shown, speech, "http://127.0.0.1/explore#v=x", picture);
    const [alone] = shown.nodes.filter(({ name }) => name === evil);
    if (alone === undefined) throw new Error("nobody has the evil name");
    for (const text of [picture.svg, page, countsPicture(alone, [], speech, false).svg]) {
      expect(text).not.toContain("<img");
      expect(text).toContain("&lt;img");
    }
    expect(page).not.toMatch(/<script|src=(?!x)/);
    expect(page).toContain("default-src 'none'");
  });

  test("names whose letters join, combine or run from right to left are written whole", () => {
    const whole = [
      "شركة الصناعات",
      "חברת מנועים 2024",
      "شىركىتى有限公司",
      "བོད་ལྗོངས་",
      "วิสาหกิจ",
      "हिन्दी",
      "🇨🇳",
      "e\u0301",
    ];
    expect(whole.filter((name) => !isWhole(name))).toEqual([]);
    const plain = [
      "无锡中科微至",
      "Ötzi GmbH & Co. KG",
      "🚀火箭",
      "ООО Ромашка",
      "かな",
      "한국",
      "Αθήνα",
      "",
    ];
    expect(plain.filter(isWhole)).toEqual([]);
  });

  test("names beside nodes lose their legal form before they are cut", () => {
    expect(shortName("无锡鑫宏业线缆科技股份有限公司", 16)).toBe("无锡鑫宏业线缆科技股份有限公司");
    expect(shortName("无锡鑫宏业线缆科技股份有限公司", 10)).toBe("无锡鑫宏业线缆科技");
    expect(shortName("无锡鑫宏业线缆科技股份有限公司", 5)).toBe("无锡鑫宏…");
  });
});
