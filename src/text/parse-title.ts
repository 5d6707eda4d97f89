// Takes the names of regions, parks, clusters and all that is no enterprise apart: place, what it is, and the rest.
import { foldText, lettersOnly } from "./normalise.ts";
import type { ParsedName } from "./parse-name.ts";
import { parseMetric, parseRank } from "./parse-rank.ts";
import { isBareDistrict, type Place, placeAt, stemOf } from "./places.ts";

type Words = readonly (readonly [written: RegExp, meant: string])[];

/** What people write for short, for comparing only. */
const parkWords: Words = [
  [/^(?:国家级|省级)/u, ""],
  [/高新技术(?:产业)?(?:开发|园)?区|高新区/gu, "高新区"],
  // 高邮开发区 is 高邮经济开发区: what else is a 开发区 says so.
  [/(?:国家级|省级)?(?:经济(?:技术)?)?开发区|经开区/gu, "经开区"],
  [/旅游度假区/gu, "度假区"],
  [/自由贸易试验区/gu, "自贸区"],
  [/产业园区/gu, "产业园"],
  [/软件产业园/gu, "软件园"],
  [/工业园区/gu, "工业园"],
];
const institutionWords: Words = [
  [/人民政府/gu, "政府"],
  [/工业和信息化(厅|局)|经济和信息化(厅|局)/gu, "工信局"],
  [/工信厅|经信局|经信委/gu, "工信局"],
  [/发展和改革(?:委员会|局)|发改局/gu, "发改委"],
  [/科学技术(?:局|厅)|科技厅/gu, "科技局"],
  [/人力资源和社会保障(?:局|厅)/gu, "人社局"],
  [/市场监督管理局/gu, "市场监管局"],
  [/(?:管理)?委员会/gu, "委"],
  [/管委会/gu, "管委"],
  [/人民代表大会/gu, "人大"],
  [/上海证券交易所|上证所/gu, "上交所"],
  [/深圳证券交易所|深证所/gu, "深交所"],
  [/北京证券交易所/gu, "北交所"],
  [/香港(?:联合|证券)?交易所|联交所/gu, "港交所"],
];
const parkEnd =
  /^(?:(?:国家|省级|国家级|综合|特色|专业|现代|新型)*(?:经开区|高新区|开发区|产业园|工业园|园区|度假区|自贸区|保税区|综合保税区|出口加工区|新区|示范区|科技园|软件园|创业园|科创园))$/u;
const clusterEnd =
  /(?:现代产业集群|先进制造业集群|产业集群|核心产业链|全产业链|产业链|产业体系|集群|产业|板块|行业)$/u;
/** A park behind its place and before the name of a cluster. */
const parkAhead =
  /^(?:经济技术开发区|经济开发区|经开区|高新技术产业开发区|高新区|开发区|工业园区)(?=\p{Script=Han}{2})/u;
const bracketed = /[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/gu;

const worded = (text: string, words: Words): string =>
  words.reduce((changed, [written, meant]) => changed.replace(written, meant), text);

/** Takes known places off the beginning. A district without 区 counts where `districts`, or after its city. */
function leadingPlaces(text: string, districts: boolean): { places: Place[]; rest: string } {
  const places: Place[] = [];
  let rest = text;
  for (;;) {
    const found = placeAt(rest);
    if (found === undefined || (isBareDistrict(found) && places.length === 0 && !districts)) break;
    places.push(found.place);
    rest = rest.slice(found.length);
  }
  return { places, rest };
}

/** A park keeps the place that it is called by: 无锡锡山经济技术开发区 is 锡山经开区, of Wuxi. */
function parkCore(text: string): { places: Place[]; core: string } {
  const line = worded(text, parkWords);
  const { places, rest } = leadingPlaces(line, true);
  if (rest === "") return { places: places.slice(0, -1), core: places.at(-1)?.stem ?? line };
  if (!parkEnd.test(rest)) return { places, core: rest.replace(/产业园$/u, "园") };
  const called = places.at(-1);
  return called === undefined
    ? { places, core: line }
    : { places: places.slice(0, -1), core: called.stem + rest };
}

function regionCore(written: string): { places: Place[]; core: string } {
  const text = written.replace(/长江三角洲/u, "长三角").replace(/珠江三角洲/u, "珠三角");
  const { places, rest } = leadingPlaces(text, true);
  if (rest !== "") return { places, core: rest.length > 1 ? stemOf(rest) : text };
  const last = places.at(-1);
  return last === undefined ? { places, core: text } : { places: places.slice(0, -1), core: last.stem };
}

function institutionCore(text: string): { places: Place[]; core: string } {
  const line = worded(text, institutionWords);
  const { places, rest } = leadingPlaces(line, true);
  const called = places.at(-1);
  if (called === undefined || rest.length < 2) return { places: [], core: line };
  return { places: places.slice(0, -1), core: called.stem + rest };
}

/** 锡山生物医药 is what 生物医药（锡山） is: clusters are told apart by their place, so a district stands without 区. */
function clusterCore(written: string): { places: Place[]; core: string } {
  const text = written.replace(/战新(?=产业)/u, "战略性新兴");
  const { places, rest: behind } = leadingPlaces(text, true);
  // 扬州经开区新能源产业集群: the park is told by its place.
  const rest = places.length === 0 ? behind : behind.replace(parkAhead, "");
  const whole = rest.length < 2 ? text : rest;
  let core = whole;
  for (;;) {
    const shorter = core.replace(clusterEnd, "");
    if (shorter === core || shorter.length < 2) break;
    core = shorter;
  }
  return { places: whole === text ? [] : places, core };
}

function plainCore(text: string): { places: Place[]; core: string } {
  const dated = text.replace(/^(?:20\d\d|19\d\d)年?(?:度)?(?=\p{Script=Han}{2})/u, "");
  const { places, rest } = leadingPlaces(dated, false);
  if (rest.length < 2) return { places: [], core: text };
  // 扬州市政府工作报告 is that of 扬州.
  return { places, core: places.length === 0 ? rest : rest.replace(/^[省市区县](?=政府)/u, "") };
}

const cores: Readonly<Record<string, typeof plainCore>> = {
  Park: parkCore,
  Region: regionCore,
  Institution: institutionCore,
  Cluster: clusterCore,
};

/** Whether names of a kind are known by the place they begin with: 锡山经开区 without its place is no name. */
export const isCalledByPlace = (kind: string): boolean => ["Park", "Region", "Institution"].includes(kind);

/** Kinds whose names are told apart by what is no place: a level, how a figure counts. */
const ranks: Readonly<Record<string, typeof parseRank>> = { Certification: parseRank, Metric: parseMetric };

/** Takes the name of an entity of a kind apart that is no enterprise; brand, trade and legal form stay empty. */
export function parseTitle(kind: string, name: string): ParsedName {
  const folded = foldText(name);
  const normal = lettersOnly(folded);
  const aside: string[] = [];
  const placed: Place[] = [];
  const outside = lettersOnly(
    folded.replace(bracketed, (_, content: string) => {
      const text = lettersOnly(content);
      const found = placeAt(text);
      // （锡山）, and the place of （扬州经开区）: what tells namesakes apart.
      if (found !== undefined) placed.push(found.place);
      else aside.push(text);
      return " ";
    }),
  );
  const line = outside === "" ? normal : outside;
  const beside = aside.join("");
  const ranked = ranks[kind]?.(line, beside);
  const { places, core } = ranked ?? (cores[kind] ?? plainCore)(line);
  return {
    normal,
    places: [...places, ...placed],
    brand: "",
    trade: "",
    form: "",
    group: false,
    branch: "",
    aside: ranked?.aside ?? beside,
    core: outside === "" ? normal : core,
  };
}
