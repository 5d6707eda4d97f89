// Made-up words that names are put together from. Every name of a thing begins with 虚拟 (virtual): nothing here exists.

export const synthetic = "虚拟";

/** Nine provinces: their codes begin with 91 to 99, which no real province has. */
export const provinces = ["江东", "岭西", "河阳", "湖安", "云川", "海宁州", "关北", "松原岭", "苍南"];
export const cities = ["清河", "白石", "临江", "永丰", "石桥", "东湾", "南浦", "金沙", "凤山", "明湖"];
export const districts = ["城东", "城西", "高新", "经开", "滨湖", "新城", "河西", "北塘"];

export const brands = [
  ..."瑞鑫宏业恒达华信天诚博远科锐创智联盛安泰隆德嘉维康力源润丰凯星辰海川云图卓越弘毅佳通力拓普尔赛特中芯亿航智造格兰",
];
export const trades = [
  "精密机械",
  "电子科技",
  "新材料",
  "生物医药",
  "智能装备",
  "汽车零部件",
  "半导体",
  "光电技术",
  "环保科技",
  "食品",
  "纺织",
  "软件",
  "物联网技术",
  "新能源",
  "线缆",
  "模具",
  "化工",
  "包装材料",
  "医疗器械",
  "自动化设备",
  "电机",
  "物流设备",
  "仪器仪表",
  "建筑材料",
] as const;
export const forms = ["有限公司", "科技有限公司", "股份有限公司", "集团有限公司"] as const;

export const industries = [
  "高端装备",
  "新一代信息技术",
  "新材料",
  "生物医药",
  "新能源",
  "节能环保",
  "集成电路",
  "汽车",
  "高端纺织",
  "现代食品",
  "软件与信息服务",
  "物联网",
  "船舶海工",
  "航空航天",
  "数字创意",
  "智能家居",
  "化工新材料",
  "冶金",
  "轻工",
  "现代物流",
];
export const links = ["原料", "部件", "整机", "设计", "检测", "软件", "装备", "应用", "服务", "回收"];

export const tracks = [
  "srdi",
  "high-tech",
  "gazelle",
  "green-factory",
  "digital",
  "design",
  "quality",
  "brand",
];
export const trackTitles = [
  "专精特新",
  "高新技术",
  "瞪羚",
  "绿色工厂",
  "智能制造",
  "工业设计",
  "质量奖",
  "品牌",
];
export const levels = ["NATIONAL", "PROVINCIAL", "MUNICIPAL", "DISTRICT"] as const;
export const levelTitles = ["国家级", "省级", "市级", "区级"];
export const parkTypes = [
  "DEVELOPMENT_ZONE",
  "HIGH_TECH_ZONE",
  "SPECIALISED_PARK",
  "SCIENCE_PARK",
  "BASE",
] as const;
export const exchanges = ["证券交易所", "创业板", "科创板"];

/** The stages of projects in order, by their real names: ids and codes are those of the seed. */
export const stages = [
  { id: "stage:negotiating", name: "在谈", code: "NEGOTIATING" },
  { id: "stage:signed", name: "签约", code: "SIGNED" },
  { id: "stage:started", name: "开工", code: "STARTED" },
  { id: "stage:under-construction", name: "在建", code: "UNDER_CONSTRUCTION" },
  { id: "stage:completed", name: "竣工", code: "COMPLETED" },
  { id: "stage:in-production", name: "投产", code: "IN_PRODUCTION" },
  { id: "stage:at-capacity", name: "达产", code: "AT_CAPACITY" },
] as const;
