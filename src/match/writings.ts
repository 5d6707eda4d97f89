// What else a name says of itself: a former name in brackets, and other ways to write it, which count as names.
import { foldText, lettersOnly } from "../text/normalise.ts";
import { parseName } from "../text/parse-name.ts";
import { hasHan } from "../text/pinyin.ts";
import { type Place, placeNamed, placesAgree, placesNamed } from "../text/places.ts";
import { numberedInstitute } from "./numbered.ts";
import { ownNameOfBranch, withoutOwner } from "./parts-of-groups.ts";
import type { MatchRecord } from "./record.ts";

const formerInBrackets =
  /[(（[［【〔]\s*(?:(?:原名称?|曾用名称?|曾名|前称|旧称|前身为?|更名前为?)\s*[:：]?|原\s*[:：]|原(?=[^)）]*(?:公司|集团|厂|所|社|行)[)）\]］】〕]))\s*([^)）\]］】〕]{2,})[)）\]］】〕]/gu;

/** A former name behind a space or a mark: 甲乙股份 曾用名：甲乙有限公司. */
const formerBehind =
  /[\s,，;；、/]+(?:原名称?|曾用名称?|前身为?|更名前为?|旧称|原(?![料子油木材装产本创])(?=.+(?:公司|集团|厂|所|社)$))\s*[:：]?\s*([^\s:：].+)$/u;

/** A name without the former name that stands in brackets behind it, and that: 甲乙股份（原甲乙有限公司）. */
export function withoutFormer(name: string): { readonly name: string; readonly former: readonly string[] } {
  if (!/原|曾|前|旧/u.test(name)) return { name, former: [] };
  const former: string[] = [];
  const take = (_: string, inside: string): string => {
    former.push(...inside.split(/[、，,;；]/u).map((one) => one.trim()));
    return "";
  };
  const rest = name.replace(formerInBrackets, take).replace(formerBehind, take).trim();
  // Who is called by nothing but a former name goes by it.
  return rest === "" ? { name, former: [] } : { name: rest, former: former.filter((one) => one !== "") };
}

const numerals = [..."零一二三四五六七八九"];
const digitwise = (digits: string): string => [...digits].map((digit) => numerals[Number(digit)]).join("");

/** A number below a hundred as it is read: 58 is 五十八, 11 is 十一. */
function readAsNumber(digits: string): string {
  const [tens = 0, ones = 0] = digits.padStart(2, "0").split("").map(Number);
  if (digits.length > 2 || digits.startsWith("0")) return digitwise(digits);
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : numerals[tens]}十`;
  return `${ten}${ones === 0 ? "" : numerals[ones]}`;
}

/** Digits that stand beside Chinese characters. */
const digitsInHan = /(?<=\p{Script=Han})\d+|\d+(?=\p{Script=Han})/gu;

/** What exchanges put before or behind a short name: N on the first day, C on the next four, 退 as it leaves. */
const onExchange =
  /^(?:[NC](?=\p{Script=Han}{2,4}$)|退市(?=\p{Script=Han}{2}$))|(?<=^\p{Script=Han}{2,3})退$/u;

/** The letter O, and the round zero, between numerals: 七O二. */
const roundZero = /(?<=[零一二三四五六七八九])[〇oO○](?=[零一二三四五六七八九])/gu;

/** A 股份 with a slip before 有限公司; 控股 and 持股 are words of their own. */
const shareSlip = /(?:股分|(?<!股)份|(?<![控参持入])股)(?=有限公司$)/u;

/** What lists write behind a name in brackets that is no part of it. */
const notes =
  /[(（[［【]\s*(?:已?上市|挂牌|新三板|高企|规上|规下|总部|本部|小巨人|专精特新)\s*[)）\]］】]\s*$/u;
const lastBracket = /^(.*\p{Script=Han}.*)[(（[［【]([^()（）[\]［］【】]+)[)）\]］】]\s*$/u;
/** A number in a list before a name: 3、, (12), 4., 序号12. */
const listNumber =
  /^\s*(?:(?:序号|编号|[Nn][Oo]\.?)\s*\d{1,5}\s*[、.．:：)）]?\s*|[(（[【]\s*\d{1,4}\s*[)）\]】]|\d{1,4}\s*[、.．:：)）])\s*(?=\p{Script=Han}{3})/u;
/** What a list says before a whole name of what it is: 高新技术企业：, 单位名称:. */
const label = /^\s*[\p{Script=Han}A-Za-z]{2,12}\s*[:：]\s*(?=\p{Script=Han}{4}.*(?:公司|厂|所|院|社|中心))/u;
/** What stands behind a whole name, apart from it by a space or a mark, and is no part of a company. */
const behindForm =
  /^(.*\p{Script=Han}{2}(?:有限责任公司|股份有限公司|有限公司|集团公司|合伙企业)[)）]?)[\s　*,，;；/|、·-]+(.+)$/u;
const isOfCompany = /公司|集团|[厂店部所社站院行]$|工厂|车间|项目|分|[Cc]o\.|[Ll]td/u;
/** A code in brackets: (688601), [300450.SZ]. */
const codeInBrackets =
  /[(（[［【]\s*(?:[A-Za-z]{0,4}[\s.:：]?\d{4,6}(?:\.[A-Za-z]{2})?|[0-9A-Z]{18})\s*[)）\]］】]/gu;
/** A place in brackets before the name, as a list says where it is: （锡山区）甲乙有限公司. */
const placeBefore = /^\s*[(（[［【]([^()（）[\]［］【】]{2,8})[)）\]］】]\s*(?=\p{Script=Han}{4})/u;
/** Another name in brackets, of an institute or a plant: 中国船舶科学研究中心（七〇二所）. */
const nameInBrackets =
  /[(（[［【]\s*([^()（）[\]［］【】]{3,}(?:所|院|厂|公司|集团|中心))\s*[)）\]］】]\s*$/u;

/** A name as it stands in a list, without what the list adds: its number, a code, a note behind, a place before. */
function withoutListing(name: string): string {
  const plain = name.replace(listNumber, "").replace(label, "").replace(codeInBrackets, "").trim();
  const [, whole, behind = ""] = behindForm.exec(plain) ?? [];
  const own = whole !== undefined && !isOfCompany.test(behind) ? whole : plain;
  const inside = placeBefore.exec(own)?.[1];
  const placed = inside !== undefined && placesNamed(lettersOnly(foldText(inside))) !== undefined;
  return placed ? own.replace(placeBefore, "") : own;
}

/** A Latin name behind the Chinese one, after a space or a mark. */
const latinBehind = /^(.*\p{Script=Han}.*?)[\s/,，-]+([A-Za-z][A-Za-z .,&'-]+)$/u;

/** Whether a name still tells whose it is. */
const hasBrand = (name: string): boolean => parseName(name).brand.length > 1;

/** A name without what stands behind it and is no part of it: a note, the name in Latin letters, a place in its city. */
function withoutNotes(name: string): string {
  const [, before = "", inside = ""] = lastBracket.exec(name) ?? [];
  const behind = latinBehind.exec(name)?.[1];
  if (notes.test(name)) return name.replace(notes, "");
  if (behind !== undefined && hasBrand(behind)) return behind;
  if (before === "" || !hasBrand(before)) return name;
  if (/^[A-Za-z][A-Za-z .,&'-]+$/u.test(inside)) return before;
  const place = placesNamed(lettersOnly(foldText(inside)))?.at(-1);
  if (place === undefined) return name;
  const lies = parseName(before).places.some(({ level, stem }) => level > 1 && place.within.includes(stem));
  return lies ? before : name;
}

/** Other ways to write a name: 中铁4局 is 中铁四局, 360安全 is 三六零安全, N中微 is 中微. */
export function otherWritings(name: string): string[] {
  const own = name.normalize("NFKC").trim();
  // The round zero of dates is the same number: 第七〇二研究所.
  const plain = withoutNotes(withoutListing(own))
    .replace(roundZero, "零")
    .replaceAll("〇", "零")
    .replace(shareSlip, "股份");
  const forms = new Set<string>();
  if (/\d/.test(plain))
    for (const written of [readAsNumber, digitwise]) forms.add(plain.replace(digitsInHan, written));
  forms.add(plain.replace(onExchange, ""));
  forms.add(plain);
  forms.delete(own);
  return [...forms];
}

/** Latin letters that stand before or behind a Chinese name without a mark: CATL宁德时代. */
const latinAttached = /^[A-Za-z]{2,}[\s-]*(?=\p{Script=Han})|(?<=\p{Script=Han})[A-Za-z]{2,}$/gu;

/** A development zone between the city and the brand: 无锡高新区微纳电子. */
const zone =
  /(?<=^(?:[^()（）]{2,6})?)(?:国家)?(?:(?:高新技术产业|高新技术|高新|经济技术|经济)?开发区|高新区|经开区|新区|工业园区|科技园区|保税区|综保区)/u;

/** A town or sub-district behind its district: 新吴区梅村街道恒昌机械厂. */
const town = /(?<=\p{Script=Han}{2}[市区县])\p{Script=Han}{2,3}(?:街道|镇|乡)(?=\p{Script=Han}{4})/u;

/** The 第 of a number, which short names leave off: 中交二航局 is 中交第二航务工程局. */
const ordinal = /第(?=[一二三四五六七八九十])/u;

/** A name whose place stands behind the trade without brackets: 三星电子苏州有限公司. */
function withBrackets(name: string): string | undefined {
  const { 1: head = "", 2: form = "" } =
    /^(\p{Script=Han}{4,})((?:股份|责任)?有限(?:责任)?公司)$/u.exec(name) ?? [];
  for (const length of [2, 3]) {
    const place = placeNamed(head.slice(-length));
    const before = head.slice(0, -length);
    if (place !== undefined && place.level > 0 && place.level < 3 && hasBrand(before))
      return `${before}（${head.slice(-length)}）${form}`;
  }
  return undefined;
}

const present = <Value>(values: readonly (Value | undefined)[]): Value[] =>
  values.filter((value): value is Value & {} => value !== undefined);

/** What a name may be short for or written together with: without a Latin name, a zone or town, the 第 of a number. */
export function looseWritings(name: string): string[] {
  const own = name.normalize("NFKC").trim();
  const forms = new Set([latinAttached, zone, town, ordinal].map((what) => own.replace(what, "")));
  if (/\d/.test(own)) for (const written of otherWritings(own)) forms.add(written.replace(ordinal, ""));
  forms.delete(own);
  const inside = nameInBrackets.exec(own)?.[1];
  const other = inside === undefined || inside === own ? [] : [inside.replaceAll("〇", "零"), inside];
  const kept = [...forms].filter((form) => hasHan(form) && hasBrand(form));
  return [
    ...kept,
    ...present([withoutOwner(own), ownNameOfBranch(own), withBrackets(own)]),
    ...other.filter((form) => hasBrand(form) || numberedInstitute(lettersOnly(foldText(form)))),
  ];
}

/** A name that begins with its district without saying 区, which the record's region tells: 锡山宏达铸造厂 in 锡山区. */
function withDistrict(name: string, region: Place | undefined): string | undefined {
  if (region === undefined || region.level !== 3) return undefined;
  const [own, { stem }] = [name.normalize("NFKC").trim(), region];
  const rest = own.startsWith(stem) ? own.slice(stem.length) : "";
  if (rest === "" || /^[区县市]/u.test(rest)) return undefined;
  const written = `${stem}区${rest}`;
  return parseName(written).places.some((place) => placesAgree(place, region)) && hasBrand(written)
    ? written
    : undefined;
}

/** The names of a record in every writing. */
export interface Writings {
  readonly names: readonly string[];
  readonly former: readonly string[];
  /** Names that say less than the record's own: they never make two records one without a person. */
  readonly loose: readonly string[];
}

/** Of records in hand, which are asked for by several. */
const known = new WeakMap<MatchRecord, Writings>();

/** All names of a record, in every writing: those that it has, those that it had, and those that it may have. */
export function namesIn(record: MatchRecord): Writings {
  const before = known.get(record);
  if (before !== undefined) return before;
  const { name, aliases = [], formerNames = [], region } = record;
  const own = withoutFormer(name);
  const names = [own.name, ...aliases];
  const former = [...formerNames, ...own.former];
  const written = (some: readonly string[]) => [...some, ...some.flatMap(otherWritings)];
  const place = region === undefined ? undefined : placesNamed(lettersOnly(foldText(region)))?.at(-1);
  const found = {
    names: written([...names, ...present([withDistrict(own.name, place)])]),
    former: written(former),
    loose: names.flatMap(looseWritings),
  };
  known.set(record, found);
  return found;
}
