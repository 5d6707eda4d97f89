// The ways in which people write a name otherwise than it is stored: each makes a text to look for out of a company.
import { Converter } from "opencc-js/cn2t";
import { pick, type Random } from "../../scripts/synthetic/random.ts";
import { parseName } from "../../src/text/parse-name.ts";
import { initials, syllables } from "../../src/text/pinyin.ts";
import { anywhere, type NamedCompany } from "./world.ts";

export interface Difference {
  readonly name: string;
  /** Which store is asked: full names with short ones as aliases, full names alone, short names alone. */
  readonly stored: "both" | "full" | "short";
  /** The least share of texts of which the company is to come first. */
  readonly least: number;
  /** The text to look for; undefined where the company's name has nothing that could differ so. */
  readonly ask: (company: NamedCompany, random: Random) => string | undefined;
  /** Whether it counts as found where others have the same score. */
  readonly ties?: boolean;
}

const traditional = Converter({ from: "cn", to: "t" });

/** Characters by how they sound, of those that names have. */
export function homophonesOf(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const bySound = new Map<string, string[]>();
  for (const character of new Set(names.join(""))) {
    const sound = syllables(character)[0] ?? "";
    bySound.set(sound, [...(bySound.get(sound) ?? []), character]);
  }
  return new Map(
    [...bySound.values()].flatMap((group) =>
      group.map((one) => [one, group.filter((other) => other !== one)] as const),
    ),
  );
}

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

function replaced(text: string, at: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + 1);
}

/** Every way to ask, with the characters that may stand in a wrong place. */
export function differencesOf(names: readonly string[]): Difference[] {
  const homophones = homophonesOf(names);
  const all = [...new Set(names.join(""))].filter(isHan);
  const homophone = (text: string, random: Random): string | undefined => {
    const places = [...text].flatMap((character, at) =>
      (homophones.get(character) ?? []).length > 0 ? [at] : [],
    );
    if (places.length === 0) return undefined;
    const at = pick(random, places);
    return replaced(text, at, pick(random, homophones.get(text[at] ?? "") ?? []));
  };
  const wrong = (text: string, random: Random): string =>
    replaced(text, anywhere(random, text), pick(random, all));
  const swapped = (text: string, random: Random): string | undefined => {
    const at = anywhere(random, text.slice(1));
    const other = text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
    return other === text ? undefined : other;
  };
  const missing = (text: string, random: Random): string => replaced(text, anywhere(random, text), "");
  const form = /(?:股份有限公司|有限责任公司|有限公司)$/u;
  const withoutPlace = ({ full }: NamedCompany): string | undefined => {
    const { brand, places: all } = parseName(full);
    // 银行股份有限公司 is nobody any more.
    if (brand === "") return undefined;
    const places = all.map(({ stem }) => stem);
    const start = places.find((place) => full.startsWith(place));
    return start === undefined ? undefined : full.slice(start.length).replace(/^[省市](?!场|政)/u, "");
  };
  return [
    { name: "the full name 全称", stored: "both", least: 0.99, ask: ({ full }) => full },
    { name: "the short name 简称", stored: "both", least: 0.99, ask: ({ short }) => short },
    {
      name: "no legal form 去组织形式",
      stored: "both",
      least: 0.98,
      ask: ({ full }) => full.replace(form, ""),
    },
    {
      name: "another legal form 组织形式不同",
      stored: "both",
      least: 0.98,
      ask: ({ full }) =>
        full.endsWith("股份有限公司") ? full.replace(form, "有限公司") : full.replace(form, "股份有限公司"),
    },
    { name: "no province or city 去省市", stored: "both", least: 0.97, ask: withoutPlace },
    {
      name: "集团 left off 去集团",
      stored: "both",
      least: 0.97,
      ask: ({ full }) => (/[^（]集团[^）]/u.test(full) ? full.replace("集团", "") : undefined),
    },
    {
      name: "brackets left off 去括号及内容",
      stored: "both",
      least: 0.97,
      ask: ({ full }) => (full.includes("（") ? full.replace(/（.*）/u, "") : undefined),
    },
    {
      name: "brackets opened 括号去掉",
      stored: "both",
      least: 0.97,
      ask: ({ full }) => (full.includes("（") ? full.replace(/[（）]/gu, "") : undefined),
    },
    {
      name: "ST before the short name 简称加ST",
      stored: "both",
      least: 0.97,
      ask: ({ short }) => `*ST${short}`,
    },
    {
      name: "the short name and 公司 简称加公司",
      stored: "both",
      least: 0.97,
      ask: ({ short }) => `${short}公司`,
    },
    { name: "traditional script 繁体", stored: "both", least: 0.97, ask: ({ full }) => traditional(full) },
    {
      name: "one homophone in the full name 全称一字同音",
      stored: "both",
      least: 0.9,
      ask: ({ full }, random) => homophone(full, random),
    },
    {
      name: "one wrong character in the full name 全称一字误",
      stored: "both",
      least: 0.9,
      ask: ({ full }, random) => wrong(full, random),
    },
    {
      name: "two neighbours swapped in the full name 全称两字颠倒",
      stored: "both",
      least: 0.9,
      ask: ({ full }, random) => swapped(full, random),
    },
    {
      name: "one character missing in the full name 全称漏一字",
      stored: "both",
      least: 0.9,
      ask: ({ full }, random) => missing(full, random),
    },
    {
      name: "one homophone in the short name 简称一字同音",
      stored: "both",
      least: 0.9,
      ask: ({ short }, random) => homophone(short, random),
    },
    {
      name: "pinyin of the short name with spaces 简称拼音",
      stored: "both",
      least: 0.95,
      ties: true,
      ask: ({ short }) => (/[a-z]/i.test(short) ? undefined : syllables(short).join(" ")),
    },
    {
      name: "initials of the short name 简称首字母",
      stored: "both",
      least: 0.95,
      ties: true,
      ask: ({ short }) => (/[a-z]/i.test(short) ? undefined : initials(short)),
    },
    {
      name: "short from full: only the short name is stored 以全称找简称",
      stored: "short",
      least: 0.95,
      ask: ({ full }) => full,
    },
    {
      name: "full from short: only the full name is stored 以简称找全称",
      stored: "full",
      least: 0.95,
      ask: ({ short }) => short,
    },
  ];
}
