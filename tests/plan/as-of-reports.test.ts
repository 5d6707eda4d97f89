// What the five reports say held when: answers worked out by hand from their lines.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data } = loadedEngines("seed");

interface Held {
  readonly edges: readonly { readonly validity: string; readonly node: { readonly id: string } }[];
}

async function certifications(enterprise: string, asOf: string, more = ""): Promise<Record<string, string>> {
  const answer = await data<{ enterprise: { certifications: Held } }>(
    `query ($id: ID, $asOf: Date) { enterprise(id: $id) { certifications(asOf: $asOf${more}, first: 100) { edges { validity node { id } } } } }`,
    { id: `enterprise:${enterprise}`, asOf },
  );
  return Object.fromEntries(
    answer.enterprise.certifications.edges.map(({ node, validity }) => [
      node.id.replace("certification:", ""),
      validity,
    ]),
  );
}

async function holders(asOf: string, more = "", filter = ""): Promise<Record<string, string>> {
  const answer = await data<{ enterprises: Held }>(
    `{ enterprises(filter: { certificationLevel: NATIONAL${filter} }, asOf: "${asOf}"${more}, first: 100) { edges { validity node { id } } } }`,
  );
  return Object.fromEntries(
    answer.enterprises.edges.map(({ node, validity }) => [node.id.replace("enterprise:", ""), validity]),
  );
}

describe("certifications as of a date", () => {
  test("Weichuang became a little giant in 2021: not in 2020, perhaps by June 2021, by its end for certain", async () => {
    expect(await certifications("weichuang", "2020")).not.toHaveProperty("srdi-little-giant-national");
    expect(await certifications("weichuang", "2021-06")).toMatchObject({
      "srdi-little-giant-national": "UNKNOWN",
    });
    expect(await certifications("weichuang", "2021")).toMatchObject({
      "srdi-little-giant-national": "VALID",
    });
    expect(await certifications("weichuang", "2021-12-31")).toMatchObject({
      "srdi-little-giant-national": "VALID",
    });
  });

  test("Jinglai got fiscal support in 2021; since when it is a little giant is not told", async () => {
    expect(await certifications("jinglai", "2019")).toEqual({ "srdi-little-giant-national": "UNKNOWN" });
    expect(await certifications("jinglai", "2021")).toEqual({
      "srdi-fiscal-support": "VALID",
      "srdi-little-giant-national": "UNKNOWN",
    });
    expect(await certifications("jinglai", "2021", ", certain: true")).toEqual({
      "srdi-fiscal-support": "VALID",
    });
  });

  test("Huichuan was expected to reach ten billion in 2021: a forecast is never certain", async () => {
    expect(await certifications("huichuan", "2020")).not.toHaveProperty("ten-billion");
    expect(await certifications("huichuan", "2022")).toMatchObject({ "ten-billion": "UNKNOWN" });
    expect(await certifications("huichuan", "2022", ", certain: true")).not.toHaveProperty("ten-billion");
  });

  test("Putian Tiexin's two provincial recognitions are of 2022", async () => {
    const both = (validity: string) => ({
      "industrial-internet-benchmark-provincial": validity,
      "smart-factory-provincial": validity,
    });
    expect(await certifications("putian-tiexin", "2021")).toEqual({});
    expect(await certifications("putian-tiexin", "2022-06")).toEqual(both("UNKNOWN"));
    expect(await certifications("putian-tiexin", "2022")).toEqual(both("VALID"));
  });
});

describe("lists and relations as of a date", () => {
  test("who held a national title for certain at the end of 2021, and none of them at the end of 2020", async () => {
    const certain = await holders("2021", ", certain: true");
    expect(certain).toMatchObject({
      weichuang: "VALID",
      ecovacs: "VALID",
      xietong: "VALID",
      jinglai: "VALID",
      ruikeda: "VALID",
    });
    expect(await holders("2020", ", certain: true")).toEqual({});
    const before = await holders("2020");
    expect(before).toMatchObject({ jinglai: "UNKNOWN", ruikeda: "UNKNOWN" });
    for (const later of ["weichuang", "ecovacs", "xietong"]) expect(before).not.toHaveProperty(later);
  });

  test("in Wuzhong the same are not certain: since when they have their sites there is not told", async () => {
    const wuzhong = `, region: "region:wuzhong"`;
    expect(await holders("2021", "", wuzhong)).toMatchObject({ weichuang: "UNKNOWN", jinglai: "UNKNOWN" });
    expect(await holders("2021", ", certain: true", wuzhong)).toEqual({});
    expect(await holders("2020", "", wuzhong)).not.toHaveProperty("weichuang");
  });

  test("Everbright's line of credit to Xinhongye is of 2022", async () => {
    const credit = async (asOf: string): Promise<unknown> =>
      (
        await data<{ enterprise: { relations: unknown } }>(
          `{ enterprise(id: "enterprise:xinhongye") { relations(types: [GRANTED_CREDIT], asOf: "${asOf}") { edges { validity node { from { id } sources { line } } } } } }`,
        )
      ).enterprise.relations;
    expect(await credit("2021")).toEqual({ edges: [] });
    expect(await credit("2022")).toEqual({
      edges: [
        { validity: "VALID", node: { from: { id: "institution:everbright" }, sources: [{ line: 13 }] } },
      ],
    });
  });

  test("Xinhongye's site in the development zone is undated, so it is unknown at any date", async () => {
    const { enterprise } = await data<{ enterprise: Record<string, Held> }>(
      `{ enterprise(id: "enterprise:xinhongye") { early: parks(asOf: "1990") { edges { validity node { id } } } late: parks(asOf: "2030") { edges { validity node { id } } } } }`,
    );
    expect(enterprise.early?.edges.map((edge) => edge.validity)).toEqual(["UNKNOWN"]);
    expect(enterprise.late).toEqual(enterprise.early);
  });
});
