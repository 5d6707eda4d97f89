// Names of Chinese enterprises taken apart: place, brand, trade, legal form, branch; and titles of other kinds.
import { describe, expect, test } from "vitest";
import { parseName } from "../../src/text/parse-name.ts";
import { parseTitle } from "../../src/text/parse-title.ts";

const placesOf = (name: string): string =>
  parseName(name)
    .places.map(({ stem }) => stem)
    .join("/");

describe("the name of an enterprise", () => {
  test.each([
    ["无锡鑫宏业线缆科技股份有限公司", "无锡", "鑫宏业", "线缆科技", "股份有限公司"],
    ["江苏省无锡市锡山区某某科技有限公司", "江苏/无锡/锡山", "某某", "科技", "有限公司"],
    ["安普瑞斯（无锡）有限公司", "无锡", "安普瑞斯", "", "有限公司"],
    ["安普瑞斯(無錫)有限公司", "无锡", "安普瑞斯", "", "有限公司"],
    ["湖南丙丁电器股份有限公司", "湖南", "丙丁", "电器", "股份有限公司"],
    ["内蒙古伊利实业集团股份有限公司", "内蒙古", "伊利", "实业", "集团股份有限公司"],
    ["江阴兴澄特种钢铁有限公司", "江阴", "兴澄", "特种钢铁", "有限公司"],
    ["恒力石化（大连）有限公司", "大连", "恒力", "石化", "有限公司"],
    ["苏州东山精密制造股份有限公司", "苏州", "东山", "精密制造", "股份有限公司"],
    ["科沃斯机器人股份有限公司", "", "科沃斯", "机器人", "股份有限公司"],
    ["某某创业投资合伙企业（有限合伙）", "", "某某", "创业投资", "合伙企业"],
    ["*ST康美", "", "康美", "", ""],
    ["万科A", "", "万科", "", ""],
    ["宁德时代", "", "宁德时代", "", ""],
    ["鑫宏业", "", "鑫宏业", "", ""],
    ["灵山集团", "", "灵山", "", "集团"],
    ["新安股份", "", "新安", "", "股份"],
    ["灵山县集团有限公司", "灵山", "", "", "集团有限公司"],
    ["无锡集团有限公司", "无锡", "", "", "集团有限公司"],
    ["青岛港国际股份有限公司", "青岛", "", "港国际", "股份有限公司"],
    ["无锡柴油机厂", "无锡", "", "柴油机", "厂"],
  ])("%s is of %s, called %s, in %s, a %s", (name, places, brand, trade, form) => {
    expect({ ...parseName(name), places: placesOf(name) }).toMatchObject({ places, brand, trade, form });
  });

  test.each([
    ["电声市场营销", ""],
    ["上海市场营销有限公司", "上海"],
    ["上海市政工程设计有限公司", "上海"],
    ["东山精密", ""],
    ["南山铝业", ""],
    ["江苏区块链科技有限公司", "江苏"],
  ])("%s begins with the place %s and loses no character to it", (name, places) => {
    const { brand, trade, core } = parseName(name);
    expect(placesOf(name)).toBe(places);
    expect(name).toContain(core === "" ? brand + trade : brand + trade);
  });

  test.each([
    "股份有限公司",
    "有限公司",
    "传媒",
    "证券",
    "汽车",
    "无锡",
    "江苏省无锡市",
    "中国",
    "新能源科技",
    "Co., Ltd.",
  ])("%s alone names nothing", (name) => expect(parseName(name).core).toBe(""));

  test.each([
    ["甲乙科技股份有限公司无锡分公司", "甲乙科技", "无锡分公司"],
    ["甲乙科技无锡第一分公司", "甲乙科技", "无锡第一分公司"],
    ["中国银行股份有限公司无锡分行", "中国银行", "无锡分行"],
    ["中国工商银行无锡城南支行", "工商银行", "无锡城南支行"],
    ["甲乙股份有限公司电缆厂", "甲乙", "电缆厂"],
    ["甲乙股份有限公司", "甲乙", ""],
  ])("%s is of %s its part %s", (name, core, branch) => {
    expect(parseName(name)).toMatchObject({ core, branch });
  });

  test.each(["上海戊己（集团）股份有限公司", "上海戊己集团有限公司", "上海戊己集团"])(
    "%s is a group",
    (name) => {
      expect(parseName(name)).toMatchObject({ core: "戊己", group: true });
    },
  );

  test.each(["甲乙科技股份有线公司", "甲乙科技股分有限公司", "甲乙科技股有份限公司", "甲乙科技有限公"])(
    "%s has a legal form that is misspelt, which is told where that is allowed",
    (name) => {
      expect(parseName(name, true).core).toBe("甲乙科技");
      expect(parseName(name, false).core).not.toBe("甲乙科技");
    },
  );

  test("accents, width, case and script make no difference", () => {
    expect(parseName("Société Générale S.A.").core).toBe("societegenerale");
    expect(parseName("ＡＢＣ Robotics Co., Ltd.").core).toBe("abcrobotics");
    expect(parseName("衞士通信息產業股份有限公司").core).toBe(parseName("卫士通信息产业股份有限公司").core);
  });
});

describe("the title of another kind", () => {
  test.each([
    ["Region", "苏州市吴中区", "吴中"],
    ["Region", "吴中", "吴中"],
    ["Region", "江苏省苏州市", "苏州"],
    ["Park", "无锡锡山经济技术开发区", "锡山经开区"],
    ["Park", "锡山经开区", "锡山经开区"],
    ["Park", "扬州市经开区", "扬州经开区"],
    ["Park", "扬州高新技术产业开发区", "扬州高新区"],
    ["Park", "无锡空港产业园", "空港园"],
    ["Park", "高邮开发区", "高邮经开区"],
    ["Cluster", "扬州经开区新能源产业集群", "新能源"],
    ["Certification", "江苏省认定的专精特新中小企业", "专精特新"],
    ["Certification", "国家级“小巨人”企业", "专精特新小巨人"],
    ["Certification", "国家高企", "高新技术"],
    ["Metric", "新增国家级小巨人数量", "国家专精特新小巨人"],
    ["Metric", "战新产业占规上产值比重", "战略性新兴产业占比"],
    ["Metric", "综合指数", "综合指数"],
    ["Policy", "扬州市政府工作报告", "政府工作报告"],
    ["Cluster", "新能源产业集群（扬州经开区）", "新能源"],
    ["Cluster", "新能源（锡山）", "新能源"],
    ["Institution", "无锡市锡山区工业和信息化局", "锡山工信局"],
    ["Institution", "吴中区人民政府", "吴中政府"],
    ["Measure", "锡山区市级专精特新企业认定奖励", "市级专精特新企业认定奖励"],
  ])("%s %s is called %s", (kind, name, core) => expect(parseTitle(kind, name).core).toBe(core));
});
