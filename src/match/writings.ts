// What else a name says of itself: a former name in brackets, and other ways to write it, which count as names.
import type { MatchRecord } from "./record.ts";

const formerInBrackets =
  /[(（[［【〔]\s*(?:(?:原名称?|曾用名称?|曾名|前称|旧称|前身为?|更名前为?)\s*[:：]?|原\s*[:：]|原(?=[^)）]*(?:公司|集团|厂|所|社|行)[)）\]］】〕]))\s*([^)）\]］】〕]{2,})[)）\]］】〕]/gu;

/** A name without the former name that stands in brackets behind it, and that: 甲乙股份（原甲乙有限公司）. */
export function withoutFormer(name: string): { readonly name: string; readonly former: readonly string[] } {
  if (!/原|曾|前|旧/u.test(name)) return { name, former: [] };
  const former: string[] = [];
  const rest = name
    .replace(formerInBrackets, (_, inside: string) => {
      former.push(...inside.split(/[、，,;；]/u).map((one) => one.trim()));
      return "";
    })
    .trim();
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

/** Other ways to write a name: 中铁4局 is 中铁四局, 360安全 is 三六零安全, N中微 is 中微. */
export function otherWritings(name: string): string[] {
  // The round zero of dates is the same number: 第七〇二研究所.
  const plain = name.normalize("NFKC").trim().replaceAll("〇", "零");
  const forms = new Set<string>();
  if (/\d/.test(plain))
    for (const written of [readAsNumber, digitwise]) forms.add(plain.replace(digitsInHan, written));
  forms.add(plain.replace(onExchange, ""));
  if (name.includes("〇")) forms.add(plain);
  else forms.delete(plain);
  return [...forms];
}

/** All names of a record, in every writing: those that it has, and those that it had. */
export function namesIn({ name, aliases = [], formerNames = [] }: MatchRecord): {
  readonly names: readonly string[];
  readonly former: readonly string[];
} {
  const own = withoutFormer(name);
  const names = [own.name, ...aliases];
  const former = [...formerNames, ...own.former];
  const written = (some: readonly string[]) => [...some, ...some.flatMap(otherWritings)];
  return { names: written(names), former: written(former) };
}
