// Institutions that are companies are found under their legal names, as enterprises are.
import { describe, expect, test } from "vitest";
import { partsOf } from "../../src/text/name-keys.ts";
import { loadedEngines } from "../support/answers.ts";

const { ask, data } = loadedEngines("seed");

describe("banks and firms", () => {
  test.each([
    ["中国光大银行股份有限公司", "institution:everbright"],
    ["光大银行股份有限公司", "institution:everbright"],
    ["中国光大银行", "institution:everbright"],
    ["中國光大銀行", "institution:everbright"],
    ["戴德梁行有限公司", "institution:cushman"],
    ["中金资本有限公司", "institution:cicc-capital"],
  ])("%s", async (name, id) => {
    expect(await data(`{ institution(name: "${name}") { id } }`)).toEqual({ institution: { id } });
  });

  test("a branch is not its bank, which is told as near", async () => {
    const answer = await ask(`{ institution(name: "中国光大银行股份有限公司无锡分行") { id } }`);
    expect(answer.messages.join()).toMatch(/institution:everbright/);
  });

  test("a bureau stays a bureau", () => {
    expect(partsOf("Institution", "吴中区工信局").form).toBe("");
    expect(partsOf("Institution", "中国银行").core).toBe("中国银行");
  });

  test("a document is found by its number", async () => {
    expect(await data(`{ policy(name: "工信部企业〔2022〕63号") { id } }`)).toEqual({
      policy: { id: "policy:sme-gradient-2022" },
    });
  });
});
