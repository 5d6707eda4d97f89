// Chinese places as they stand in names: provinces, prefectures, counties and districts, with and without 省, 市, 区, 县.
import { createRequire } from "node:module";

/** How large a place is: 0 a country, 1 a province, 2 a prefecture or city, 3 a county or district. */
export type PlaceLevel = 0 | 1 | 2 | 3;

/** A place found in a name. */
export interface Place {
  /** Without 省, 市, 区 or 县. */
  readonly stem: string;
  readonly level: PlaceLevel;
  /** Stems of what it lies in, the largest first; of namesakes only what all lie in. */
  readonly within: readonly string[];
}

interface Found {
  readonly place: Place;
  /** Characters it takes up. */
  readonly length: number;
  /** Whether it was written with 省, 市, 区 or 县. */
  readonly full: boolean;
}

type Areas = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The table of GB/T 2260: codes to names under the code of what they are in. */
const areas = createRequire(import.meta.url)("china-area-data") as Areas;

/** Set up or renamed since the table was made: code of the prefecture to names. */
const since: Areas = {
  "330300": { "330383": "龙港市" },
  "330100": { "330113": "临平区", "330114": "钱塘区" },
  "320500": { "320508": "姑苏区" },
  "360600": { "360603": "余江区" },
  "371000": {},
  "370100": { "370116": "莱芜区", "370117": "钢城区" },
};

const peoples =
  /(?:维吾尔|壮族|回族|藏族|蒙古族|朝鲜族|土家族|苗族|羌族|彝族|布依族|侗族|哈尼族|傣族|白族|景颇族|傈僳族|哈萨克|柯尔克孜|蒙古|满族|黎族|瑶族|畲族|各族|土族|撒拉族|保安族|东乡族|裕固族|仡佬族|水族|拉祜族|佤族|纳西族|独龙族|怒族|普米族|布朗族|达斡尔族|鄂温克族|锡伯|塔吉克|仫佬族|毛南族|京族)+$/u;
const suffix = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|新区|林区|特区|省|市|区|县|盟|旗)$/u;

const foreign = ["美国", "德国", "日本", "韩国", "法国", "英国", "意大利", "新加坡", "瑞士", "瑞典", "荷兰"];

/** The name of a place without what says how large it is: 延边朝鲜族自治州 is 延边. */
export function stemOf(name: string): string {
  const bare = name.replace(suffix, "");
  if (bare.length < 2) return name;
  const own = bare.replace(peoples, "");
  return own.length >= 2 ? own : bare;
}

const full = new Map<string, Place>();
const bare = new Map<string, Place>();
/** Names by their first two characters, the longest first: most texts begin with no place at all. */
const byStart = new Map<string, string[]>();

function note(map: Map<string, Place>, name: string, place: Place): void {
  const known = map.get(name);
  const start = name.slice(0, 2);
  const others = byStart.get(start) ?? [];
  if (!others.includes(name))
    byStart.set(
      start,
      [...others, name].sort((one, two) => two.length - one.length),
    );
  if (known === undefined || place.level < known.level) {
    map.set(name, place);
    return;
  }
  if (known.level < place.level || known.within.join() === place.within.join()) return;
  const both = known.within.filter((one) => place.within.includes(one));
  map.set(name, { ...known, within: both });
}

function noteArea(name: string, level: PlaceLevel, within: readonly string[]): string {
  const stem = stemOf(name);
  const place: Place = { stem, level, within };
  note(full, name, place);
  // Of districts people leave 区 off only after their city: 锡山 alone is the beginning of many a name.
  if (stem.length >= 2) note(bare, stem, place);
  return stem;
}

function readAreas(): void {
  for (const [code, province] of Object.entries(areas["86"] ?? {})) {
    const own = noteArea(province, 1, []);
    for (const [cityCode, city] of Object.entries(areas[code] ?? {})) {
      const named = !/^(?:市辖区|县|.*直辖县级行政区划)$/u.test(city);
      const within = named ? [own, noteArea(city, 2, [own])] : [own];
      for (const county of Object.values({ ...areas[cityCode], ...since[cityCode] }))
        if (county !== "市辖区") noteArea(county, 3, within);
    }
  }
  for (const name of ["中国", ...foreign]) note(bare, name, { stem: name, level: 0, within: [] });
}

readAreas();

/** The names by which places are known. */
export const placeNames: readonly string[] = [...full.keys(), ...bare.keys()];

/** Words whose first character would be taken for the end of a place's name: 上海市场 is no 上海市. */
const split =
  /^(?:市(?=场|政|民|值|集|容|北高新|北区|南区|中区|中心|中医|中学)|区(?=块|域|间)|县(?=域)|省(?=心|钱|电))/u;

/** The place that a text begins with, the longest reading first; undefined where it begins with none. */
export function placeAt(text: string): Found | undefined {
  for (const name of byStart.get(text.slice(0, 2)) ?? []) {
    if (!text.startsWith(name)) continue;
    const { length } = name;
    const known = full.get(name);
    if (known !== undefined && !split.test(text.slice(length - 1)))
      return { place: known, length, full: true };
    const short = bare.get(name);
    if (short === undefined) continue;
    // Written with what it is by habit, though the table has it otherwise: 昆山县, 萧山市.
    const habit = /^[省市区县]/u.test(text.slice(length, length + 1)) && !split.test(text.slice(length));
    return habit && text.length > length + 1
      ? { place: short, length: length + 1, full: true }
      : { place: short, length, full: false };
  }
  return undefined;
}

/** Stems of all provinces and prefectures. */
export const citiesAndProvinces = (): string[] =>
  [...full.values()].filter(({ level }) => level === 1 || level === 2).map(({ stem }) => stem);

/** The place that a text names as a whole, or undefined. */
export function placeNamed(text: string): Place | undefined {
  return full.get(text) ?? bare.get(text);
}

/** The places that a text names one after the other and nothing else, 无锡新吴区; undefined where more is said. */
export function placesNamed(text: string): readonly Place[] | undefined {
  const whole = placeNamed(text);
  if (whole !== undefined) return [whole];
  const found: Place[] = [];
  for (let rest = text; rest !== ""; ) {
    const next = placeAt(rest);
    const before = found.at(-1);
    if (next === undefined || (before !== undefined && !placesAgree(before, next.place))) return undefined;
    found.push(next.place);
    rest = rest.slice(next.length);
  }
  return found.length === 0 ? undefined : found;
}

/** Whether a county of which 区 was left off: taken for a place only after its city. */
export function isBareDistrict({ place, full: written }: Found): boolean {
  return !written && place.level === 3 && !counties.has(place.stem);
}

/** Districts that were counties or county cities until lately: their enterprises keep the names they had then. */
const formerCounties =
  "吴江 武进 江都 姜堰 金坛 溧水 高淳 江宁 铜山 赣榆 洪泽 大丰 丹徒 通州 萧山 余杭 富阳 临安 奉化 上虞 洞头 黄岩 章丘 济阳 长清 即墨 " +
  "文登 兖州 定陶 沾化 番禺 花都 增城 从化 顺德 新会 斗门 潮阳 澄海 惠阳 高要 电白 奉贤 青浦 松江 崇明 顺义 怀柔 密云 延庆 房山 武清 宝坻 " +
  "静海 宁河 永川 江津 合川 南川 綦江 璧山 铜梁 潼南 荣昌 长乐 建阳 繁昌 南康 黄陂 蔡甸 双流 温江 新津 临潼 高陵 藁城 鹿泉 栾城 普兰店";

/** Stems of counties and county cities, which names of enterprises begin with as they do with cities. */
const counties = new Set([
  ...[...full]
    .filter(([name, { level }]) => level === 3 && /[市县]$/u.test(name))
    .map(([, { stem }]) => stem),
  ...formerCounties.split(" "),
]);

/** Whether two places can be one thing's: one is the other or lies in it. */
export function placesAgree(one: Place, other: Place): boolean {
  if (one.stem === other.stem || one.stem === "中国" || other.stem === "中国") return true;
  return one.within.includes(other.stem) || other.within.includes(one.stem);
}

/** The letters by which provinces and cities are called in short names: 皖新传媒, 沪硅产业, 粤高速. */
const letters: Readonly<Record<string, string>> = {
  北京: "京",
  天津: "津",
  河北: "冀",
  山西: "晋",
  内蒙古: "蒙",
  辽宁: "辽",
  吉林: "吉",
  黑龙江: "黑",
  上海: "沪申",
  江苏: "苏",
  浙江: "浙",
  安徽: "皖",
  福建: "闽",
  江西: "赣",
  山东: "鲁",
  河南: "豫",
  湖北: "鄂",
  湖南: "湘",
  广东: "粤",
  广西: "桂",
  海南: "琼",
  重庆: "渝",
  四川: "川蜀",
  贵州: "贵黔",
  云南: "云滇",
  西藏: "藏",
  陕西: "陕秦",
  甘肃: "甘陇",
  青海: "青",
  宁夏: "宁",
  新疆: "新",
  香港: "港",
  澳门: "澳",
  无锡: "锡",
  苏州: "苏",
  南京: "宁",
  常州: "常",
  南通: "通",
  扬州: "扬",
  镇江: "镇",
  徐州: "徐",
  杭州: "杭",
  宁波: "甬",
  温州: "瓯",
  广州: "穗广",
  深圳: "深",
  成都: "蓉",
  武汉: "汉",
  福州: "榕",
  厦门: "厦",
  青岛: "青",
  大连: "连",
  合肥: "合",
};

/** The letters that a place may be written as before a brand, those of the province that it is in as well. */
export function lettersOf({ stem, within }: Place): readonly string[] {
  return [stem, ...within].flatMap((name) => [...(letters[name] ?? "")]);
}
