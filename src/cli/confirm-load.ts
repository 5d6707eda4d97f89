// What a load would change, said before it does: a question where much goes, a refusal where nobody can be asked.
import { createInterface } from "node:readline/promises";
import { IndustryGraphError } from "../errors.ts";
import type { LoadPlan } from "../load/load.ts";
import { takesMuch } from "../load/takes-much.ts";
import type { Changes } from "../load/write.ts";
import { inWords, type Language } from "./in-words.ts";

const line = (
  zh: string,
  en: string,
  { created, updated, deleted, unchanged }: Changes,
  language: Language,
): string =>
  inWords(
    language,
    `${zh}：将新增 ${created}，更改 ${updated}，去掉 ${deleted}，不变 ${unchanged}`,
    `${en}: ${created} to add, ${updated} to change, ${deleted} to take away, ${unchanged} as they are`,
  );

async function answered(question: string): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(?:y|yes|是|好)$/i.test((await asking.question(question)).trim());
  } finally {
    asking.close();
  }
}

/** What a load would change, as two lines. */
export const planText = ({ nodes, relations }: LoadPlan, language: Language = "en"): string =>
  `${line("实体", "entities", nodes, language)}\n${line("关系", "relations", relations, language)}`;

/**
 * Tells what a load will do, on stderr, and stops it where that is not wanted.
 * @throws IndustryGraphError CANCELLED where the answer is no; BAD_ARGUMENT where much would go and nobody can be asked
 */
export function confirmLoad(yes: boolean, language: Language = "en"): (plan: LoadPlan) => Promise<void> {
  return async (plan) => {
    process.stderr.write(`${planText(plan, language)}\n`);
    if (yes || !takesMuch(plan)) return;
    if (process.stdin.isTTY !== true)
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        "More than a tenth of what is there would go: nothing was written. If that is meant, give --yes.",
        {},
        { zh: "将去掉现有数据的十分之一以上：没有写入。若确实如此，请加 --yes。" },
      );
    const question = inWords(
      language,
      "将去掉现有数据的十分之一以上，是否继续？[y/N] ",
      "More than a tenth of what is there would go. Go on? [y/N] ",
    );
    if (!(await answered(question)))
      throw new IndustryGraphError(
        "CANCELLED",
        "Nothing was written: the store is as it was.",
        {},
        { zh: "没有写入：数据与之前一样。" },
      );
  };
}
