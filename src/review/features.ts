// What speaks for or against two records being one, named for the person who decides.
import { type FeatureName, featureNames } from "../match/record.ts";
import type { Title } from "../ontology/definitions.ts";

/** What was compared, as the page calls it. */
export const featureTitles: Readonly<Record<FeatureName, Title>> = {
  CREDIT_CODE: { zh: "统一社会信用代码", en: "credit code" },
  STOCK_CODE: { zh: "证券代码", en: "stock code" },
  NAME: { zh: "名称", en: "name" },
  FORMER_NAME: { zh: "曾用名", en: "former name" },
  CORE: { zh: "字号与行业", en: "name without place and legal form" },
  SHORT_NAME: { zh: "简称", en: "short name" },
  SOUND: { zh: "读音", en: "sound" },
  SPELLING: { zh: "字形相近", en: "spelling" },
  ABBREVIATION: { zh: "缩略", en: "abbreviation" },
  LEGAL_FORM: { zh: "组织形式", en: "legal form" },
  PLACE: { zh: "名称中的地名", en: "place in the name" },
  PLACE_IN_BRACKETS: { zh: "括号中的地名", en: "place in brackets" },
  GROUP: { zh: "集团", en: "group" },
  BRANCH: { zh: "分支机构", en: "branch" },
  TRADE: { zh: "行业", en: "trade" },
  BRAND: { zh: "字号", en: "brand" },
  BRACKETS: { zh: "括号中的文字", en: "text in brackets" },
  REGION: { zh: "所在地区", en: "region" },
  PARK: { zh: "所在园区", en: "park" },
};

const isFeature = (word: string): word is FeatureName => (featureNames as readonly string[]).includes(word);

/** The features of `matches.csv`, each with its name in a language; what is none is told as it stands. */
export function featuresIn(text: string, language: keyof Title): string[] {
  return text
    .split("; ")
    .filter((feature) => feature !== "")
    .map((feature) => {
      const [word = "", ...rest] = feature.split(" ");
      return isFeature(word) ? [featureTitles[word][language], ...rest].join(" ") : feature;
    });
}
