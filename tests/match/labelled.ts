// Pairs of records labelled by hand, and pairs whose label follows from how they are made out of listed companies.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { companies, type NamedCompany } from "../../bench/names/world.ts";
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

export function labelledByHand(): LabelledPair[] {
  const file = fileURLToPath(new URL("pairs.tsv", import.meta.url));
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const [label = "", one = "", other = ""] = line.split("\t");
      return { one: recordOf(one), other: recordOf(other), same: label === "same", kind: "by hand" };
    });
}

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
