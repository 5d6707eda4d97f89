// The table of a long export: every row once, in the order of the list, in every form.
import Papa from "papaparse";
import { expect, test } from "vitest";
import { loadFolder } from "../../src/load/load.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";
import { serveFolder } from "../support/server.ts";

const count = 4_600;
const folder = () =>
  writeFolder({
    entities: {
      Document: [{ id: "document:list", name: "list", stem: "list", sources: "list:1" }],
      Region: [{ id: "region:r", name: "某区", sources: "list:1" }],
      // Three of each name, so that pages end among namesakes.
      Enterprise: Array.from({ length: count }, (_, index) => ({
        id: `enterprise:${index}`,
        name: `企业${Math.floor(index / 3)}`,
        capital: index,
        sources: `list:${index + 2}`,
      })),
    },
    relations: { LOCATED_IN: [{ from: "enterprise:7", to: "region:r", sources: "list:9" }] },
  });

describeEachEngine("the table of a long kind", (open) => {
  test("has every row once, in the order of the list, and says how many", async () => {
    const [store, path] = [await open(), folder()];
    await loadFolder(store, path);
    const server = await serveFolder(path, {}, store);
    try {
      const response = await fetch(`${server.url}/export/Enterprise.csv`);
      expect(response.headers.get("x-total-count")).toBe(String(count));
      expect(response.headers.get("x-cut")).toBeNull();
      const { data } = Papa.parse<Record<string, string>>(await response.text(), {
        header: true,
        skipEmptyLines: true,
      });
      expect(data.length).toBe(count);
      const ids: string[] = [];
      for (let after: string | null = null; ; ) {
        const answer = await server.ask(
          "query ($after: String) { enterprises(first: 1000, after: $after) { pageInfo { hasNextPage endCursor } nodes { id } } }",
          { after },
        );
        const { enterprises } = answer.data as {
          enterprises: {
            pageInfo: { hasNextPage: boolean; endCursor: string };
            nodes: { id: string }[];
          };
        };
        ids.push(...enterprises.nodes.map(({ id }) => id));
        if (!enterprises.pageInfo.hasNextPage) break;
        after = enterprises.pageInfo.endCursor;
      }
      expect(data.map(({ id }) => id)).toEqual(ids);
      const seven = data.find(({ id }) => id === "enterprise:7");
      expect(seven).toMatchObject({ name: "企业2", capital: "7", "region.name": "某区", sources: "list:9" });
      // So has a long part of it: those of the filter, in the same order.
      const rows = async (query: string) => {
        const long = await fetch(`${server.url}/export/Enterprise.json?${query}`);
        const body = (await long.json()) as { rows: { id: string; capital: number }[]; cut: boolean };
        const told = ["x-total-count", "x-cut"].map((name) => long.headers.get(name));
        return { ids: body.rows.map(({ id }) => id), told, cut: body.cut };
      };
      const wanted = ids.filter((id) => Number(id.split(":")[1]) >= 200);
      const many = await rows("capitalAtLeast=200");
      expect(many).toEqual({ ids: wanted, told: [String(count - 200), null], cut: false });
      const first = await rows("capitalAtLeast=200&first=4200");
      expect(first).toMatchObject({ ids: wanted.slice(0, 4_200), cut: true });
      // A name that is not there is an error, not an empty table.
      const none = await fetch(`${server.url}/export/Enterprise.json?region=无此区`);
      expect([none.status, await none.text()]).toEqual([400, expect.stringMatching(/无此区.*UNKNOWN_NAME/s)]);
      // A short part is asked for page by page, and gives the same rows.
      const part = await (await fetch(`${server.url}/export/Enterprise.json?region=某区`)).json();
      expect((part as { rows: { id: string; capital: number }[] }).rows).toMatchObject([
        { id: "enterprise:7", capital: 7 },
      ]);
    } finally {
      await server.close();
      await store.close();
    }
  }, 600_000);
});
