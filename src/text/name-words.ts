// The words that names of Chinese enterprises are put together from beside their brand: legal forms, trades, branches.

/** Legal forms as they end a name, in normal form; longer ones are tried first. */
const formWords = [
  ..."股份有限公司 有限责任公司 有限公司 股份公司 股份合作公司 股份合作制企业 无限公司 两合公司 总公司 公司".split(
    " ",
  ),
  ..."集团股份有限公司 集团有限责任公司 集团有限公司 集团总公司 集团公司 企业集团 集团".split(" "),
  ..."特殊普通合伙企业 普通合伙企业 有限合伙企业 合伙企业 特殊普通合伙 普通合伙 有限合伙 个人独资企业 个体工商户".split(
    " ",
  ),
  ..."专业合作社联合社 农民专业合作社 专业合作社 合作社 联合社 总厂 分厂 工厂 厂 股份".split(" "),
];

/** English and other European legal forms, in normal form: spaces and dots are gone. */
const latinForms = [
  ..."companylimited coltd cltd ltd limited incorporated inc corporation corp company llc llp plc lp".split(
    " ",
  ),
  ..."gmbhcokg gmbh agco kgaa ag kg sarl sas sa spa srl bv nv ab oy as kk pte pteltd ptyltd holdings holding group".split(
    " ",
  ),
];

const byLength = (words: readonly string[]): string[] =>
  [...new Set(words)].sort((one, other) => other.length - one.length);

const allForms = byLength(formWords);

/** The legal forms that a word with one wrong, missing or swapped character can still be told to be. */
export const longForms = allForms.filter((form) => form.length >= 4 && form.endsWith("公司"));

/** A name without the last of its legal forms, and the form; undefined where it ends in none. */
export function lastForm(text: string): readonly [rest: string, form: string] | undefined {
  const form = allForms.find((one) => text.endsWith(one));
  return form === undefined ? undefined : [text.slice(0, -form.length), form];
}

const latinForm = new RegExp(`(?:${byLength(latinForms).join("|")})$`, "u");
const spacedLatinForm = new RegExp(
  `(?:^|[^a-z])(?:co\\.?,?\\s*ltd|${byLength(latinForms).join("|")}|s\\.?a\\.?|p\\.?l\\.?c|b\\.?v|n\\.?v)\\.?\\s*$`,
  "u",
);

/** A folded Latin name without the legal forms that end it; they must be words of their own there. */
export function withoutLatinForms(folded: string): string {
  let rest = folded.trim();
  for (;;) {
    const shorter = rest.replace(spacedLatinForm, "").replace(/[\s,.&]+$/u, "");
    if (shorter === rest || shorter.length < 2) return rest;
    rest = shorter;
  }
}

/** Whether a text in normal form is nothing but a Latin legal form. */
export const isLatinForm = (text: string): boolean => text.replace(latinForm, "") === "";

const trades = byLength(
  [
    "科技 技术 高新技术 高科技 新技术 信息 信息技术 信息科技 电子 电子科技 电子信息 微电子 光电 光电子 光学 光纤 光缆 光通信 激光 半导体 芯片 集成电路 元器件 元件 器件 传感 传感器 电路 电路板 显示 触控 液晶",
    "网络 网络科技 软件 数据 大数据 数码 数字 数字技术 云计算 物联网 互联网 智联网 车联网 人工智能 智能 智能科技 智能装备 智能制造 智慧 系统 系统集成 集成 通信 通讯 电信 卫星 导航 安防 安全 信息安全 区块链 电商 电子商务",
    "机械 机电 机器 机床 数控 精机 精密 精密机械 精工 精密制造 重工 重机 装备 设备 器械 制造 制造业 工业 自动化 机器人 仪器 仪表 仪器仪表 电气 电器 电力 电工 电机 电缆 线缆 电线 电线电缆 电源 电池 锂电 锂业 储能 氢能 光伏 光能 风电 风能 太阳能 核电 水电 火电 热电 热力 电网 输变电 开关 变压器 照明 灯具 灯饰 轴承 齿轮 传动 液压 气动 阀门 泵业 水泵 压缩机 制冷 空调 暖通 锅炉 汽轮机 发动机 动力 叶片 铸造 锻造 模具 模塑 刀具 工具 五金 紧固件 弹簧 起重 工程机械 农机 矿山机械 矿机",
    "材料 新材料 新型材料 复合材料 高分子 高分子材料 化工 化学 化工科技 精细化工 磷化工 氟化工 煤化工 盐化工 硅化工 磷业 氟业 硅业 硅材料 氟材料 磷材料 锂材料 新能源 新能源科技 能源 清洁能源 石油 石化 石油化工 天然气 燃气 油气 煤业 煤炭 煤电 焦化 氯碱 盐业 盐化 化纤 纤维 纺织 纺织品 印染 毛纺 棉业 丝绸 服装 服饰 服装服饰 男装 女装 童装 鞋业 皮革 家纺 橡胶 橡塑 塑料 塑胶 塑业 薄膜 包装 包装材料 印刷 印务 造纸 纸业 纸品 玻璃 玻纤 陶瓷 瓷业 建材 建筑材料 水泥 混凝土 管业 管道 型材 门窗 幕墙 涂料 油墨 颜料 胶粘 钢铁 钢业 钢管 钢构 钢结构 特钢 不锈钢 金属 金属材料 金属制品 有色金属 有色 铜业 铝业 钨业 钼业 锌业 镍业 钛业 锡业 黄金 稀土 磁材 磁业 磁性材料 合金 矿业 资源 碳素 石墨 氨基酸",
    "汽车 汽车零部件 汽车部件 汽配 零部件 车辆 客车 货车 轮胎 轮毂 摩托车 自行车 电动车 新能源汽车 船舶 船业 重船 海工 航空 航天 航运 海运 港口 港务 港 轨道交通 铁路 高铁 公路 高速 高速公路 机场 物流 快递 速运 速递 供应链 仓储 运输 交通 客运 货运",
    "生物 生物科技 生物技术 生物医药 生物制药 生物制品 医药 药业 制药 中药 药材 药房 大药房 医疗 医疗器械 医疗科技 医学 医院 健康 大健康 康养 养老 基因 诊断 疫苗 血液 眼科 口腔 牙科 保健 保健品 美容 化妆品 日化 护理 卫生用品 宠物",
    "农业 农牧 牧业 养殖 畜牧 农林 林业 种业 种子 渔业 水产 海洋 饲料 肥业 化肥 农化 农药 农资 粮油 粮食 米业 面业 糖业 食品 食品饮料 饮料 乳业 奶业 肉业 酒业 酿酒 啤酒 白酒 葡萄酒 黄酒 绍兴酒 调味品 调味食品 酱业 茶业 餐饮 烘焙 水业",
    "建设 建筑 建工 建筑工程 工程 工程技术 工程咨询 建设工程 建设集团 路桥 市政 市政工程 园林 绿化 景观 生态 装饰 装修 装潢 设计 设计院 勘察 规划 监理 房地产 地产 房产 置业 物业 物业管理 物业服务 城建 城投 城市建设 水利 水务 环保 环保科技 环境 环境科技 环境工程 环卫 节能 节能环保 节能科技 再生资源 固废 治理",
    "投资 投资管理 投资控股 资产 资产管理 资本 创业投资 创投 股权投资 基金 基金管理 控股 实业 实业投资 产业 产业投资 发展 开发 经济发展 银行 农村商业银行 商业银行 农商银行 农商行 村镇银行 证券 保险 人寿 人寿保险 财产保险 财险 人保 信托 期货 租赁 融资租赁 金融 金融租赁 担保 融资担保 小额贷款 典当 保理 财务 支付",
    "贸易 商贸 商业 商务 经贸 外贸 国际贸易 进出口 百货 零售 超市 连锁 购物 商城 商场 市场 市场营销 营销 营销策划 批发 国际 实业发展 工贸 科贸 物资 供销 免税 珠宝 黄金珠宝 钟表 眼镜 家具 家居 家电 厨具 厨卫 卫浴 洁具 木业 地板 家装 玩具 文具 乐器 体育 体育用品 运动 户外",
    "传媒 文化 文化传媒 文化传播 传播 广告 影视 影业 电影 动漫 游戏 娱乐 出版 出版传媒 报业 新闻 广播 有线 电视 演艺 旅游 文旅 文化旅游 旅行社 酒店 宾馆 饭店 会展 展览 教育 教育科技 培训 学校 咨询 管理 管理咨询 企业管理 企业 服务 技术服务 信息服务 商务服务 人力资源 劳务 家政 检测 检测技术 检验检测 认证 计量 研究院 研究所 研究中心 会计师事务所 律师事务所 事务所 知识产权 法律",
    "制衣 针织 毛衫 无纺布 染整 印花 染料 助剂 添加剂 树脂 胶带 胶粘剂 粘合剂 密封件 密封 保温材料 防水材料 防水 防腐 耐火 耐火材料 摩擦材料 硬质合金 粉末冶金 冶金 冶炼 轧钢 带钢 板材 管材 线材 钢丝绳 钢丝 钢绳 制管 制罐 瓶盖 容器 玻璃钢 碳纤维 工程塑料 注塑 吹塑 塑料制品 橡胶制品 包装制品 纸制品 木制品 纸箱 彩印 标签 石材 石业 商砼 门业 窗业 锁业 锁具 灶具 炊具 箱包 皮具 拉链 纽扣 地毯 窗帘 床上用品 办公用品 日用品 儿童用品 婴童用品 工艺品 礼品",
    "铸件 锻件 法兰 冲压 钣金 焊接 焊材 焊接材料 热处理 表面处理 电镀 涂装 喷涂 磨具 砂轮 链条 链轮 减速机 减速器 变频器 换热器 换热设备 散热器 冷却器 冷却设备 干燥设备 压力容器 风机 鼓风机 除尘 除尘设备 污水处理 脱硫 音响 视听 视像 影像 光学仪器 电路科技 线路板 汽车电子 汽车饰件 饰件 内饰 车灯 车桥 车业 车料 传动设备 工程设备 食品机械 印刷机械 化工机械 化工设备 制药机械 医疗设备 医疗用品 康复器械 生命科学 细胞 试剂 医美 医疗美容 饮品 果业 果蔬 禽业 蛋业 园艺 花卉 苗木 餐饮管理 餐饮服务 酒店管理 智能化 智能系统 智控 智造 数智 货运代理 船务 船厂 装备制造 设备制造 机械制造 汽车制造",
    "信息产业 电子商务 股权投资基金 防务 军工 兵器 民爆 消防 电梯 物管 特种 特材 热能 水处理 净化 过滤 测控 控制 控制技术 测试 测绘 地理信息 地质 气体 冷链 冷冻 成套设备 电子设备 通信设备 环保设备 机械设备 物流设备 自动化设备 包装机械 纺织机械 电子材料 光电材料 半导体材料 电子元件 电子器件 超级电容 电容 电容器 电感 连接器 继电器 泡塑 铁心 电商务",
    "声学 电声 快运 柴油机 内燃机 拖拉机 缝纫机 制氧机 水轮机 计算机 计算机系统 齿轮箱 变速箱 重型机床 重型机械 锻压机床 地铁 轨道 公交 公共交通 自来水 供水 排水 供电 供热 醋酸纤维 化学纤维 合成纤维",
  ].flatMap((line) => line.split(" ")),
);

/** The words that names are read by. */
export const nameWords: readonly (readonly string[])[] = [allForms, latinForms, trades];

const tradesByEnd = new Map<string, string[]>();
for (const trade of trades) {
  const end = trade.at(-1) ?? "";
  tradesByEnd.set(end, [...(tradesByEnd.get(end) ?? []), trade]);
}

/** The trades that a text ends in, the longest first. */
export function tradesAtEnd(text: string): readonly string[] {
  return (tradesByEnd.get(text.at(-1) ?? "") ?? []).filter((trade) => text.endsWith(trade));
}

/** What ends the name of a branch. */
export const branchEnd =
  /(?:分公司|支公司|子公司|分行|支行|分理处|储蓄所|分厂|分店|分社|分部|分院|分所|营业部|营业厅|营业所|办事处|代表处|联络处|项目部|门市部|专卖店|旗舰店|连锁店|门店|(?:第[一二三四五六七八九十\d]+)(?:厂|店|车间|工厂))$/u;

/** Whether a text in normal form is nothing but a legal form. */
export const isLegalForm = (text: string): boolean =>
  allForms.includes(text) || (text !== "" && isLatinForm(text));
