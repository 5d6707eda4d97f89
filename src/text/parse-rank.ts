// Takes the names of certifications, measures and metrics apart: the level (国家级, 省, 无锡市) or what is counted (新增,
// 累计) on the one hand, the core on the other, as people write them in daily use.
import { type Place, placeAt } from "./places.ts";

export interface Ranked {
  readonly places: readonly Place[];
  /** What tells names of one core apart: the level of a title, or how a figure counts. */
  readonly aside: string;
  readonly core: string;
}

/** Levels as they are written before or behind a title, with what stands between them and it. */
const written: readonly (readonly [said: RegExp, level: string])[] = [
  [/^(?:国家重点|国家级?|全国(?:性)?|中国)(?:级)?(?:及以上)?(?:的)?/u, "国家"],
  [/^(?:全省|省级?|省部级)(?!市)(?:及以上)?(?:的)?/u, "省"],
  [/^(?:全市|市级?)(?:及以上)?(?:的)?/u, "市"],
  [/^(?:全区|区级?|县级?|区县级)(?:及以上)?(?:的)?/u, "区"],
];
const levelOfPlace = ["国家", "省", "市", "区"] as const;

/** Titles that are called otherwise in daily use. */
const called: readonly (readonly [said: RegExp, meant: string])[] = [
  [/高企/gu, "高新技术企业"],
  [/专精特新中小企业/gu, "专精特新企业"],
  [/^小巨人/u, "专精特新小巨人"],
  [/^技术中心/u, "企业技术中心"],
  [/^制造业(?=单项冠军)/u, ""],
  [/规模以上/gu, "规上"],
  [/省级/gu, "省"],
  [/市级/gu, "市"],
  [/国家级/gu, "国家"],
];
const titleEnd = /(?:企业|称号|荣誉|认定|资质|资格)$/u;

const meant = (text: string): string =>
  called.reduce((changed, [said, replacement]) => changed.replace(said, replacement), text);

/** Takes the level off the beginning: a place with what it is (无锡市), or a word. */
function levelled(text: string): { places: Place[]; level: string; rest: string } {
  const places: Place[] = [];
  let [level, rest] = ["", text];
  for (;;) {
    const found = placeAt(rest);
    if (found === undefined || found.place.level === 0 || rest.length - found.length < 2) break;
    // 锡山 may begin many a title; a city or province without its word is one.
    if (!found.full && found.place.level === 3 && places.length === 0) break;
    places.push(found.place);
    level = levelOfPlace[found.place.level] ?? "";
    rest = rest.slice(found.length).replace(/^级/u, "");
  }
  for (const [said, own] of written) {
    const found = said.exec(rest)?.[0] ?? "";
    if (found === "" || rest.length - found.length < 2) continue;
    return { places, level: own, rest: rest.slice(found.length) };
  }
  return { places, level, rest };
}

/** What stands in brackets is a level (（省级）), or a part of what tells titles apart. */
function levelIn(text: string): string {
  return written.find(([said]) => said.exec(text)?.[0] === text)?.[1] ?? text;
}

/** 国家级小巨人, 专精特新“小巨人”企业（国家级）: level and core. */
export function parseTitleOfRank(line: string, brackets: string): Ranked {
  const { places, level, rest } = levelled(line);
  const shorter = meant(rest).replace(titleEnd, "");
  const inside = brackets === "" ? "" : levelIn(brackets);
  return { places, aside: inside === "" ? level : inside, core: shorter.length < 2 ? rest : shorter };
}

const counting = /^(?:(?:累计|新增|新认定|认定|通过|获评|入选|获得|现有|拥有|全部|共有)+)/u;
const counted = /(?:的)?(?:数量|个数|家数|总数|户数|总量|数)$/u;

/** 新增国家级小巨人数量: what is counted, and how. */
export function parseMetric(line: string, brackets: string): Ranked {
  const how = counting.exec(line)?.[0] ?? "";
  const rest = meant(line.slice(how.length))
    .replace(/(?<!专精特新)小巨人/gu, "专精特新小巨人")
    .replace(/认定(?=数)/u, "");
  const bare = rest.replace(counted, "");
  // 企业数 and 数 are one thing where what is counted are titles of enterprises.
  const core = bare === rest ? rest : `${bare.replace(/企业$/u, "")}数`;
  return { places: [], aside: brackets + (bare === rest ? "" : how), core: core.length < 2 ? line : core };
}
