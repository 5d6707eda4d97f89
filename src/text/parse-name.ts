// Takes the name of an enterprise apart: place, brand (字号), trade, legal form, branch. Knows no other names.

import { withinOneEdit } from "./edits.ts";
import { lately } from "./lately.ts";
import { branchEnd, isLatinForm, lastForm, longForms, tradesAtEnd, withoutLatinForms } from "./name-words.ts";
import { foldText, isHan, lettersOnly } from "./normalise.ts";
import { syllables } from "./pinyin.ts";
import { isBareDistrict, type Place, placeAt, placeNamed, placesAgree, placesNamed } from "./places.ts";

/** The parts of a name. What a name does not have is empty. */
export interface ParsedName {
  /** The whole in normal form. */
  readonly normal: string;
  /** Places before the brand and in brackets, as they stand. */
  readonly places: readonly Place[];
  /** What nobody else in place and trade is called: 鑫宏业. */
  readonly brand: string;
  /** 线缆科技. */
  readonly trade: string;
  /** 股份有限公司. */
  readonly form: string;
  /** Whether it calls itself a group. */
  readonly group: boolean;
  /** 无锡分公司: the name is that of a part of who stands before. */
  readonly branch: string;
  /** What stands in brackets and is none of these. */
  readonly aside: string;
  /**
   * What it is called once all that may be left off is: brand and trade, or place and trade where it has no brand.
   * Empty where that names nothing: a bare legal form, trade or place.
   */
  readonly core: string;
}

/** Brackets and what stands in them. */
const bracketed = /[([【〔{<《〈]([^()[\]【】〔〕{}<>《》〈〉]*)[)\]】〕}>》〉]/gu;
const risky = /^(?:\*?s?\*?st|pt|xd|xr|dr)(?=\p{Script=Han})/u;
const shareLetter = /(\p{Script=Han}{2,})-?(?:a|b|h|u|w|uw|r)$/u;
const innerCompany = /^(.{2,}?(?:有限责任公司|股份有限公司|有限公司|总公司|集团公司|股份公司))(.+)$/u;
const ordinal = /第?[一二三四五六七八九十\d]+$/u;

interface Bracket {
  readonly places: Place[];
  group: boolean;
  form: string;
  branch: string;
  aside: string;
}

function readBracket(content: string, found: Bracket): void {
  const text = lettersOnly(content);
  if (text === "") return;
  const places = placesNamed(text);
  if (places !== undefined) found.places.push(...places);
  else if (/^(?:企业|控股)?集团$/u.test(text)) found.group = true;
  else if (/合伙|独资/u.test(text)) found.form = text;
  else if (branchEnd.test(text)) found.branch = text;
  else if (!/^(?:筹|筹建|原|已注销|吊销)/u.test(text)) found.aside += text;
}

/** The branch at the end of a name: its ordinal or place and what it is. */
function splitBranch(text: string): readonly [head: string, branch: string] {
  const inner = innerCompany.exec(text);
  // One character too many is a slip of the hand: 有限公司司.
  const slip = inner?.[2]?.length === 1 && !/[厂店部所社站]/u.test(inner[2]);
  if (inner?.[1] !== undefined && inner[2] !== undefined && !slip && lastForm(inner[2])?.[0] !== "")
    return [inner[1], inner[2]];
  const end = branchEnd.exec(text);
  if (end === null) return [text, ""];
  let head = text.slice(0, end.index);
  // Of a bank everything after it is the branch: 工商银行无锡城南支行.
  const bank = /^(.*银行|.*农商行)(.+)$/u.exec(head);
  if (/[分支]行$/u.test(text) && bank?.[1] !== undefined) return [bank[1], text.slice(bank[1].length)];
  for (;;) {
    const counted = head.replace(ordinal, "");
    const length = [6, 5, 4, 3, 2].find(
      (size) => head.length > size && placeNamed(head.slice(-size)) !== undefined,
    );
    const shorter = counted !== head ? counted : length === undefined ? head : head.slice(0, -length);
    if (shorter === head || shorter === "") break;
    head = shorter;
  }
  return [head, text.slice(head.length)];
}

interface Formed {
  readonly rest: string;
  readonly form: string;
  readonly group: boolean;
}

/** A legal form with one character wrong, missing, too many or swapped with its neighbour: 有线公司, 股份有公司. */
function misspelt(text: string): readonly [rest: string, form: string] | undefined {
  for (const form of longForms)
    for (const length of [form.length, form.length - 1, form.length + 1]) {
      const end = text.slice(-length);
      if (text.length < length + 2 || end === form || !withinOneEdit(end, form)) continue;
      return [text.slice(0, -length), form];
    }
  return undefined;
}

function splitForms(text: string, lenient: boolean): Formed {
  let [rest, form, group] = [text, "", false];
  for (;;) {
    const written = lastForm(rest);
    const doubtful = lenient && form === "" && (written === undefined || written[1].length < 3);
    const last = (doubtful ? misspelt(rest) : undefined) ?? written;
    if (last === undefined || last[0] === "") break;
    // Whatever is left must be able to be a name: 一厂 and 总公司 alone are none.
    if (last[0].length < 2 && last[1].length < 3) break;
    group ||= last[1].includes("集团");
    form = form === "" ? last[1] : form;
    rest = last[0];
  }
  if (
    lenient &&
    form === "" &&
    rest.length > 3 &&
    /^(?:gu fen|ji tuan)$/.test(syllables(rest.slice(-2)).join(" "))
  )
    return { rest: rest.slice(0, -2), form: "股份", group };
  if (lenient && form !== "")
    rest = rest.replace(/(?:股.|.份|股|份)$/u, (end) => (rest.length - end.length < 2 ? end : ""));
  return { rest, form, group };
}

/** Banks that are called by a trade: 农业银行 is a name, 商业银行 is none. */
const namedBank = /^(?!商业|村镇|农商|投资|储蓄|民营|外资)(\p{Script=Han}{2})银行$/u;

/** Brand and trade of what is left: trades are taken off the end as long as a brand of two characters remains. */
function splitTrade(text: string): readonly [brand: string, trade: string] {
  let [brand, trade] = [text, ""];
  for (;;) {
    const rest = brand;
    const found = tradesAtEnd(rest).find((one) => {
      const left = rest.slice(0, -one.length);
      // One character is no brand, unless it is a trade: 港 of 青岛港国际.
      return left.length !== 1 || tradesAtEnd(left).includes(left);
    });
    if (found === undefined) return [brand, trade];
    trade = found + trade;
    brand = rest.slice(0, -found.length);
    if (brand !== "") continue;
    const bank = namedBank.exec(trade)?.[1];
    return bank === undefined ? ["", trade] : [bank, "银行"];
  }
}

/** Legal forms before which a county is what a company is called: 灵山集团. */
const isCalledBy = /集团|股份|有限/u;

interface Placed {
  readonly places: readonly Place[];
  readonly brand: string;
  readonly trade: string;
}

/** Takes places off the beginning, as long as what remains still names something or is a trade. */
function splitPlaces(text: string, short: boolean, called: boolean): Placed {
  const places: Place[] = [];
  let rest = text;
  let [brand, trade] = splitTrade(rest);
  for (;;) {
    const found = placeAt(rest);
    if (found === undefined || (isBareDistrict(found) && places.length === 0)) break;
    const left = rest.slice(found.length);
    const [ownBrand, ownTrade] = splitTrade(left);
    // A county before 集团 or 股份 is a brand, where nothing says that it is the place: 灵山集团, 新安股份.
    if (left === "" && called && places.length === 0 && found.place.level === 3 && !found.full) break;
    if (left === "") {
      // A place and nothing else is no brand.
      places.push(found.place);
      return { places, brand: "", trade: "" };
    }
    if (ownBrand.length === 1) break;
    // A county that lies elsewhere is a brand: 无锡市锡山区永新铸件厂.
    const before = places.at(-1);
    if (before !== undefined && !found.full && found.place.level === 3 && !placesAgree(before, found.place))
      break;
    // A county before a trade is more often a brand: 东山精密, 汇川技术.
    if (ownBrand === "" && found.place.level === 3 && !found.full) break;
    // What is called so for short keeps its place: 宁德时代 is not 时代.
    if (short && !found.full && ownTrade === "" && ownBrand.length <= 2) break;
    places.push(found.place);
    [rest, brand, trade] = [left, ownBrand, ownTrade];
    if (ownBrand === "") break;
  }
  return { places, brand, trade };
}

/** Names that are kept taken apart. */
const keptLately = 4_096;

/** A name taken apart, its legal form being written rightly. */
const parseStrictly = lately(keptLately, (name) => takeApart(name, false));

/**
 * Takes a name apart.
 * @param lenient whether a legal form may be misspelt: for names that people type
 */
export const parseName = (name: string, lenient = false): ParsedName =>
  lenient ? takeApart(name, true) : parseStrictly(name);

function takeApart(name: string, lenient: boolean): ParsedName {
  const folded = foldText(name);
  const normal = lettersOnly(folded);
  const found: Bracket = { places: [], group: false, form: "", branch: "", aside: "" };
  let outside = folded.replace(bracketed, (_, content: string) => {
    readBracket(content, found);
    return " ";
  });
  if (lettersOnly(outside) === "") outside = folded;
  if (![...outside].some(isHan)) outside = withoutLatinForms(outside);
  const line = lettersOnly(outside.trim().replace(risky, ""));
  const [head, branch] = splitBranch(line);
  const { rest, form, group } = splitForms(head, lenient);
  const bare = form === "" && branch === "" ? rest.replace(shareLetter, "$1") : rest;
  const { places, brand, trade } = isLatinForm(bare)
    ? { places: [], brand: "", trade: "" }
    : splitPlaces(bare, form === "", isCalledBy.test(form) && branch === "");
  const nearest = places.at(-1) ?? found.places[0];
  const isForm = lastForm(bare)?.[0] === "";
  const core = isForm
    ? ""
    : brand !== ""
      ? brand + trade
      : nearest !== undefined && trade !== ""
        ? nearest.stem + trade
        : "";
  return {
    normal,
    places: [...places, ...found.places],
    brand: isForm ? "" : brand,
    trade,
    form: form === "" ? (isForm ? bare : found.form) : form,
    group: group || found.group,
    branch: branch + found.branch,
    aside: found.aside,
    core:
      core === "" && nearest !== undefined && form !== "" && brand === "" && trade === ""
        ? nearest.stem + form
        : core,
  };
}
