// Takes the names of certifications and metrics apart: the level (国家级, 省, 无锡市) or how a figure counts (新增, 累计) on
// the one hand, the core on the other, as people write them in daily use.
import { type Place, placeAt } from "./places.ts";

export interface Ranked {
  readonly places: readonly Place[];
  /** What tells names of one core apart: the level of a title, or how a figure counts. */
  readonly aside: string;
  readonly core: string;
}

type Words = readonly (readonly [said: RegExp, meant: string])[];

const replaced = (text: string, words: Words): string =>
  words.reduce((changed, [said, meant]) => changed.replace(said, meant), text);

/** Levels by the property `level` of a title. */
export const levelWords: Readonly<Record<string, string>> = {
  NATIONAL: "国家",
  PROVINCIAL: "省",
  MUNICIPAL: "市",
  DISTRICT: "区",
};

/** Levels as they are written before a title or in brackets behind it. */
const levels: Words = [
  [/^(?:工信部|工业和信息化部|国家级?|全国|中国)(?:及?以上)?(?:认定)?(?:的)?/u, "国家"],
  [/^(?:全省|省级?)(?!市)(?:及?以上)?(?:认定)?(?:的)?/u, "省"],
  [/^(?:全市|市级?)(?:及?以上)?(?:认定)?(?:的)?/u, "市"],
  [/^(?:全区|区级?|县级?|区县级)(?:及?以上)?(?:认定)?(?:的)?/u, "区"],
];
/** By the level of a place: country, province, city, county. */
const levelOfPlace = ["国家", "省", "市", "区"] as const;

/** What titles and figures are called in daily use. */
const called: Words = [
  [/高企/gu, "高新技术企业"],
  [/^高新企业/u, "高新技术企业"],
  [/专精特新中小企业/gu, "专精特新企业"],
  [/(?<!专精特新)小巨人(?=企业|[数占个家户总]|$)/gu, "专精特新小巨人"],
  [/^技术中心/u, "企业技术中心"],
  [/^制造业(?=单项冠军)/u, ""],
  [/民企/gu, "民营企业"],
  [/规模以上/gu, "规上"],
  [/战新(?=产业)/gu, "战略性新兴"],
  [/(国家|省|市)级/gu, "$1"],
];
const titleEnd = /(?:企业|称号|荣誉|认定|资质|资格)$/u;

const atLeastTwo = (text: string, otherwise: string): string => (text.length < 2 ? otherwise : text);

/** Takes the level off the beginning: a place with what it is (无锡市级), or a word. */
function levelled(text: string): { places: Place[]; level: string; rest: string } {
  const places: Place[] = [];
  let [level, rest] = ["", text];
  for (;;) {
    const found = placeAt(rest);
    if (found === undefined || found.place.level === 0 || rest.length - found.length < 2) break;
    // A district without 区 is as often a word.
    if (!found.full && found.place.level === 3 && places.length === 0) break;
    places.push(found.place);
    level = levelOfPlace[found.place.level] ?? "";
    rest = rest.slice(found.length).replace(/^级?(?:认定)?(?:的)?/u, "");
  }
  for (const [said, own] of levels) {
    const found = said.exec(rest)?.[0] ?? "";
    if (found !== "" && rest.length - found.length >= 2)
      return { places, level: own, rest: rest.slice(found.length) };
  }
  return { places, level, rest };
}

/** 国家级小巨人, 专精特新“小巨人”企业（国家级）: level and core. */
export function parseRank(line: string, brackets: string): Ranked {
  const { places, level, rest } = levelled(line);
  const inside = levels.find(([said]) => said.exec(brackets)?.[0] === brackets)?.[1] ?? brackets;
  const core = atLeastTwo(replaced(rest, called).replace(titleEnd, ""), rest);
  return { places, aside: brackets === "" ? level : inside, core };
}

const counting: Words = [
  [/^(?:新增)+/u, "新增"],
  [/^(?:通过|获评|新认定|认定|入选|获批)+/u, "认定"],
  [/^(?:累计|现有|拥有|共有)+/u, "累计"],
];
const counted = /(?:的)?(?:数量|个数|家数|总数|户数|(?<![指系倍分次参]|(?<!小巨)人)数)$/u;
const figureWords: Words = [
  [/(?:同比)?(?:增幅|增长率)$/u, "增速"],
  [/(?:总金额|金额)$/u, "总额"],
  [/(?<=投资)额$/u, ""],
  [/(?<=下降|占有)率$/u, ""],
];

/** 新增国家级小巨人数量, 战略性新兴产业占规上产值比重: what is told, and how it counts or of what it is a share. */
export function parseMetric(line: string, brackets: string): Ranked {
  const [how, word] = counting
    .map(([said, own]) => [said.exec(line)?.[0] ?? "", own] as const)
    .find(([found]) => found !== "" && line.length - found.length >= 2) ?? ["", ""];
  const text = replaced(replaced(line.slice(how.length), called), figureWords);
  const share = /^(.{2,})占(.+)比重$/u.exec(text);
  if (share?.[1] !== undefined && share[2] !== undefined)
    return { places: [], aside: brackets + share[2], core: `${share[1]}占比` };
  const bare = text.replace(counted, "");
  const recognised = bare !== text && how === "" && /认定$/u.test(bare);
  const core = bare.replace(/认定$/u, "").replace(/企业$/u, "");
  return {
    places: [],
    aside: brackets + (recognised ? "认定" : word),
    core: atLeastTwo(core, line),
  };
}
