// Products and the chain along them: who makes what with which share, parts, upstream and downstream, substitutes, gaps
// and single makers; codes to look up by and former names. On a small world, and on the real data by hand.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const cite = "a:1";
const named = (id: string, name: string, more = {}) => ({ id, name, ...more, sources: cite });
const tie = (from: string, to: string, more = {}) => ({ from, to, ...more, sources: cite });

const world = loadedEngines({
  entities: {
    Document: [{ stem: "a", id: "document:a", name: "甲报", lines: 9 }],
    Region: [named("region:one", "一区"), named("region:two", "二区")],
    Cluster: [named("cluster:cars", "汽车"), named("cluster:chips", "芯片")],
    Product: [
      named("product:car", "整车", { position: "DOWNSTREAM" }),
      named("product:motor", "电机"),
      named("product:magnet", "磁钢", { position: "UPSTREAM", industryCode: "3985" }),
      named("product:ferrite", "铁氧体"),
    ],
    Enterprise: [
      named("enterprise:car", "甲汽车有限公司", { industryCode: "C3611", stockCode: "600001.SH" }),
      named("enterprise:motor", "乙电机有限公司", { industryCode: "3812", stockCode: "000002" }),
      named("enterprise:magnet", "丙磁材有限公司", {
        formerNames: "丙磁钢厂@1998/2005-06|丙材料有限公司@2005-06/2015",
      }),
      named("enterprise:far", "丁电机有限公司"),
    ],
  },
  relations: {
    LOCATED_IN: [
      ...["car", "motor", "magnet"].map((one) => tie(`enterprise:${one}`, "region:one")),
      tie("enterprise:far", "region:two"),
    ],
    BELONGS_TO: [
      tie("product:car", "cluster:cars"),
      ...["motor", "magnet"].map((one) => tie(`enterprise:${one}`, "cluster:cars")),
    ],
    MAKES: [
      tie("enterprise:car", "product:car", { share: 12.5 }),
      tie("enterprise:motor", "product:motor", { weight: 80 }),
      tie("enterprise:far", "product:motor"),
      tie("enterprise:magnet", "product:magnet", { share: 40, weight: 95, year: 2022 }),
    ],
    COMPONENT_OF: [tie("product:motor", "product:car", { weight: 30, quantity: 2 })],
    UPSTREAM_OF: [
      tie("product:magnet", "product:motor", { weight: 25 }),
      tie("cluster:chips", "cluster:cars", { weight: 5 }),
    ],
    SUBSTITUTES: [tie("product:ferrite", "product:magnet", { weight: 60 })],
  },
});

describe("products, in a small world", () => {
  test("tell who makes them, of what, for what and what may take their place", async () => {
    expect(
      await world.data(`{ product(name: "电机") {
        makers { edges { weight node { id } } }
        components { totalCount } componentOf { edges { weight quantity node { name } } }
        upstream { edges { weight node { name position substitutes { edges { weight node { name } } } } } }
        downstream { totalCount } }
      cluster(id: "cluster:cars") { upstream { edges { weight node { name } } } products { nodes { name } } }
      enterprise(id: "enterprise:magnet") { makes { edges { share weight year node { name industryCode } } } } }`),
    ).toEqual({
      product: {
        makers: {
          edges: [
            { weight: null, node: { id: "enterprise:far" } },
            { weight: 80, node: { id: "enterprise:motor" } },
          ],
        },
        components: { totalCount: 0 },
        componentOf: { edges: [{ weight: 30, quantity: 2, node: { name: "整车" } }] },
        upstream: {
          edges: [
            {
              weight: 25,
              node: {
                name: "磁钢",
                position: "UPSTREAM",
                substitutes: { edges: [{ weight: 60, node: { name: "铁氧体" } }] },
              },
            },
          ],
        },
        downstream: { totalCount: 0 },
      },
      cluster: {
        upstream: { edges: [{ weight: 5, node: { name: "芯片" } }] },
        products: { nodes: [{ name: "整车" }] },
      },
      enterprise: {
        makes: {
          edges: [{ share: 40, weight: 95, year: 2022, node: { name: "磁钢", industryCode: "C3985" } }],
        },
      },
    });
  });

  test("gaps go back along the chain, with who makes it elsewhere", async () => {
    const query = `query ($region: ID!) { cluster(id: "cluster:cars") { productGaps(region: $region) {
      product { name } depth verdict count makers { id } elsewhereCount elsewhere { id } neededFor { name } } } }`;
    const gap = (
      name: string,
      depth: number,
      makers: string[],
      elsewhere: string[],
      neededFor: string[],
    ) => ({
      product: { name },
      depth,
      verdict: makers.length === 0 ? "NONE" : makers.length === 1 ? "SINGLE" : "SEVERAL",
      count: makers.length,
      makers: makers.map((id) => ({ id: `enterprise:${id}` })),
      elsewhereCount: elsewhere.length,
      elsewhere: elsewhere.map((id) => ({ id: `enterprise:${id}` })),
      neededFor: neededFor.map((one) => ({ name: one })),
    });
    expect(await world.data(query, { region: "region:one" })).toEqual({
      cluster: {
        productGaps: [
          gap("整车", 0, ["car"], [], []),
          gap("电机", 1, ["motor"], ["far"], ["整车"]),
          gap("磁钢", 2, ["magnet"], [], ["电机"]),
        ],
      },
    });
    expect(await world.data(query, { region: "region:two" })).toMatchObject({
      cluster: {
        productGaps: [
          { verdict: "NONE", elsewhereCount: 1 },
          { verdict: "SINGLE", elsewhereCount: 1 },
          { verdict: "NONE", elsewhereCount: 1 },
        ],
      },
    });
  });

  test("the only maker of a part is a single supplier of each who makes what it goes into", async () => {
    expect(
      await world.data(
        `{ cluster(id: "cluster:cars") { singleSuppliers { supplier { id } customer { id } product relation { type } } } }`,
      ),
    ).toEqual({
      cluster: {
        singleSuppliers: ["far", "motor"].map((customer) => ({
          supplier: { id: "enterprise:magnet" },
          customer: { id: `enterprise:${customer}` },
          product: "磁钢",
          relation: { type: "MAKES" },
        })),
      },
    });
  });

  test("paths, neighbourhoods and similar enterprises go along products", async () => {
    expect(
      await world.data(`{ path(from: "enterprise:magnet", to: "enterprise:far", types: [MAKES, UPSTREAM_OF]) { nodes { name } }
        neighbourhood(id: "product:motor") { nodes { id } }
        enterprise(id: "enterprise:motor") { similar { enterprise { id } shared { how entity { id } } } } }`),
    ).toEqual({
      path: { nodes: ["丙磁材有限公司", "磁钢", "电机", "丁电机有限公司"].map((name) => ({ name })) },
      neighbourhood: {
        nodes: expect.arrayContaining(
          ["product:motor", "product:car", "product:magnet", "enterprise:far", "enterprise:motor"].map(
            (id) => ({
              id,
            }),
          ),
        ),
      },
      enterprise: {
        similar: expect.arrayContaining([
          {
            enterprise: { id: "enterprise:far" },
            shared: [{ how: "PRODUCT", entity: { id: "product:motor" } }],
          },
        ]),
      },
    });
  });
});

describe("codes and former names", () => {
  test("an enterprise is found by its stock code, with or without the exchange", async () => {
    for (const code of ["600001", "600001.SH", "SH600001", " sh600001 "])
      expect(
        await world.data("query ($code: String) { enterprise(stockCode: $code) { id stockCode } }", { code }),
      ).toEqual({ enterprise: { id: "enterprise:car", stockCode: "600001" } });
    const absent = await world.ask(`{ enterprise(stockCode: "600009") { id } }`);
    expect(absent.data).toEqual({ enterprise: null });
    expect(absent.errors).toEqual([{ code: "UNKNOWN_NAME", path: ["enterprise"] }]);
  });

  test("enterprises are listed by industry code or its beginning, with or without the letter", async () => {
    const found = async (industryCode: string) => {
      const answer = await world.data<{ enterprises: { nodes: { id: string; industryCode: string }[] } }>(
        "query ($industryCode: String) { enterprises(filter: { industryCode: $industryCode }) { nodes { id industryCode } } }",
        { industryCode },
      );
      return answer.enterprises.nodes.map((node) => node.industryCode);
    };
    expect(await found("C38")).toEqual(["C3812"]);
    expect(await found("3611")).toEqual(["C3611"]);
    expect(await found("c36")).toEqual(["C3611"]);
    expect((await found("C")).sort()).toEqual(["C3611", "C3812"]);
    // What no enterprise has is a slip, and the answer says what there is.
    const absent = await world.ask(`{ enterprises(filter: { industryCode: "D44" }) { totalCount } }`);
    expect(absent.errors).toEqual([{ code: "UNKNOWN_NAME", path: ["enterprises"] }]);
    expect(absent.messages[0]).toMatch(/begins with "D44".*Near it: "C3611", "C3812"/);
  });

  test("an enterprise is found by a former name, which tells its dates", async () => {
    expect(
      await world.data(
        `{ enterprise(name: "丙磁钢厂") { id formerNames { name since until } } other: enterprise(id: "enterprise:far") { formerNames { name } } }`,
      ),
    ).toEqual({
      enterprise: {
        id: "enterprise:magnet",
        formerNames: [
          { name: "丙磁钢厂", since: "1998", until: "2005-06" },
          { name: "丙材料有限公司", since: "2005-06", until: "2015" },
        ],
      },
      other: { formerNames: [] },
    });
  });
});

describe("products, on the real data", () => {
  const { data } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

  test("Xinhongye's cables go to photovoltaics, vehicles and storage (002:22), with the shares of its revenue", async () => {
    const { enterprise } = await data<{
      enterprise: {
        stockCode: string;
        makes: {
          edges: {
            weight: number | null;
            node: { name: string; downstream: { nodes: { name: string }[] } };
          }[];
        };
      };
    }>(
      `{ enterprise(stockCode: "301310.SZ") { stockCode makes { edges { weight node { name downstream { nodes { name } } } } } } }`,
    );
    const made = Object.fromEntries(
      enterprise.makes.edges.map(({ weight, node }) => [node.name, { weight, node }]),
    );
    expect(Object.fromEntries(Object.entries(made).map(([name, { weight }]) => [name, weight]))).toEqual({
      新能源特种线缆: null,
      光伏线缆: 53.61,
      新能源汽车线缆: 29.34,
      工业线缆: 12.08,
    });
    expect(made.新能源特种线缆?.node.downstream.nodes.map(({ name }) => name).sort()).toEqual(
      ["储能", "太阳能光伏发电", "新能源汽车"].sort(),
    );
  });

  test("sodium-ion batteries are a gap of Xishan's new energy that a project is to close (003:23)", async () => {
    const { cluster } = await data<{
      cluster: { productGaps: { product: { name: string }; verdict: string; projects: { id: string }[] }[] };
    }>(
      `{ cluster(id: "cluster:xishan-new-energy") { productGaps(region: "region:xishan") { product { name } verdict projects { id } } } }`,
    );
    expect(cluster.productGaps).toContainEqual({
      product: { name: "钠离子电池" },
      verdict: "NONE",
      projects: [{ id: "project:pangu-sodium" }],
    });
  });
});
