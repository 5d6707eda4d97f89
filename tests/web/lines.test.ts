// A document's page: its lines beside what was read from each, where its text is at hand; by number where it is not.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createTexts, linesOf } from "../../src/http/pages/texts.ts";
import type { FolderContent } from "../support/folder.ts";
import { serve } from "../support/server.ts";

const folder = mkdtempSync(join(tmpdir(), "industry-graph-texts-"));
const written = ["东湖园区工作简报", "", "甲公司位于<东湖>园区。", "乙公司也在那里。"];
writeFileSync(join(folder, "brief.txt"), `\uFEFF${written.join("\r\n")}\r\n`);
// 简报 as GBK saves it.
writeFileSync(join(folder, "old.md"), Buffer.from([0xbc, 0xf2, 0xb1, 0xa8, 0x0a]));
writeFileSync(join(folder, "secret"), "not a text of a document\n");
mkdirSync(join(folder, "inner"));
mkdirSync(join(folder, "empty"));
writeFileSync(join(folder, "inner", "brief.txt"), "elsewhere\n");

const content: FolderContent = {
  entities: {
    Document: [{ id: "document:brief", name: "简报", stem: "brief", lines: "4", sources: "" }],
    Park: [{ id: "park:lake", name: "东湖园区", sources: "brief:1" }],
    Enterprise: [{ id: "enterprise:a", name: "甲公司", sources: "brief:3" }],
  },
  relations: { LOCATED_IN: [{ from: "enterprise:a", to: "park:lake", sources: "brief:3" }] },
};

/** The page of the document: what is said of each line. */
async function linesShown(environment: Record<string, string>, query = ""): Promise<Map<number, string>> {
  const server = await serve(content, environment);
  try {
    const html = await (
      await fetch(`${server.url}/entity/document:brief${query}`, { headers: { accept: "text/html" } })
    ).text();
    return new Map(
      [...html.matchAll(/<li id="line-(\d+)">([\s\S]*?)(?=<li id="line-|<\/ol>)/g)].map(
        ([, line, shown]) => [Number(line), shown ?? ""] as const,
      ),
    );
  } finally {
    await server.close();
  }
}

describe("a document's page", () => {
  test("shows each written line beside the facts read from it, as text", async () => {
    const lines = await linesShown({ TEXT_DIR: folder });
    expect([...lines.keys()]).toEqual([1, 3, 4]);
    expect(lines.get(1)).toContain("东湖园区工作简报");
    expect(lines.get(1)).toContain('href="/entity/park:lake"');
    expect(lines.get(3)).toContain("甲公司位于&lt;东湖>园区。");
    expect(lines.get(3)).toContain('href="/entity/enterprise:a"');
    expect(lines.get(4)).toContain("乙公司也在那里。");
    expect(lines.get(4)).not.toContain("/entity/");
  });

  test("shows facts by number of line where the text is not at hand", async () => {
    for (const environment of [{}, { TEXT_DIR: join(folder, "empty") }] as const) {
      const lines = await linesShown(environment);
      expect(lines.has(3)).toBe(true);
      expect(lines.get(3)).toContain('href="/entity/enterprise:a"');
      expect([...lines.values()].join("")).not.toContain("工作简报");
    }
  });
});

describe("a long document's page", () => {
  const [count, part] = [7_100, 3_000];
  const far: FolderContent = {
    entities: {
      Document: [{ id: "document:brief", name: "简报", stem: "brief", lines: String(count), sources: "" }],
      Park: [{ id: "park:lake", name: "东湖园区", sources: "brief:1" }],
      // More facts before the part than are asked for at a time.
      Enterprise: Array.from({ length: 1_200 }, (_, place) => ({
        id: `enterprise:e${place}`,
        name: `企业${place}`,
        sources: place === 7 ? "brief:6500" : `brief:${place + 1}`,
      })),
    },
  };
  const long = mkdtempSync(join(tmpdir(), "industry-graph-long-"));
  writeFileSync(
    join(long, "brief.txt"),
    Array.from({ length: count }, (_, place) => `${place + 1}: 原文\n`).join(""),
  );

  test("shows at most 3,000 lines, those around the line that is asked for, with their facts", async () => {
    const server = await serve(far, { TEXT_DIR: long });
    const page = async (query: string): Promise<string> => {
      const found = await fetch(`${server.url}/entity/document:brief${query}`, {
        headers: { accept: "text/html" },
      });
      return (await found.text()).replace(/<script[\s\S]*?<\/script>/g, "");
    };
    const linesOn = (html: string): number[] =>
      [...html.matchAll(/<li id="line-(\d+)"/g)].map(([, line]) => Number(line));
    try {
      for (const [query, first, last] of [
        ["", 1, part],
        ["?line=3000", 1, part],
        ["?line=3001", part + 1, 2 * part],
        ["?line=6500", 2 * part + 1, count],
        ["?line=nonsense", 1, part],
        ["?line=99999", 2 * part + 1, count],
      ] as const) {
        const lines = linesOn(await page(query));
        expect([query, lines[0], lines.at(-1)]).toEqual([query, first, last]);
        expect(lines.length).toBeLessThanOrEqual(part);
      }
      const end = await page("?line=6500");
      expect(end).toMatch(
        /<li id="line-6500" class="asked">(?:(?!<li id=)[\s\S])*6500: 原文[\s\S]*?enterprise:e7"/,
      );
      expect(end).toContain('href="/entity/document:brief?line=6000#lines"');
      expect(await page("")).toContain('href="/entity/document:brief?line=3001#lines"');
      expect(await page("?line=99999")).toContain("没有第 99999 行：共 7100 行。");
      expect(end).not.toContain("没有第");
      // The citation of a far line leads to the part that has it.
      const cited = await fetch(`${server.url}/entity/enterprise:e7`, { headers: { accept: "text/html" } });
      expect(await cited.text()).toContain('href="/entity/document:brief?line=6500#line-6500"');
    } finally {
      await server.close();
    }
  }, 120_000);

  test("without its text has parts too, and the line asked for is there though nothing is known of it", async () => {
    const server = await serve(far, {});
    try {
      const found = await fetch(`${server.url}/entity/document:brief?line=7000`, {
        headers: { accept: "text/html" },
      });
      const html = await found.text();
      expect(html).toContain('<li id="line-7000" class="asked"');
      expect(html).toContain('<li id="line-6500"');
      expect(html).not.toContain('<li id="line-1"');
    } finally {
      await server.close();
    }
  }, 120_000);
});

describe("the folder of texts", () => {
  test("gives a text by its stem, in UTF-8 or as spreadsheets in Chinese save it", async () => {
    const textOf = createTexts({ TEXT_DIR: folder });
    expect(await textOf("brief")).toEqual(written);
    expect(await textOf("old")).toEqual(["简报"]);
  });

  test.each([
    "../secret",
    "inner/brief",
    "..",
    ".",
    "",
    "/etc/passwd",
    "a\0b",
    "inner",
    "none",
    "..\\secret",
  ])("gives nothing for %j: a stem never leads out of the folder", async (stem) => {
    expect(await createTexts({ TEXT_DIR: folder })(stem)).toBeUndefined();
  });

  test("that is none stops the start with what to do", async () => {
    const wrong = join(folder, "none");
    expect(() => createTexts({ TEXT_DIR: wrong })).toThrow(
      /TEXT_DIR: .*none is no folder\. It takes a folder of text/,
    );
    await expect(serve(content, { TEXT_DIR: join(folder, "secret") })).rejects.toThrow("TEXT_DIR");
  });

  test("lines are counted as citations count them", () => {
    expect(linesOf("a\r\n\nb")).toEqual(["a", "", "b"]);
    expect(linesOf("a\n\n")).toEqual(["a", ""]);
    expect(linesOf("")).toEqual([]);
  });
});
