// More candidates of a measure than a page has room for: all of them, page by page, without script.
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve, type TestServer } from "../support/server.ts";

const sources = "d:1";
const many = 120;
/** Measures beside the one that is asked about, each of a larger amount. */
const others = 40;

let server: TestServer;
beforeAll(async () => {
  server = await serve({
    entities: {
      Document: [{ id: "document:d", name: "文件", stem: "d", sources: "" }],
      Enterprise: Array.from({ length: many }, (_, number) => ({
        id: `enterprise:e${number}`,
        name: `企业${number}`,
        // Every third has enough.
        capital: number % 3 === 0 ? 20_000_000 : 1_000_000,
        sources,
      })),
      Measure: [
        { id: "measure:m", name: "措施", amount: "", sources },
        ...Array.from({ length: others }, (_, number) => ({
          id: `measure:o${number}`,
          name: `另一项${number}`,
          amount: 1000 - number,
          sources,
        })),
      ],
      Condition: [
        { id: "condition:c", name: "资本", predicate: "CAPITAL", atLeast: 10_000_000, unit: "yuan", sources },
      ],
    },
    relations: {
      HAS_CONDITION: ["m", ...Array.from({ length: others }, (_, number) => `o${number}`)].map((id) => ({
        from: `measure:${id}`,
        to: "condition:c",
        sources,
      })),
    },
  });
}, 120_000);
afterAll(() => server?.close());

/** Those listed from an address on, page by page. */
async function walked(first: string): Promise<{ readonly ids: string[]; readonly pages: number[] }> {
  const [ids, pages]: [string[], number[]] = [[], []];
  for (let address: string | undefined = first; address !== undefined && pages.length < 10; ) {
    const response: Response = await fetch(server.url + address, { headers: { accept: "text/html" } });
    expect([address, response.status]).toEqual([address, 200]);
    const html = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "");
    const found = [...html.matchAll(/<p class="onwards"><a[^>]*href="\/entity\/([^"]*)"/g)].map(
      ([, id = ""]) => id,
    );
    ids.push(...found);
    pages.push(found.length);
    address = /<a class="button" href="([^"]*)">下一页<\/a>/.exec(html)?.[1]?.replaceAll("&amp;", "&");
  }
  return { ids, pages };
}

test("all are reached by the next page, each once, the eligible first", async () => {
  const { ids, pages } = await walked("/policies?measure=measure:m&status=");
  expect(pages).toEqual([50, 50, 20]);
  expect(new Set(ids).size).toBe(many);
  const isEligible = (id: string): boolean => Number(id.replace("enterprise:e", "")) % 3 === 0;
  expect(ids.slice(0, 40).every(isEligible)).toBe(true);
  expect(ids.slice(40).some(isEligible)).toBe(false);
});

test("of many measures the first are open and the rest folded; the one chosen is open", async () => {
  const choices = async (address: string): Promise<readonly string[]> => {
    const response = await fetch(server.url + address, { headers: { accept: "text/html" } });
    const [, listed = ""] = /<section class="choices"([\s\S]*?)<\/section>/.exec(await response.text()) ?? [];
    return listed.split('<details class="rest">');
  };
  const links = (html = ""): string[] =>
    [...html.matchAll(/href="\/policies\?measure=measure%3A(\w+)/g)].map(([, id = ""]) => id);
  const [open, rest] = await choices("/policies");
  expect([links(open).length, links(rest).length]).toEqual([30, others + 1 - 30]);
  expect(links(open)).not.toContain("m");
  const [chosen, folded] = await choices("/policies?measure=measure:m");
  expect(links(chosen)[0]).toBe("m");
  expect(new Set([...links(chosen), ...links(folded)]).size).toBe(others + 1);
});

test("of one status too", async () => {
  const { ids, pages } = await walked("/policies?measure=measure:m&status=NEARLY");
  expect([pages, ids.length]).toEqual([[50, 30], 80]);
});

test.each(["/policies?measure=measure%3Am", "/list?kind=ENTERPRISE"])(
  "a place that is none in %s is told, with a way to the first page",
  async (list) => {
    const response = await fetch(`${server.url}${list}&after=none`, { headers: { accept: "text/html" } });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toContain("翻页位置已失效");
    expect(html).toContain(`href="${list}"`);
  },
);
