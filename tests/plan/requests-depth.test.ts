// Deep and broad requests: levels, root fields, whole cards; one statement each, equal on both engines.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";

const { ask, data } = loadedEngines(fixture);

describe("depth and breadth", () => {
  test("five levels deep", async () => {
    expect(
      await data(`{
        region(id: "region:east") {
          parks(direct: true) { nodes { name
            enterprises(direct: true, first: 2) { nodes { name
              certifications(first: 1) { nodes { name
                holders(first: 1, orderBy: [{ field: CAPITAL, direction: DESC }]) { nodes { name
                  park { name region { name partOf { name partOf { name } } } } } } } } } } } } } }`),
    ).toEqual({
      region: {
        parks: {
          nodes: [
            {
              name: "东方开发区",
              enterprises: {
                nodes: [
                  { name: "同名企业", certifications: { nodes: [] } },
                  {
                    name: "无锡鑫宏业线缆科技股份有限公司",
                    certifications: {
                      nodes: [
                        {
                          name: "国家级小巨人",
                          holders: {
                            nodes: [
                              {
                                name: "无锡鑫宏业线缆科技股份有限公司",
                                park: {
                                  name: "东方开发区",
                                  region: {
                                    name: "东区",
                                    partOf: { name: "无锡市", partOf: { name: "江苏省" } },
                                  },
                                },
                              },
                            ],
                          },
                        },
                      ],
                    },
                  },
                ],
              },
            },
          ],
        },
      },
    });
  });

  test("several root fields, one of an unknown id, are one statement and do not disturb one another", async () => {
    const answer = await ask(`{
        unknown: enterprise(id: "enterprise:nobody") { name park { name } }
        bank: institution(name: "光大银行") { name borrowers { nodes { name } edges { amount year } } }
        none: cluster(name: "没有的集群") { name }
        parks(filter: { region: "region:empty" }) { totalCount nodes { name } pageInfo { hasNextPage endCursor } }
        measures { nodes { name amount amountKind requires { nodes { name } } policies { nodes { name issued } } } }
      }`);
    expect(answer.statements).toBe(1);
    expect(answer.errors).toEqual(
      ["unknown", "none"].map((field) => ({ code: "UNKNOWN_NAME", path: [field] })),
    );
    expect(answer.data).toEqual({
      unknown: null,
      bank: {
        name: "光大银行",
        borrowers: {
          nodes: [{ name: "无锡鑫宏业线缆科技股份有限公司" }],
          edges: [{ amount: 10000000.5, year: 2022 }],
        },
      },
      none: null,
      parks: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
      measures: {
        nodes: [
          {
            name: "首次认定奖励",
            amount: 500000,
            amountKind: "CEILING",
            requires: { nodes: [{ name: "国家级小巨人" }] },
            policies: { nodes: [{ name: "培育方案", issued: "2022-03" }] },
          },
        ],
      },
    });
  });

  test("an enterprise's card: its scalars, absent ones null, its relations with where each was said", async () => {
    expect(
      await data(`{
        enterprise(id: "enterprise:xinhongye") {
          id kind name aliases summary status creditCode founded capital listed stockCode industry products
          park { id } parks { totalCount edges { node { id } status since relation { id type from { id } to { id } properties } sources { line document { id stem name } } } }
          region { id } customers { edges { product node { id } } } suppliers { edges { product node { id } } }
          clusters { edges { role node { id } } } creditors { nodes { id } } projects { nodes { id } }
          sources { line document { id } }
        }
        battery: enterprise(id: "enterprise:battery") { capital founded listed products region { id } projects { nodes { id stage stageAt investment } } }
        nothing: enterprise(id: "enterprise:lonely") { park { id } region { id } parks { totalCount nodes { id } } capital listed products aliases }
      }`),
    ).toEqual({
      enterprise: {
        id: "enterprise:xinhongye",
        kind: "ENTERPRISE",
        name: "无锡鑫宏业线缆科技股份有限公司",
        aliases: ["鑫宏业", "鑫宏業公司"],
        summary: null,
        status: "STATED",
        creditCode: null,
        founded: "2004",
        capital: 97000000,
        listed: true,
        stockCode: null,
        industry: "线缆",
        products: ["光伏线缆", "充电线缆"],
        park: { id: "park:big" },
        parks: {
          totalCount: 2,
          edges: [
            {
              node: { id: "park:big" },
              status: "STATED",
              since: "2010",
              relation: {
                id: "LOCATED_IN|enterprise:xinhongye|park:big",
                type: "LOCATED_IN",
                from: { id: "enterprise:xinhongye" },
                to: { id: "park:big" },
                properties: {},
              },
              sources: [
                { line: 22, document: { id: "document:a", stem: "doc-a", name: "甲报告" } },
                { line: 7, document: { id: "document:b", stem: "dir:doc-b", name: "乙:报告" } },
              ],
            },
            {
              node: { id: "park:west" },
              status: "IMPLIED",
              since: null,
              relation: {
                id: "LOCATED_IN|enterprise:xinhongye|park:west",
                type: "LOCATED_IN",
                from: { id: "enterprise:xinhongye" },
                to: { id: "park:west" },
                properties: {},
              },
              sources: [{ line: 1, document: { id: "document:a", stem: "doc-a", name: "甲报告" } }],
            },
          ],
        },
        region: { id: "region:east" },
        customers: { edges: [{ product: "线缆", node: { id: "enterprise:battery" } }] },
        suppliers: { edges: [{ product: null, node: { id: "enterprise:weizhi" } }] },
        clusters: { edges: [{ role: "材料", node: { id: "cluster:energy" } }] },
        creditors: { nodes: [{ id: "institution:bank" }] },
        projects: { nodes: [] },
        sources: [{ line: 1, document: { id: "document:a" } }],
      },
      battery: {
        capital: 50000000,
        founded: "2019-01-31",
        listed: false,
        products: null,
        region: { id: "region:east" },
        projects: {
          nodes: [{ id: "project:battery", stage: "SIGNED", stageAt: "2023-10", investment: 1200000000 }],
        },
      },
      nothing: {
        park: null,
        region: null,
        parks: { totalCount: 0, nodes: [] },
        capital: null,
        listed: null,
        products: null,
        aliases: ["OR", '"引号"'],
      },
    });
  });

  test("nodes and edges of one list, and either of them twice, each with what it asks for", async () => {
    expect(
      await data(`{ certification(id: "certification:champ") { holders {
        nodes { id parks { nodes { id } } } edges { year node { name region { id } } } edges { status node { capital } }
        again: nodes { name } more: edges { cursorless: node { listed } }
      } } }`),
    ).toEqual({
      certification: {
        holders: {
          nodes: [{ id: "enterprise:battery", parks: { nodes: [{ id: "park:inner" }] } }],
          edges: [
            {
              year: 2023,
              node: { name: "东方锂电有限公司", region: { id: "region:east" }, capital: 50000000 },
              status: "TARGET",
            },
          ],
          again: [{ name: "东方锂电有限公司" }],
          more: [{ cursorless: { listed: false } }],
        },
      },
    });
  });
});
