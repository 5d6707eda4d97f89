// Names of enterprises to look for: those of listed companies, which are facts, and made-up ones of the same build.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { below, pick, type Random, randomOf } from "../../scripts/synthetic/random.ts";

export interface NamedCompany {
  readonly full: string;
  readonly short: string;
  readonly listed: boolean;
}

const places =
  "北京 上海 天津 重庆 江苏 浙江 广东 山东 河南 四川 湖北 湖南 福建 安徽 江西 河北 陕西 辽宁 吉林 黑龙江 云南 贵州 广西 内蒙古 新疆 海南 甘肃 山西 无锡 苏州 南京 常州 扬州 南通 杭州 宁波 温州 绍兴 深圳 广州 佛山 东莞 珠海 青岛 济南 烟台 武汉 长沙 成都 西安 合肥 厦门 福州 郑州 大连 沈阳 江阴 昆山 张家港 常熟 宜兴 义乌 慈溪".split(
    " ",
  );
const cities = new Set(places.slice(28));
const characters = [
  ..."瑞鑫宏业恒达华信天诚博远锐创智联盛安泰隆德嘉维康力源润丰凯星辰海川云图卓越弘毅佳通拓普尔赛特中芯亿航造格兰铭启晟昊骏腾飞跃辉煌耀明正和顺兴旺永久万方圆融汇聚众合同心金银铜铁石玉珠宝龙凤鹏雁鹰松柏梅竹菊春秋夏雪雨露风雷电光影声韵诗书画艺术文武英雄豪杰卫士勇敢立志向上进步升高峰岭江河湖洋波涛浪潮汐沙滩岛屿桥梁路道城池塔楼阁亭台轩苑园林森木草花果实禾麦稻谷粟米茶酒醇香甜美丽雅致优良品质信誉诺言语论理想念思维新奇特异彩虹霞晖曦阳月朗清澈净洁素白",
];
const trades =
  "精密机械 电子科技 新材料科技 生物医药 智能装备 汽车零部件 半导体 光电技术 环保科技 食品 纺织 软件 物联网技术 新能源科技 线缆 模具 化工 包装材料 医疗器械 自动化设备 电机 物流 仪器仪表 建筑材料 信息技术 科技 药业 股权投资 建设工程 环境科技 传媒 文化传播 供应链管理 实业 电气 电力设备 通信技术 水务 家居 服饰".split(
    " ",
  );

function made(random: Random): NamedCompany {
  const brand = Array.from({ length: random() < 0.65 ? 2 : 3 }, () => pick(random, characters)).join("");
  const trade = pick(random, trades);
  const placed = random() < 0.75;
  const place = placed ? pick(random, places) : "";
  const city = cities.has(place) && random() < 0.3 ? `${place}市` : place;
  const build = random();
  const form = random() < 0.7 ? "股份有限公司" : "有限公司";
  const full =
    build < 0.06
      ? `${city}${brand}${trade}集团${form}`
      : build < 0.12
        ? `${city}${brand}${trade}（集团）${form}`
        : build < 0.18 && placed
          ? `${brand}${trade}（${place}）${form}`
          : `${city}${brand}${trade}${form}`;
  return { full, short: brand + trade.slice(0, 2), listed: false };
}

/** So many names, no two alike, neither in full nor in short: the listed ones first. */
export function companies(count: number, seed = 1): NamedCompany[] {
  const lines = readFileSync(fileURLToPath(new URL("listed.tsv", import.meta.url)), "utf8")
    .trim()
    .split("\n");
  const random = randomOf(seed, "names");
  const known = new Set<string>();
  const found: NamedCompany[] = [];
  const add = (one: NamedCompany): void => {
    if (known.has(one.full) || known.has(one.short) || found.length === count) return;
    known.add(one.full).add(one.short);
    found.push(one);
  };
  for (const line of lines) {
    const [short = "", full = ""] = line.split("\t");
    add({ full, short, listed: true });
  }
  while (found.length < count) add(made(random));
  return found;
}

/** A place of a list, all alike, as a number below its length. */
export const anywhere = (random: Random, text: string): number => below(random, text.length);
