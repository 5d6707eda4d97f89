// Pairs of records labelled by hand, and pairs whose label follows from how they are made out of listed companies.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { differencesOf } from "../../bench/names/differences.ts";
import { companies, type NamedCompany } from "../../bench/names/world.ts";
import { randomOf } from "../../scripts/synthetic/random.ts";
import type { MatchRecord } from "../../src/match/record.ts";
import { parseName } from "../../src/text/parse-name.ts";

export interface LabelledPair {
  readonly one: MatchRecord;
  readonly other: MatchRecord;
  readonly same: boolean;
  /** What is difficult about it. */
  readonly kind: string;
}

/** `name;key=value;…`, lists separated by commas. */
function recordOf(text: string): MatchRecord {
  const [name = "", ...fields] = text.split(";");
  const pairs = fields.map((field) => {
    const [key = "", value = ""] = field.split("=");
    return [key, key === "aliases" || key === "formerNames" ? value.split(",") : value] as const;
  });
  return { name, ...Object.fromEntries(pairs) };
}

const linesOf = (name: string): string[] =>
  readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8")
    .trim()
    .split("\n");

function pairOf(line: string, kind: string): LabelledPair {
  const [label = "", one = "", other = ""] = line.split("\t");
  return { one: recordOf(one), other: recordOf(other), same: label === "same", kind };
}

export const labelledByHand = (): LabelledPair[] =>
  linesOf("pairs.tsv").map((line) => pairOf(line, "by hand"));

/** Pairs that were labelled before the matcher had met them, under headings that name the kind. */
export function labelledBefore(file: UnseenSet): LabelledPair[] {
  let kind = "";
  return linesOf(file).flatMap((line) => {
    if (!line.startsWith("# ")) return [pairOf(line, kind)];
    kind = line.slice(2);
    return [];
  });
}

/** Files of pairs that were labelled before the matcher had met them, in the order in which it did. */
export const unseenSets = [
  "pairs-second.tsv",
  "pairs-third.tsv",
  "pairs-fourth.tsv",
  "pairs-fifth.tsv",
  "pairs-sixth.tsv",
  "pairs-seventh.tsv",
  "pairs-eighth.tsv",
  "pairs-ninth.tsv",
  "pairs-tenth.tsv",
  "pairs-eleventh.tsv",
  "pairs-twelfth.tsv",
  "pairs-thirteenth.tsv",
  "pairs-fourteenth.tsv",
  "pairs-fifteenth.tsv",
  "pairs-sixteenth.tsv",
  "pairs-seventeenth.tsv",
] as const;

export type UnseenSet = (typeof unseenSets)[number];

const form = /(?:股份有限公司|有限责任公司|有限公司)$/u;

type Make = (company: NamedCompany) => readonly [one: string, other: string] | undefined;

const bare = (full: string): string => parseName(full).core;

/** Ways to make a pair of which is known whether it is one enterprise. */
const makings: readonly (readonly [kind: string, same: boolean, make: Make])[] = [
  ["no legal form", true, ({ full }) => [full, full.replace(form, "")]],
  [
    "another legal form",
    true,
    ({ full }) => [full, full.replace(form, full.endsWith("股份有限公司") ? "有限公司" : "股份有限公司")],
  ],
  ["width of brackets", true, ({ full }) => [full, full.replace("（", "(").replace("）", ")")]],
  [
    "省 or 市 in the place",
    true,
    ({ full }) => {
      const place = parseName(full).places.find(({ stem, level }) => level === 2 && full.startsWith(stem));
      return place === undefined || full.startsWith(`${place.stem}市`)
        ? undefined
        : [full, full.replace(place.stem, `${place.stem}市`)];
    },
  ],
  ["branch and parent", false, ({ full }) => [full, `${full}无锡分公司`]],
  ["two branches", false, ({ full }) => [`${full}南通分公司`, `${full}无锡分公司`]],
  [
    "the brand in another city",
    false,
    ({ full }) => {
      const { brand } = parseName(full);
      return brand === "" ? undefined : [`无锡${bare(full)}有限公司`, `徐州${bare(full)}有限公司`];
    },
  ],
  [
    "the brand in another trade",
    false,
    ({ full }) => {
      const { brand, trade } = parseName(full);
      return brand === "" || trade === "" || trade === "食品"
        ? undefined
        : [full, full.replace(trade, "食品")];
    },
  ],
  [
    "a group and its company",
    false,
    ({ full }) => {
      const { brand } = parseName(full);
      return brand === "" || brand.endsWith("集团")
        ? undefined
        : [`${brand}集团有限公司`, `${brand}有限公司`];
    },
  ],
];

/** Pairs made of every so-manieth listed company in each way. */
export function labelledByMaking(every: number): LabelledPair[] {
  const listed = companies(237).filter((_, index) => index % every === 0);
  return makings.flatMap(([kind, same, make]) =>
    listed.flatMap((company): LabelledPair[] => {
      const made = make(company);
      if (made === undefined || (made[0] === made[1] && !same)) return [];
      return [{ one: { name: made[0] }, other: { name: made[1] }, same, kind }];
    }),
  );
}

/** Ways of writing a name that no list of enterprises has: what people type into a search box. */
const typed = /pinyin|initials|ST before|only the|the short name and/;

/** Pairs of a full name and how else people write it, of every so-manieth listed company. */
export function labelledByWriting(every: number): LabelledPair[] {
  const all = companies(237);
  const ways = differencesOf(all.map(({ full }) => full)).filter(({ name }) => !typed.test(name));
  const random = randomOf(7, "writing");
  return ways.flatMap(({ name, ask }) =>
    all
      .filter((_, index) => index % every === 0)
      .flatMap((company): LabelledPair[] => {
        const text = ask(company, random);
        return text === undefined
          ? []
          : [{ one: { name: company.full }, other: { name: text }, same: true, kind: name }];
      }),
  );
}

/** Pairs of listed companies that are two: each with the one whose full name sorts next to it, read backwards or not. */
export function labelledAsTwo(): LabelledPair[] {
  const all = companies(237);
  const neighbours = (key: (name: string) => string, kind: string): LabelledPair[] => {
    const sorted = [...all].sort((one, other) => (key(one.full) < key(other.full) ? -1 : 1));
    return sorted.slice(1).map(({ full }, index) => ({
      one: { name: sorted[index]?.full ?? "" },
      other: { name: full },
      same: false,
      kind,
    }));
  };
  return [
    ...neighbours((name) => name, "two companies that begin alike 开头相近的两家"),
    ...neighbours(
      (name) => [...parseName(name).core].reverse().join(""),
      "two companies of one trade 同业的两家",
    ),
  ];
}
