// Whether two names of one brand may be one enterprise's though their trades are written otherwise: a word left off or
// put for another of its meaning (环保设备, 环保科技), or a product in place of the trade (雅迪电动车).
import { tradesAtEnd } from "../text/name-words.ts";
import { pickedFrom } from "./numbered.ts";

/** Words that mean one trade; the first stands for all of a line. */
const synonyms = new Map(
  [
    "科技 技术 高科技 高新技术 新技术 智能科技 数字技术",
    "电子 电子信息 电子器件 电子元件 元器件",
    "信息 软件 数据 大数据 信息产业",
    "通信 通讯 电信",
    "半导体 微电子 集成电路 芯片",
    "光电 光电子 光学",
    "网络 互联网",
    "机械 机电 精密机械 精机 机械设备 重工 重机",
    "精密 精工 精密制造",
    "电缆 线缆 电线电缆 电线",
    "汽车零部件 汽车部件 汽配 零部件",
    "医药 制药 药业 生物医药 生物制药",
    "医疗 医疗器械 器械",
    "环保 环境 环境工程 节能环保 生态",
    "材料 新材料 新型材料 复合材料 高分子材料 高分子",
    "能源 新能源 清洁能源",
    "化工 化学 精细化工",
    "纺织 纺织品 毛纺 印染",
    "服装 服饰 服装服饰 制衣 针织 男装 女装",
    "塑料 塑胶 塑业 橡塑",
    "钢铁 钢业 特钢",
    "金属 金属制品 金属材料",
    "传感 传感器",
    "耐火 耐火材料",
    "涂料 油墨 颜料 建材",
    "换热器 换热设备 散热器 冷却器",
    "风机 鼓风机",
    "减速机 减速器",
    "密封 密封件",
    "焊接 焊材 焊接材料",
    "电路 电路板 线路板",
    "建设 建筑 建工 建筑工程 建设工程",
    "地产 房地产 房产 置业",
    "传媒 文化传媒 文化传播 传播 文化",
    "食品 食品饮料 调味食品 调味品",
    "物流 供应链 仓储",
    "快递 速递 速运 快运",
    "机器人 自动化",
    "装备 设备 成套设备",
    "贸易 商贸 国际贸易 进出口",
    "模具 模塑",
    "铸造 锻造 铸件 锻件",
    "仪器 仪表 仪器仪表",
    "农业 农牧 牧业",
    "酒业 酿酒 白酒 啤酒 黄酒",
  ].flatMap((line) => {
    const words = line.split(" ");
    return words.map((word) => [word, words[0] ?? word] as const);
  }),
);

/** Words that say nothing of the trade: they are put in and left off as one likes. */
const general = new Set(
  "科技 制造 设备 装备 系统 集成 系统集成 智能 智能制造 工业 工程 实业 发展 产业 开发 国际 服务 技术服务 精密 数字 材料 企业 控股 投资 投资控股".split(
    " ",
  ),
);

/** The trades that a text is put together from, each as the word that stands for its meaning. */
export function tradeWords(trade: string): string[] {
  const words: string[] = [];
  let rest = trade;
  while (rest !== "") {
    const word = tradesAtEnd(rest)[0] ?? rest;
    words.unshift(synonyms.get(word) ?? word);
    rest = rest.slice(0, -word.length);
    // 环保科技 is a word of its own in the list of trades and means two.
    const both = /^(.{2,})(科技|技术|设备|装备|材料|制造)$/u.exec(word);
    if (both?.[1] !== undefined && both[2] !== undefined && synonyms.get(word) === undefined)
      words.splice(0, 1, synonyms.get(both[1]) ?? both[1], synonyms.get(both[2]) ?? both[2]);
  }
  return words;
}

const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((word) => all.includes(word));

/** Trades that nobody puts for that of a maker: money, land, food, lodging, law, teaching. */
const far =
  /投资|资本|基金|银行|证券|保险|信托|期货|租赁|担保|贷款|典当|保理|财务|金融|地产|房产|置业|物业|食品|餐饮|酒|饲料|养殖|农|牧|水产|超市|百货|旅游|宾馆|饭店|事务所|教育|培训|学校|广告|传媒|文化|影|出版|体育|咨询|管理|劳务|家政|人力|医院|园林|绿化|贸易|商贸|进出口|美容|典|幼儿|装饰|装修|旅行|保安|律师|会计|诊所|药房|书店|网吧|驾/u;

/** Whether two trades lie so far apart that one brand in both is two companies. */
export const tradesFarApart = (one: string, other: string): boolean => far.test(one) || far.test(other);

/** Characters that trades of every sort have. */
const anyTrade = new Set("科技术设备装制造智能工程实业发展产系统集成新材料业服务国际精密数字件品器机电有限");

/** Whether two trades have a character in common that not every trade has: 安全装备, 安防设备. */
export const sharesTrade = (one: string, other: string): boolean =>
  [...one].some((character) => !anyTrade.has(character) && other.includes(character));

/** Whether a trade is the other one shortened: 农机 of 农业机械, 新材 of 新材料. */
const isShortened = (short: string, long: string): boolean =>
  short.length > 1 && short.length < long.length && pickedFrom(short, long);

/** Whether two trades of one brand may be one: the same in other words, shortened, or one with a word more. */
export function tradesRelate(one: string, other: string): boolean {
  if (isShortened(one, other) || isShortened(other, one)) return true;
  const [own, its] = [tradeWords(one), tradeWords(other)];
  const said = (words: readonly string[]): string[] => words.filter((word) => !general.has(word));
  const [mine, theirs] = [said(own), said(its)];
  // Of names that say nothing of their trade every word counts: 甲乙科技 and 甲乙实业 are two.
  if (mine.length === 0 || theirs.length === 0) return isWithin(own, its) || isWithin(its, own);
  return isWithin(mine, theirs) || isWithin(theirs, mine);
}

/** Products by the trades of those who make them, as people call an enterprise by its brand and what it sells. */
const products: readonly (readonly [makers: RegExp, names: ReadonlySet<string>])[] = (
  [
    [
      /电器|家电|厨|电子|电气|照明|视像|视听/u,
      "空调 洗衣机 冰箱 电冰箱 油烟机 热水器 豆浆机 电饭煲 吸尘器 扫地机器人 扫地机 净水器 电视 电视机 彩电 插座 开关 灯具 灯 风扇 微波炉",
    ],
    [
      /食品|乳业|饮料|酱|调味|肉|酒|水|茶|农/u,
      "酱油 醋 食醋 火腿肠 牛奶 酸奶 奶粉 矿泉水 纯净水 瓜子 方便面 饼干 月饼 白酒 啤酒 黄酒 葡萄酒 饮料 茶叶 茶 咖啡 食用油 大米 挂面 蚝油 辣酱 糖果 冰淇淋",
    ],
    [
      /车|摩托|客车|重汽|动力|儿童用品|婴童用品/u,
      "电动车 电动自行车 自行车 摩托车 汽车 客车 卡车 重卡 轿车 公交车 童车 新能源汽车 发动机",
    ],
    [
      /机械|重工|机床|装备|工程机械|精密|数控/u,
      "挖掘机 起重机 叉车 机床 压缩机 拖拉机 装载机 塔吊 注塑机 减速机 收割机",
    ],
    [/电气|电机|电工|电力|能源|光伏|电池/u, "变压器 电机 电池 锂电池 逆变器 光伏 光伏组件 风机 充电桩"],
    [
      /电子|通信|通讯|信息|数字|光电/u,
      "手机 芯片 传感器 摄像头 摄像机 雷达 打印机 电脑 路由器 耳机 显示屏 无人机 投影仪",
    ],
    [/医|药|生物|健康/u, "疫苗 口罩 胰岛素 注射器 监护仪 轮椅 体温计 血压计 口服液 感冒药"],
    [
      /服|纺织|毛|鞋|体育|家纺|实业/u,
      "男装 女装 童装 西服 衬衫 羽绒服 运动鞋 皮鞋 内衣 家纺 毛衣 运动服 羊毛衫",
    ],
    [/建材|家居|木业|涂料|化工|陶瓷/u, "涂料 油漆 水泥 玻璃 瓷砖 地板 家具 床垫 沙发 卫浴 马桶 门窗"],
    [/日化|化妆|卫生|护理/u, "牙膏 洗衣粉 洗衣液 肥皂 纸尿裤 卫生巾 洗发水 面膜"],
    [/机械|电梯|工业/u, "电梯 扶梯"],
    [/橡胶|轮胎/u, "轮胎"],
  ] as const
).map(([makers, names]) => [makers, new Set(names.split(" "))] as const);

/** What makers of a product may be called beside: nothing that tells a trade, or one of those that make it. */
function suits(rest: string, makers: readonly RegExp[]): boolean {
  let unknown = rest;
  for (;;) {
    const word = tradesAtEnd(unknown)[0];
    if (word === undefined) break;
    unknown = unknown.slice(0, -word.length);
    if (makers.some((pattern) => pattern.test(word))) return true;
    if (!tradeWords(word).every((part) => general.has(part))) return false;
  }
  // One character more is another brand: 海信, 海信达.
  return unknown.length !== 1;
}

/** Whether a short name is a brand with a product that its maker's trade allows: 小天鹅洗衣机 of 小天鹅电器. */
export function isProductOf(short: string, maker: string): boolean {
  for (let length = 2; length < short.length; length++) {
    const product = short.slice(length);
    const makers = products.filter(([, names]) => names.has(product)).map(([pattern]) => pattern);
    if (makers.length > 0 && maker.startsWith(short.slice(0, length)))
      return suits(maker.slice(length), makers);
  }
  return false;
}
