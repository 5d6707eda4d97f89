// Units of figures: how each unit that a source may state becomes the unit in which figures are compared. Owns the
// table and its rules; knows no rows and no files.

/** A unit in which figures are kept for comparing. */
export interface NormalUnit {
  readonly zh: string;
  readonly doc: string;
  /** Whether a quantity in it may lie below zero; a bound "at most" reaches down to zero otherwise. */
  readonly mayBeNegative?: boolean;
}

/** A unit as sources write it. */
export interface StatedUnit {
  /** The normalised unit it is usually read as. */
  readonly normal: NormalUnitName;
  /** What one of it makes in the normalised unit. */
  readonly factor: number;
  /** Another reading that a stated pair, or the metric's normal unit, may choose. */
  readonly also?: readonly NormalUnitName[];
  /** Counts occasions (家次), not things (家): never added to counts of things, never compared with them. */
  readonly occasions?: boolean;
}

export const normalUnits = {
  yuan: { zh: "元", doc: "Renminbi, as stated, without correcting for prices.", mayBeNegative: true },
  "US dollar": {
    zh: "美元",
    doc: "Kept as dollars: no rate of exchange is assumed, so never compared with yuan.",
    mayBeNegative: true,
  },
  euro: { zh: "欧元", doc: "Kept as euros.", mayBeNegative: true },
  "Hong Kong dollar": { zh: "港元", doc: "Kept as Hong Kong dollars.", mayBeNegative: true },
  mu: { zh: "亩", doc: "Land: 15 mu are a hectare, 1,500 a square kilometre." },
  "square metre": { zh: "平方米", doc: "Floor area: kept apart from land, which is in mu." },
  kilometre: { zh: "公里", doc: "Length." },
  tonne: { zh: "吨", doc: "Mass." },
  "tonne of coal equivalent": { zh: "吨标准煤", doc: "Energy used, as statistics state it." },
  GW: { zh: "吉瓦", doc: "Power, such as the yearly capacity of a plant for modules." },
  GWh: { zh: "吉瓦时", doc: "Energy; 100 million kilowatt-hours are 100 GWh." },
  count: { zh: "个", doc: "Things, enterprises, people, projects: whatever measure word stands there." },
  point: { zh: "分", doc: "A point of a score." },
  rank: { zh: "名次", doc: "A place in an order, 1 being the first." },
  "per cent": { zh: "%", doc: "A share or a change.", mayBeNegative: true },
  "percentage point": { zh: "个百分点", doc: "A difference of two shares or rates.", mayBeNegative: true },
  times: { zh: "倍", doc: "How many times another quantity." },
  year: { zh: "年", doc: "A length of time." },
  month: { zh: "月", doc: "A length of time." },
  day: { zh: "天", doc: "A length of time, in calendar days." },
  "working day": { zh: "个工作日", doc: "A length of time, in working days." },
  hour: { zh: "小时", doc: "A length of time." },
  "items per hour": { zh: "件/小时", doc: "Pieces handled in an hour." },
} as const satisfies Record<string, NormalUnit>;

export type NormalUnitName = keyof typeof normalUnits;

const is = (normal: NormalUnitName, factor = 1): StatedUnit => ({ normal, factor });
const counted: StatedUnit = is("count");
const occasions: StatedUnit = { normal: "count", factor: 1, occasions: true };

/** Measure words that count things. */
const counters = "个家项件条人位台座场笔强户套辆只支所处间栋幢款种类艘张份批组对期届颗株";

/** Units as stated, without 百 千 万 亿 before them. */
const stated: Readonly<Record<string, StatedUnit>> = {
  ...Object.fromEntries(Object.keys(normalUnits).map((name) => [name, is(name as NormalUnitName)])),
  ...Object.fromEntries([...counters].map((word) => [word, counted])),
  名: { normal: "rank", factor: 1, also: ["count"] },
  ...Object.fromEntries(["家次", "人次", "场次", "次", "户次", "项次"].map((word) => [word, occasions])),
  元: is("yuan"),
  人民币: is("yuan"),
  美元: is("US dollar"),
  欧元: is("euro"),
  港元: is("Hong Kong dollar"),
  港币: is("Hong Kong dollar"),
  亩: is("mu"),
  公顷: is("mu", 15),
  平方公里: is("mu", 1_500),
  平方千米: is("mu", 1_500),
  平方米: is("square metre"),
  平米: is("square metre"),
  m2: is("square metre"),
  公里: is("kilometre"),
  千米: is("kilometre"),
  米: is("kilometre", 0.001),
  吨: is("tonne"),
  公斤: is("tonne", 0.001),
  千克: is("tonne", 0.001),
  吨标准煤: is("tonne of coal equivalent"),
  吨标煤: is("tonne of coal equivalent"),
  kW: is("GW", 1e-6),
  MW: is("GW", 1e-3),
  千瓦: is("GW", 1e-6),
  兆瓦: is("GW", 1e-3),
  吉瓦: is("GW"),
  kWh: is("GWh", 1e-6),
  MWh: is("GWh", 1e-3),
  千瓦时: is("GWh", 1e-6),
  度: is("GWh", 1e-6),
  兆瓦时: is("GWh", 1e-3),
  吉瓦时: is("GWh"),
  "%": is("per cent"),
  百分比: is("per cent"),
  "‰": is("per cent", 0.1),
  成: is("per cent", 10),
  个百分点: is("percentage point"),
  百分点: is("percentage point"),
  倍: is("times"),
  分: is("point"),
  年: is("year"),
  个月: is("month"),
  月: is("month"),
  天: is("day"),
  日: is("day"),
  个工作日: is("working day"),
  工作日: is("working day"),
  小时: is("hour"),
  "件/小时": is("items per hour"),
};

const multiples: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 1e4, 亿: 1e8 };

/** A stated unit as read: the name of the normalised unit may be a quotient, as in `yuan per mu`. */
export interface ReadUnit {
  readonly normal: string;
  readonly factor: number;
  readonly also: readonly string[];
  readonly occasions: boolean;
  readonly mayBeNegative: boolean;
}

function simple(text: string): ReadUnit | undefined {
  let [rest, factor] = [text, 1];
  for (;;) {
    const unit = Object.hasOwn(stated, rest) ? stated[rest] : undefined;
    if (unit !== undefined) {
      return {
        normal: unit.normal,
        factor: factor * unit.factor,
        also: unit.also ?? [],
        occasions: unit.occasions === true,
        mayBeNegative: (normalUnits[unit.normal] as NormalUnit).mayBeNegative === true,
      };
    }
    const multiple = multiples[rest.slice(0, 1)];
    if (multiple === undefined) return undefined;
    factor *= multiple;
    rest = rest.slice(1);
  }
}

function quotient(text: string): ReadUnit | undefined {
  const parts = text.split(/\/| per /);
  const [above, below] = parts.map(simple);
  if (parts.length !== 2 || above === undefined || below === undefined) return undefined;
  return {
    normal: `${above.normal} per ${below.normal}`,
    factor: above.factor / below.factor,
    also: [],
    occasions: false,
    mayBeNegative: above.mayBeNegative,
  };
}

/** Full width made half, one-character forms opened (㎡ is m2), spaces single. */
function plain(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ");
}

/**
 * What a unit as stated is: 亿元 is 100,000,000 yuan, 万元/亩 is 10,000 yuan per mu.
 * Undefined where the table does not have it.
 */
export function readUnit(unit: string): ReadUnit | undefined {
  const text = plain(unit);
  return simple(text) ?? quotient(text) ?? simple(text.replace(/人民币$/, ""));
}

/** The normalised units that a unit may stand for, the usual one first: 名 is a rank, or a count of people. */
export const unitsOf = ({ normal, also }: ReadUnit): string[] => [normal, ...also];

/** A normalised unit as readers of either language write it: `yuan (元)`. */
export function unitInWords(unit: string): string {
  const known: Readonly<Record<string, NormalUnit>> = normalUnits;
  const zh = Object.hasOwn(known, unit) ? known[unit]?.zh : undefined;
  return zh === undefined || zh === unit ? unit : `${unit} (${zh})`;
}

/** A figure in its normalised unit, to 15 significant digits, so that 1021.3 亿元 is 102130000000. */
export function scale(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15));
}

/** The table for readers: units as stated, the normalised unit, what one makes. */
export function unitRows(): {
  readonly unit: string;
  readonly normal: NormalUnitName;
  readonly factor: number;
  readonly occasions: boolean;
}[] {
  return Object.entries(stated)
    .filter(([unit]) => !Object.hasOwn(normalUnits, unit))
    .map(([unit, { normal, factor, occasions: of }]) => ({ unit, normal, factor, occasions: of === true }));
}
