// Cases as lines of text: each difference with its file, case, condition, what was expected and what came out.
import type { CasesReport } from "../load/cases/run.ts";
import { formatInChinese, formatProblem } from "../load/problems.ts";
import { inWords, type Language } from "./in-words.ts";

/** Whether every case came out as it expects. */
export const asExpected = ({ outcomes, problems }: CasesReport): boolean =>
  problems.length === 0 && outcomes.every(({ differences }) => differences.length === 0);

/** What is said where an answer has nothing of the kind. */
const nothingZh: Readonly<Record<string, string>> = {
  none: "没有",
  "an answer": "有答案",
  "no condition of the measure on that day": "当日该措施没有此条件",
  "no condition of the next rung on that day": "当日下一级没有此条件",
};

/** What a case expects of, in Chinese. */
const ofZh: Readonly<Record<string, string>> = {
  status: "结论",
  amount: "金额",
  rung: "级别",
  due: "复核年份",
  window: "申报时间",
  better: "更优的措施",
};

/** The lines; one where all is as expected. */
export function casesText({ outcomes, problems }: CasesReport, language: Language = "en"): string[] {
  const word = (zh: string, en: string): string => inWords(language, zh, en);
  if (problems.length > 0)
    return [
      ...problems.map(language === "zh" ? formatInChinese : formatProblem),
      word(
        `用例有 ${problems.length} 个问题：都没有试。`,
        `${problems.length} problems in cases: none was tried.`,
      ),
    ];
  const differing = outcomes.filter(({ differences }) => differences.length > 0);
  const zh = (words: Readonly<Record<string, string>>, text: string): string => words[text] ?? text;
  const lines = differing.flatMap(({ file, line, case: name, measure, track, asOf, differences }) => [
    `${file}:${line} ${name} (${measure ?? track}, ${asOf})`,
    ...differences.map(({ of, text, expected, got, why }) =>
      word(
        `  ${zh(ofZh, of)}${text === undefined ? "" : ` ${text}`}：应为 ${zh(nothingZh, expected)}，得出 ${zh(nothingZh, got)}${why === undefined ? "" : `（${why}）`}`,
        `  ${of}${text === undefined ? "" : ` ${text}`}: expected ${expected}, got ${got}${why === undefined ? "" : ` (${why})`}`,
      ),
    ),
  ]);
  const right = outcomes.length - differing.length;
  return [
    ...lines,
    word(
      `用例：${outcomes.length} 个中 ${right} 个与预期一致${differing.length === 0 ? "" : `，${differing.length} 个不一致`}。`,
      `Cases: ${right} of ${outcomes.length} came out as expected${differing.length === 0 ? "" : `, ${differing.length} did not`}.`,
    ),
  ];
}
