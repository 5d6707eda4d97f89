// English words of trades, and what they stand for in Chinese names.
import { lately } from "../text/lately.ts";

/** English words of trades with what they stand for in Chinese names. */
const lines = (
  [
    ["technology technologies tech technical", /科技|技术/u],
    ["electric electrical", /电气|电器|电/u],
    ["electronic electronics", /电子/u],
    ["microelectronics semiconductor semiconductors chip chips integrated circuit", /半导体|微|芯|集成电路/u],
    ["hydraulic hydraulics", /液压/u],
    ["machinery machine mechanical machines", /机/u],
    ["precision", /精/u],
    [
      "equipment equipments appliance appliances device devices instrument instruments",
      /设备|装备|器|仪|机|系统/u,
    ],
    ["intelligent intelligence smart", /智/u],
    ["automation automatic robot robotics numerical", /自动|机器人|数控|控制/u],
    ["auto automobile automotive motor motors vehicle vehicles parts components", /车|汽|机|部件|件/u],
    ["energy power photovoltaic solar battery", /能|电|光伏|动力/u],
    ["new advanced", /新|先进|高/u],
    ["material materials alloy metal metals steel", /材|金|钢|铁|铝|铜/u],
    ["chemical chemicals chemistry", /化/u],
    [
      "pharmaceutical pharmaceuticals pharma medicine medical biotech bio biological biotechnology",
      /药|医|生物/u,
    ],
    ["textile textiles garment garments fiber fibre", /纺|服|纤|化/u],
    ["environmental environment protection", /环/u],
    ["food foods beverage dairy", /食|饮|乳/u],
    ["software information network digital data internet", /软件|信息|网|数/u],
    ["communication communications telecom", /通/u],
    ["optical optoelectronics photoelectric photonics laser", /光/u],
    ["heavy", /重/u],
    ["industry industries industrial", /工|实业/u],
    ["manufacturing", /制造|机|厂/u],
    ["cable cables wire", /缆|线/u],
    ["logistics express", /物流|速|快/u],
    ["construction engineering building", /建|工程/u],
    ["investment capital holding holdings", /投资|控股|资本/u],
    ["trade trading import export", /贸|商|进出口/u],
    ["bank", /银行/u],
    ["paper packaging printing", /纸|包装|印/u],
    ["mold mould die tool tools", /模|具|床|刀/u],
    ["bearing bearings", /轴承/u],
    ["valve valves pump pumps", /阀|泵/u],
    ["estate property properties realty", /地产|房|置业/u],
    ["biomedical biomedicine", /医|药|生物/u],
    ["insurance", /险|寿/u],
    ["securities", /证券/u],
    ["home household", /家|居/u],
    ["visual display displays", /视|显|屏/u],
    ["glass", /玻/u],
    ["tire tires tyre tyres rubber", /胎|橡/u],
    ["plastic plastics", /塑/u],
    ["distillery liquor wine brewery beer", /酒/u],
    ["railway rail railways", /铁|轨/u],
    ["airlines aviation aerospace airline", /航/u],
    ["shipping marine ship shipbuilding", /船|航|海/u],
    ["light lighting led", /照明|灯|光/u],
    ["ceramic ceramics", /陶|瓷/u],
    ["furniture", /家具|家居/u],
    ["aluminium aluminum", /铝/u],
    ["copper", /铜/u],
    ["iron", /铁|钢/u],
    ["oil petroleum petrochemical petrochemicals gas", /油|石化|气/u],
    ["water", /水/u],
    ["agricultural agriculture", /农/u],
    ["gear gears transmission drive", /传动|齿|变速|驱动/u],
    ["engine engines", /发动机|动力|机/u],
    ["sensor sensors", /传感/u],
    ["cement", /水泥/u],
    ["mining gold", /矿|金/u],
    ["lithium", /锂/u],
    ["tungsten", /钨/u],
    ["titanium", /钛/u],
    ["zinc", /锌/u],
    ["nickel", /镍/u],
    ["magnet magnets magnetic", /磁/u],
    ["coal", /煤/u],
    ["salt", /盐/u],
    ["sugar", /糖/u],
    ["seed seeds", /种/u],
    ["feed", /饲料/u],
    ["electrics", /电/u],
    ["acoustics acoustic audio", /声|音/u],
    ["turbo turbine turbines", /涡轮|汽轮|透平/u],
    ["polymer polymers", /高分子|聚|塑/u],
    ["lens optics", /光/u],
    ["wafer silicon", /硅|晶/u],
  ] as const
).map(([words, pattern]): { readonly words: readonly string[]; readonly pattern: RegExp } => ({
  words: words.split(" "),
  pattern,
}));

/** The trade that a word stands for. */
export const english: ReadonlyMap<string, RegExp> = new Map(
  lines.flatMap(({ words, pattern }) => words.map((word) => [word, pattern] as const)),
);

/** Words that any trade may have: they do not tell one from another. */
const general = new Set(
  "technology new industry manufacturing equipment machinery heavy electric investment trade".split(" "),
);

/** The lines of words, but for general ones, that stand for a trade: by their places. */
export const tradesIn = lately(1_024, (trade): readonly number[] =>
  lines.flatMap(({ words, pattern }, at) =>
    !general.has(words[0] ?? "") && pattern.test(trade) ? [at] : [],
  ),
);

/** The lines, but for general ones, that words are of. */
export const tradesOf = (words: readonly string[]): number[] =>
  lines.flatMap(({ words: of }, at) =>
    !general.has(of[0] ?? "") && words.some((one) => of.includes(one)) ? [at] : [],
  );
