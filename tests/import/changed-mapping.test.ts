// A mapping that was changed by hand: what becomes of it with the next files.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planImport } from "../../src/import/run.ts";
import { writeFolder } from "../support/folder.ts";

describe("a mapping that was changed", () => {
  const place = () => {
    const root = writeFolder({ files: { "seed/entities/Park.csv": "id,name,sources\n" } });
    const into = join(root, "my-data");
    const save = (name: string, text: string): string => {
      writeFileSync(join(root, name), text);
      return join(root, name);
    };
    const plan = (file: string) => planImport({ file, into, upon: [], kind: "Enterprise" });
    const imported = async (file: string) => {
      const planned = await plan(file);
      planned.write(new Map([[planned.mappingFile, JSON.stringify(planned.mapping)]]));
      return planned;
    };
    return { into, save, plan, imported };
  };

  test("is used for the next file of the series, and proposed anew where headings differ", async () => {
    const { into, save, plan, imported } = place();
    const first = await imported(save("名单202409.csv", "企业名称,联系人\n甲乙有限公司,张三\n"));
    expect([first.mappingFile, first.kept]).toEqual(["mapping.json", false]);
    const path = join(into, "mapping.json");
    const edited = JSON.parse(readFileSync(path, "utf8"));
    edited.columns[1].target = { to: "aliases" };
    writeFileSync(path, JSON.stringify(edited));
    const next = await plan(save("名单202410.csv", "企业名称,联系人\n甲乙有限公司,小甲\n"));
    expect([next.kept, next.mapping.columns[1]?.target]).toEqual([true, { to: "aliases" }]);
    expect([...(next.converted.entities.get("Enterprise") ?? [])]).toMatchObject([{ aliases: "小甲" }]);
    const moved = await plan(save("名单202411.csv", "联系人,企业名称\n小甲,甲乙有限公司\n"));
    expect([moved.kept, moved.mapping.columns[0]?.target.to]).toEqual([false, "nothing"]);
  });

  test("leaves no refused rows behind that are mended by then", async () => {
    const { into, save, plan } = place();
    const wrong = await plan(
      save("名单202409.csv", "企业名称,成立日期\n甲乙有限公司,昨天\n丙丁有限公司,2001\n"),
    );
    expect(wrong.converted.refused).toEqual([2]);
    wrong.write(new Map([["refused-名单202409.xlsx", "rows"]]));
    expect(existsSync(join(into, "refused-名单202409.xlsx"))).toBe(true);
    (await plan(save("名单202410.csv", "企业名称,成立日期\n甲乙有限公司,2000\n"))).write(new Map());
    expect(existsSync(join(into, "refused-名单202409.xlsx"))).toBe(false);
  });

  test("is not written over by another series of the layer", async () => {
    const { into, save, imported } = place();
    await imported(save("名单.csv", "企业名称\n甲乙有限公司\n"));
    const other = await imported(save("税收.csv", "企业名称,2023年税收(万元)\n甲乙有限公司,5\n"));
    expect(other.mappingFile).toBe("mapping-税收.json");
    expect(JSON.parse(readFileSync(join(into, "mapping.json"), "utf8")).series).toBe("名单");
    expect(existsSync(join(into, "mapping-税收.json"))).toBe(true);
    expect((await imported(save("名单.csv", "企业名称\n丙丁有限公司\n"))).mappingFile).toBe("mapping.json");
  });
});
