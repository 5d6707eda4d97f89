// Numbers in names: institutes that are called by theirs (58所), and names that differ in nothing else, which are two.
import { LRUCache } from "lru-cache";

const digits: ReadonlyMap<string, number> = new Map(
  [..."零一二三四五六七八九"].map((numeral, value) => [numeral, value]),
);

/** A number as it is written in names as digits: 五十八 is 58, 七〇二 is 702. */
export function numberOf(text: string): string {
  const plain = text.replaceAll("〇", "零");
  if (!/[十百]/u.test(plain)) return [...plain].map((one) => String(digits.get(one) ?? one)).join("");
  let [total, last] = [0, 0];
  for (const one of plain) {
    const unit = one === "百" ? 100 : one === "十" ? 10 : 0;
    if (unit === 0) last = digits.get(one) ?? Number(one);
    else {
      total += (last === 0 ? 1 : last) * unit;
      last = 0;
    }
  }
  return String(total + last);
}

/** An institute or a bureau that is called by a number. */
export interface NumberedInstitute {
  readonly number: string;
  /** 所, 院 or 局. */
  readonly kind: string;
  /** What it does, as its first character: 航 of 航务工程. Empty where the name does not say. */
  readonly field: string;
  /** Whose it is, without legal forms: 中国电子科技. */
  readonly parent: string;
}

const institute =
  /^(.*?)第?(\d{1,4}|[零〇一二三四五六七八九十百]{1,6})(研究|设计|工程|勘察设计|(?:航务|公路|铁路|水电|电气化|桥梁|隧道|隧|航|公|冶)?(?:工程|勘察设计)?)(所|院|局)(?:集团)?(?:股份)?(?:有限公司)?$/u;

/** The institute or bureau that a name in normal form is, if it is one called by its number: 58所, 中建八局. */
export function numberedInstitute(normal: string): NumberedInstitute | undefined {
  const [, parent = "", number = "", field = "", kind = ""] = institute.exec(normal) ?? [];
  if (number === "") return undefined;
  return {
    number: numberOf(number),
    kind,
    field: /^(?:研究|设计|工程|勘察)/u.test(field) ? "" : field.slice(0, 1),
    parent: parent.replace(/^中国|集团|有限|责任|股份|公司/gu, ""),
  };
}

/** Whether all characters of a short text stand in a long one in that order, from the first on. */
export function pickedFrom(short: string, long: string): boolean {
  let at = 0;
  for (const character of short) {
    const next = long.indexOf(character, at);
    if (next === -1 || (at === 0 && next > 0)) return false;
    at = next + 1;
  }
  return true;
}

/** How two institutes relate: alike, perhaps one where one does not say whose it is, or two. */
export function institutesRelate(
  one: NumberedInstitute,
  other: NumberedInstitute,
): "alike" | "perhaps" | "two" | undefined {
  if (one.kind !== other.kind) return undefined;
  if (one.number !== other.number) return "two";
  if (one.field !== "" && other.field !== "" && one.field !== other.field) return "two";
  const [short = "", long = ""] = [one.parent, other.parent].sort((a, b) => a.length - b.length);
  if (short === long) return "alike";
  if (short === "") return "perhaps";
  const picked = (one: string, other: string): boolean =>
    pickedFrom(one, other) || pickedFrom(one, `中国${other}`) || (one !== "" && other.endsWith(one));
  // Of two that are as long either may be short for the other.
  const either = picked(short, long) || (short.length === long.length && picked(long, short));
  return either ? "perhaps" : "two";
}

/** Numerals, but those of words: 零部件, 零售, 百货, 统一, 万一. */
const numerals =
  /第?(?:[〇二三四五六七八九十\d]|零(?!部|售|件|食|配)|百(?!货|分|度|年|利)|(?<![统唯划])一(?!体))+/gu;

/** A name in normal form without its numbers, and these alone. */
export interface Numbers {
  readonly rest: string;
  readonly numbers: string;
}

/** Names that have just been taken apart: each is compared with very many. */
const takenApart = new LRUCache<string, Numbers>({ max: 20_000 });

/** Takes a name in normal form apart into its numbers and the rest. */
export function numbersOf(name: string): Numbers {
  const known = takenApart.get(name);
  if (known !== undefined) return known;
  const found = (name.match(numerals) ?? []).map((number) => numberOf(number.replace("第", "")));
  const numbers = { rest: name.replace(numerals, ""), numbers: found.join(" ") };
  takenApart.set(name, numbers);
  return numbers;
}

/** Whether two names in normal form differ in their numbers and in nothing else: 中铁十局, 中铁十一局. */
export function differInNumber(one: string, other: string): boolean {
  if (one === other) return false;
  const [own, its] = [numbersOf(one), numbersOf(other)];
  return own.rest === its.rest && own.numbers !== its.numbers;
}
