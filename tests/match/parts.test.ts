// Rules of the matcher by themselves: trades, products, numbers, Latin letters, exchanges, writings that say less.
import { describe, expect, test } from "vitest";
import { newFamilies, numberedKeys } from "../../src/match/families.ts";
import { isLocalPart, isOfInitials } from "../../src/match/initials.ts";
import { matchRecords } from "../../src/match/match.ts";
import { differInNumber, institutesRelate, numberedInstitute, numberOf } from "../../src/match/numbered.ts";
import { ownNameOfBranch, withoutOwner } from "../../src/match/parts-of-groups.ts";
import { stockCodeOf } from "../../src/match/record.ts";
import { isRomanised, latinWords } from "../../src/match/romanised.ts";
import { isProductOf, tradesRelate, tradeWords } from "../../src/match/trades.ts";
import { looseWritings } from "../../src/match/writings.ts";
import { parseName } from "../../src/text/parse-name.ts";

describe("trades of one brand", () => {
  test.each([
    ["环保设备", "环保科技"],
    ["科技", "技术"],
    ["科技", "电子科技"],
    ["机械", "机械制造"],
    ["汽车零部件", "汽车部件"],
    ["电缆", "线缆"],
    ["耐火材料", "耐火"],
    ["智能装备", "智能设备"],
    ["", "电子"],
  ])("%s and %s may be one", (one, other) => {
    expect(tradesRelate(one, other)).toBe(true);
    expect(tradesRelate(other, one)).toBe(true);
  });
  test.each([
    ["电子", "电气"],
    ["科技", "实业"],
    ["科技", "食品"],
    ["机械", "餐饮"],
    ["新材料", "律师事务所"],
    ["设备", "科技"],
  ])("%s and %s are two", (one, other) => {
    expect(tradesRelate(one, other)).toBe(false);
    expect(tradesRelate(other, one)).toBe(false);
  });
  test("are told word by word", () => {
    expect(tradeWords("物流设备")).toEqual(["物流", "装备"]);
    expect(tradeWords("生物医药科技")).toEqual(["医药", "科技"]);
    expect(tradeWords("")).toEqual([]);
  });
});

describe("a brand with a product", () => {
  test.each([
    ["小天鹅洗衣机", "小天鹅电器", true],
    ["雅迪电动车", "雅迪科技", true],
    ["大疆无人机", "大疆创新科技", true],
    ["公牛插座", "公牛", true],
    ["长虹空调", "长虹塑料", false],
    ["永久自行车", "永久锁业", false],
    ["海信电视", "海信达科技", false],
    ["红豆杉酒", "红豆", false],
  ])("%s of %s: %s", (short, maker, expected) => {
    expect(isProductOf(short, maker)).toBe(expected);
  });
});

describe("numbers in names", () => {
  test.each([
    ["五十八", "58"],
    ["58", "58"],
    ["七〇二", "702"],
    ["十", "10"],
    ["一百零三", "103"],
    ["二一四", "214"],
  ])("%s is %s", (text, number) => {
    expect(numberOf(text)).toBe(number);
  });
  test.each([
    ["中铁十局集团", "中铁十一局集团", true],
    ["三花智控", "双花智控", false],
    ["汽车零部件", "汽车部件", false],
    ["统一食品", "统食品", false],
    ["第一橡胶厂", "第1橡胶厂", false],
  ])("%s and %s differ in nothing else: %s", (one, other, expected) => {
    expect(differInNumber(one, other)).toBe(expected);
  });
  test.each([
    ["中国电科58所", "中国电子科技集团公司第五十八研究所", "perhaps"],
    ["中电科14所", "中国电子科技集团公司第十四研究所", "perhaps"],
    ["航天科工六院", "中国航天科工集团第六研究院", "alike"],
    ["中建八局", "中国建筑第八工程局有限公司", "perhaps"],
    ["58所", "中国电子科技集团公司第五十八研究所", "perhaps"],
    ["中国电科58所", "中国电科55所", "two"],
    ["中船58所", "中国电子科技集团公司第五十八研究所", "two"],
  ])("%s and %s: %s", (one, other, expected) => {
    const [own, its] = [numberedInstitute(one), numberedInstitute(other)];
    expect(own && its && institutesRelate(own, its)).toBe(expected);
  });
  test("are none of names that only end like an institute", () => {
    expect(numberedInstitute("无锡市第二人民医院")).toBeUndefined();
    expect(numberedInstitute("无锡先导智能装备")).toBeUndefined();
  });
});

describe("a name in Latin letters", () => {
  test.each([
    ["Wuxi Hongyuan Jingmi Jixie Co., Ltd.", "无锡宏远精密机械有限公司", true],
    ["Jiangsu Hengli Hydraulic Co., Ltd.", "江苏恒立液压股份有限公司", true],
    ["Huawei Technologies Co., Ltd.", "华为技术有限公司", true],
    ["BYD Company Limited", "比亚迪股份有限公司", true],
    ["Xuzhou Construction Machinery Group", "徐州工程机械集团有限公司", true],
    ["Jiangsu Hengli Hydraulic Co., Ltd.", "江苏恒力化纤股份有限公司", false],
    ["Suzhou Hongyuan Jingmi Jixie Co., Ltd.", "无锡宏远精密机械有限公司", false],
    ["Wuxi Co., Ltd.", "无锡机械有限公司", false],
    ["Great Wall Motor Company Limited", "长城汽车股份有限公司", true],
    ["TCL Technology Group Corporation", "TCL科技集团股份有限公司", true],
    ["SK hynix Semiconductor (China) Ltd.", "SK海力士半导体（中国）有限公司", true],
    ["Contemporary Amperex Technology Co., Limited", "宁德时代新能源科技股份有限公司", true],
    ["China Petroleum & Chemical Corporation", "中国石油化工股份有限公司", true],
    ["Inner Mongolia Yili Industrial Group", "内蒙古伊利实业集团股份有限公司", true],
    ["Panasonic Energy (Suzhou) Co., Ltd.", "松下能源（无锡）有限公司", false],
    ["Midea Real Estate Holding Limited", "美的集团股份有限公司", false],
    ["Great Wall Property Co., Ltd.", "长城汽车股份有限公司", false],
  ])("%s may be %s: %s", (latin, han, expected) => {
    expect(isRomanised(latinWords(latin), parseName(han))).toBe(expected);
  });
  test("has no words where there is a Chinese character", () => {
    expect(latinWords("TCL科技")).toEqual([]);
  });
});

describe("codes of exchanges", () => {
  test.each(["600584", "600584.SH", "SH600584", "sh.600584", "６００５８４", "600584 SS"])(
    "%s",
    (stockCode) => {
      expect(stockCodeOf({ name: "", stockCode })).toBe("600584");
    },
  );
});

describe("short names of first characters", () => {
  test.each([
    ["锡柴", "无锡柴油机厂", true],
    ["锡铁", "无锡地铁集团有限公司", true],
    ["锡轨", "无锡市轨道交通集团有限公司", true],
    ["苏轨", "苏州市轨道交通集团有限公司", true],
    ["武钢", "武汉钢铁（集团）公司", true],
    ["南高齿", "南京高精齿轮集团有限公司", true],
    ["洛轴", "洛阳LYC轴承有限公司", true],
    ["国机集团", "中国机械工业集团有限公司", true],
    ["农行", "中国农业银行股份有限公司", true],
    ["南航", "中国南方航空股份有限公司", true],
    ["武钢", "武汉重型机床集团有限公司", false],
    ["锡缆", "无锡鑫宏业线缆有限公司", false],
    ["锡柴", "苏州柴油机厂", false],
    ["锡柴", "无锡柴油机厂苏州分厂", false],
    ["南钢股份", "济南钢铁股份有限公司", false],
  ])("%s may be short for %s: %s", (short, long, expected) => {
    expect(isOfInitials(parseName(short), parseName(long))).toBe(expected);
  });
  test.each([
    ["江苏移动", "中国移动通信集团江苏有限公司", true],
    ["无锡电信", "中国电信股份有限公司无锡分公司", true],
    ["无锡联通", "中国联合网络通信有限公司无锡市分公司", true],
    ["上海铁路局", "中国铁路上海局集团有限公司", true],
    ["金陵石化", "中国石油化工股份有限公司金陵分公司", true],
    ["江苏移动", "中国移动通信集团浙江有限公司", false],
    ["无锡电信", "中国电信股份有限公司南京分公司", false],
    ["无锡鑫宏业", "鑫宏业线缆股份有限公司无锡分公司", false],
    ["江苏移动", "中国移动通信集团江苏有限公司无锡分公司", false],
  ])("%s may be the part of a group for a place: %s, %s", (short, long, expected) => {
    expect(isLocalPart(short, long)).toBe(expected);
  });
});

describe("names within those of larger ones", () => {
  test.each([
    ["中国石化扬子石油化工有限公司", "扬子石油化工有限公司"],
    ["清华同方股份有限公司", "同方股份有限公司"],
    ["中国石化上海石油化工股份有限公司", "上海石油化工股份有限公司"],
    ["中铁第四勘察设计院集团有限公司", undefined],
    ["国药集团江苏有限公司", undefined],
    ["无锡先导智能装备股份有限公司", undefined],
  ])("%s without its owner is %s", (name, rest) => {
    expect(withoutOwner(name)).toBe(rest);
  });
  test.each([
    ["一汽解放汽车有限公司无锡柴油机厂", "无锡柴油机厂"],
    ["国网江苏省电力有限公司无锡供电分公司", "无锡供电公司"],
    ["中国电信股份有限公司无锡分公司", undefined],
    ["华泰证券股份有限公司无锡金融一街证券营业部", undefined],
  ])("%s has the name of its own %s", (name, own) => {
    expect(ownNameOfBranch(name)).toBe(own);
  });
});

describe("writings that say less", () => {
  test.each([
    ["CATL宁德时代", ["宁德时代"]],
    ["无锡高新区微纳电子有限公司", ["无锡微纳电子有限公司"]],
    ["无锡市新吴区梅村街道恒昌机械厂", ["无锡市新吴区恒昌机械厂"]],
    ["无锡高新区投资发展有限公司", []],
    ["无锡先导智能装备股份有限公司", []],
  ])("%s", (name, expected) => {
    expect(looseWritings(name)).toEqual(expected);
  });
  test("never make two records one", () => {
    const found = matchRecords(
      { name: "无锡高新区微纳电子有限公司" },
      { name: "无锡微纳电子有限公司", park: "无锡国家高新技术产业开发区" },
    );
    expect(found.verdict).toBe("REVIEW");
  });
});

describe("two that could not both be registered", () => {
  test("are one wherever the place stands", () => {
    expect(matchRecords({ name: "无锡村田电子有限公司" }, { name: "村田电子（无锡）有限公司" }).verdict).toBe(
      "SAME",
    );
  });
  test("are not told by a 股份有限公司 and a company called after its place", () => {
    expect(
      matchRecords({ name: "深圳市汇川技术股份有限公司" }, { name: "汇川技术（深圳）有限公司" }).verdict,
    ).toBe("REVIEW");
  });
  test("a district that the other's region says is no other place", () => {
    expect(
      matchRecords({ name: "锡山宏达铸造厂", region: "锡山区" }, { name: "无锡宏达铸造厂", region: "锡山区" })
        .verdict,
    ).toBe("SAME");
  });
});

describe("names that differ in their numbers alone", () => {
  const keys = new Set(["name a", "long 无锡", "code 1"]);
  const families = newFamilies();
  const stored = (index: number) => [...families.stored({ name: `无锡第${index}纺织厂` }, keys)];
  test("are indexed with these from the twenty-first on, and by whole names as all are", () => {
    const first = Array.from({ length: 20 }, (_, index) => stored(index + 1));
    expect(first.every((own) => own.join() === [...keys].join())).toBe(true);
    expect(stored(21)).toEqual(["name a", "long 无锡 #21", "code 1"]);
    expect([...families.stored({ name: "无锡第二十二纺织厂" }, keys)]).toEqual([
      "name a",
      "long 无锡 #22",
      "code 1",
    ]);
    expect([...families.stored({ name: "无锡第23纺织厂", aliases: ["锡纺"] }, keys)]).toEqual([...keys]);
    expect([...families.stored({ name: "苏州第21纺织厂" }, keys)]).toEqual([...keys]);
  });
  test("are looked for under both", () => {
    expect(numberedKeys(["无锡第21纺织厂"], keys)).toEqual(["long 无锡 #21"]);
    expect(numberedKeys(["无锡纺织厂"], keys)).toEqual([]);
  });
});

describe("parks of two records", () => {
  test.each([
    ["锡山经开区", "无锡锡山经济技术开发区", 0.1],
    ["锡山经开区", "惠山经开区", -0.05],
  ])("%s and %s", (park, other, weight) => {
    const { features } = matchRecords(
      { name: "无锡甲乙机械有限公司", park },
      { name: "甲乙机械有限公司", park: other },
    );
    expect(features.find(({ feature }) => feature === "PARK")?.weight).toBe(weight);
  });
});
