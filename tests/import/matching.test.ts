// Rows of a workbook and what is known: same, perhaps the same, new.
import { describe, expect, test } from "vitest";
import { districtOf } from "../../src/import/address.ts";
import { readTables } from "../../src/import/tables.ts";
import { decide, readPairs } from "../../src/review/pairs.ts";
import { code, contents, imported, known, list, matchesOf } from "../support/matching.ts";

describe("rows and what is known", () => {
  test("each row is SAME, REVIEW or NEW, with the features of its score", async () => {
    const place = known();
    const { converted } = await imported(list, place);
    expect(converted.refused).toEqual([8]);
    const told = matchesOf(place.into).map(({ name, other, verdict }) => `${name} ${verdict} ${other}`);
    expect(told).toEqual([
      "无锡市甲乙精密机械有限公司 SAME enterprise:jiayi",
      "戊已新材料 REVIEW enterprise:wuji",
      "改了名的电子有限公司 SAME enterprise:coded",
      "兴达机械厂 REVIEW enterprise:xingda",
    ]);
    expect(converted.counts).toEqual({ rows: 9, same: 2, review: 2, new: 4 });
    const [first, , coded, moved] = matchesOf(place.into);
    expect(first?.features).toMatch(/CORE \+0\.96.*LEGAL_FORM -0\.02/);
    expect(coded?.features).toBe(`CREDIT_CODE +1 ${code}`);
    expect(moved?.features).toMatch(/REGION -0\.3 徐州 \/ 无锡/);
  });

  test("another credit code is another enterprise, whatever the name, and so is a second claim to one", async () => {
    const place = known();
    await imported(
      `企业名称,统一社会信用代码\n庚辛电子有限公司,91320205762418848L\n无锡甲乙精密机械股份有限公司,${code}\n`,
      place,
    );
    const told = matchesOf(place.into).map(({ name, other }) => `${name} ${other}`);
    // The second row has the code of one that is called otherwise: the code outranks the name.
    expect(told).toEqual(["无锡甲乙精密机械股份有限公司 enterprise:coded"]);
  });

  test("the district of an address speaks for or against", async () => {
    const place = known();
    await imported("企业名称,注册地址\n兴达机械厂,江苏省徐州市云龙区和平路8号\n", place);
    const [moved] = matchesOf(place.into);
    expect(moved).toMatchObject({ other: "enterprise:xingda", verdict: "REVIEW" });
    expect(moved?.features).toMatch(/REGION -0\.3 云龙 \/ 无锡/);
    // It is no fact of the layer.
    expect(readTables(place.into).get("relations/LOCATED_IN.csv")).toBeUndefined();
  });

  test.each([
    ["无锡市锡山区安镇街道丹山路8号", "锡山区"],
    ["江苏省无锡市新吴区长江路18号", "新吴区"],
    ["无锡市上海路8号", "无锡市"],
    ["江阴市澄江中路5号", "江阴市"],
    ["南京路3号", undefined],
    ["东亭街道12号", undefined],
  ])("the address %s lies in %s", (address, district) => {
    expect(districtOf(address)).toBe(district);
  });

  test("two enterprises of one name in two regions are two, and keep their ids", async () => {
    const place = known();
    const text = "企业名称,所在区域\n安泰设备厂,无锡市\n安泰设备厂,徐州市\n";
    await imported(text, place);
    const ids = () =>
      readTables(place.into)
        .get("entities/Enterprise.csv")
        ?.map(({ id }) => id);
    const first = ids();
    expect(new Set(first).size).toBe(2);
    await imported(
      text
        .split("\n")
        .reverse()
        .join("\n")
        .trim()
        .replace(/(.*)\n(企业名称.*)/s, "$2\n$1"),
      place,
    );
    expect(new Set(ids())).toEqual(new Set(first));
  });

  test("a customer that is surely known is only mentioned; a doubtful one is an entity to be reviewed", async () => {
    const place = known();
    await imported("企业名称,主要客户\n无锡壬癸科技有限公司,戊己；甲乙精密\n", place);
    const tables = readTables(place.into);
    const [sure, doubtful] = tables.get("relations/SUPPLIES.csv") ?? [];
    expect(sure?.to).toBe("enterprise:wuji");
    expect(matchesOf(place.into)).toMatchObject([
      { id: doubtful?.to, name: "甲乙精密", other: "enterprise:jiayi", verdict: "REVIEW" },
    ]);
  });

  test("imported twice, nothing changes, whatever was decided in between; the next file changes what differs", async () => {
    const place = known();
    await imported(list, place);
    const once = contents(place.into);
    const again = await imported(list, place);
    expect(contents(place.into)).toEqual(once);
    expect(again.changes).toMatchObject({ added: 0, changed: 0, removed: 0 });
    const [pair] = readPairs(place.into);
    if (pair === undefined) throw new Error("nothing to review");
    decide(place.into, pair, "same", { by: "李", why: "同一地址", at: "2024-01-01" });
    const decided = contents(place.into);
    await imported(list, place);
    expect(contents(place.into)).toEqual(decided);
    const next = await imported(list.replace(",80\n", ",90\n"), place);
    expect(next.changes).toMatchObject({ added: 0, changed: 1, removed: 0 });
  });

  test("what a person held apart is not matched again", async () => {
    const place = known();
    await imported(list, place);
    const same = readPairs(place.into).find(({ other }) => other === "enterprise:jiayi");
    if (same === undefined) throw new Error("there is no such pair");
    decide(place.into, same, "different", { by: "李", why: "", at: "2024-01-01" });
    const { converted } = await imported(list, place);
    expect(converted.counts).toMatchObject({ same: 1, new: 5 });
  });
});
