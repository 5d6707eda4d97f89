// The ledger of checks and conflicts as text for a terminal.

import { said } from "../load/ledger/figure.ts";
import type { CheckEntry, ConflictEntry, Ledger } from "../load/ledger/ledger.ts";
import type { Outcome } from "../load/ledger/verdict.ts";
import { checkRole, checkType, conflictType } from "../ontology/enumerations.ts";
import { inWords, type Language } from "./in-words.ts";

const outcomes: readonly Outcome[] = ["FAILS", "NOT_COMPARABLE", "UNDECIDED", "HOLDS"];

/** How many checks have each outcome, how many conflicts are of each type. */
export function summaryOf({ checks, conflicts }: Ledger) {
  const types = [...new Set(conflicts.map((conflict) => conflict.conflictType))].sort();
  return {
    checks: Object.fromEntries(
      outcomes.map((outcome) => [outcome, checks.filter((check) => check.outcome === outcome).length]),
    ),
    conflicts: Object.fromEntries(
      types.map((type) => [type, conflicts.filter((conflict) => conflict.conflictType === type).length]),
    ),
    unexplained: unexplained({ checks, conflicts }),
  };
}

/** Ids of the checks that fail and that no conflict explains. */
export function unexplained({ checks }: Ledger): string[] {
  return checks
    .filter((check) => check.outcome === "FAILS" && check.explainedBy.length === 0)
    .map((check) => check.id);
}

const cited = (sources: readonly string[], language: Language): string =>
  sources.join(inWords(language, "、", ", "));

/** What outcomes are called in Chinese, with the word that documents and questions have. */
const outcomesZh: Readonly<Record<Outcome, string>> = {
  FAILS: "不相符",
  NOT_COMPARABLE: "口径不同",
  UNDECIDED: "无法判定",
  HOLDS: "相符",
};

/** A word of an enumeration, in Chinese with its title before it. */
const titled = (title: string | undefined, word: string, language: Language): string =>
  language === "zh" && title !== undefined ? `${title} ${word}` : word;

const titleOf = (values: Readonly<Record<string, readonly [string, string]>>, word: string) =>
  values[word]?.[0];

function checkLines(check: CheckEntry, language: Language): string[] {
  const word = (zh: string, en: string): string => inWords(language, zh, en);
  const figures = check.figures.map((figure) => {
    const when = figure.period ?? word("未注明时期", "undated");
    const role = word(titleOf(checkRole.values, figure.role) ?? figure.role, figure.role.padEnd(7));
    const told = `    ${role} ${figure.label} ${said(figure, language)}`;
    const where = cited(figure.sources, language);
    return word(
      `${told}，${when}；出处 ${where}（${figure.row}）`,
      `${told}, ${when}; said in ${where} (${figure.row})`,
    );
  });
  const items =
    check.items.length === 0 ? [] : [`    ${word("列出", "ITEMS")}   ${cited(check.items, language)}`];
  const explained =
    check.explainedBy.length === 0
      ? check.outcome === "FAILS"
        ? [word("    没有矛盾说明它", "    no conflict explains it")]
        : []
      : [
          word(
            `    由 ${cited(check.explainedBy, language)} 说明`,
            `    explained by ${cited(check.explainedBy, language)}`,
          ),
        ];
  const type = titled(titleOf(checkType.values, check.checkType), check.checkType, language);
  return [
    `  ${check.id} ${check.name} (${type}, ${check.row})`,
    `    ${word(check.reasonZh, check.reason)}`,
    ...figures,
    ...items,
    ...explained,
  ];
}

function conflictLines(conflict: ConflictEntry, language: Language): string[] {
  const word = (zh: string, en: string): string => inWords(language, zh, en);
  const { resolution, concerns, sources } = conflict;
  return [
    `  ${conflict.id} ${conflict.name} (${conflict.row})`,
    `    ${conflict.reason}`,
    ...(resolution === undefined ? [] : [word(`    处理：${resolution}`, `    resolution: ${resolution}`)]),
    ...concerns.map(({ id, name }) => word(`    涉及 ${name}（${id}）`, `    concerns ${name} (${id})`)),
    word(`    出处 ${cited(sources, language)}`, `    said in ${cited(sources, language)}`),
  ];
}

/** The whole ledger: checks that fail, cannot be compared or stay open, then conflicts by type, then the rest. */
export function ledgerText(ledger: Ledger, language: Language = "en"): string {
  const { checks, conflicts } = ledger;
  const summary = summaryOf(ledger);
  const nameOf = (name: string): string =>
    titled(titleOf(conflictType.values, name) ?? outcomesZh[name as Outcome], name, language);
  const counted = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => inWords(language, `${nameOf(name)} ${count}`, `${count} ${name}`))
      .join(inWords(language, "，", ", "));
  const heading = (zh: string, en: string, all: number, counts: Readonly<Record<string, number>>): string =>
    all === 0
      ? inWords(language, `${zh}：0 项`, `${en}: 0 in all`)
      : inWords(
          language,
          `${zh}：共 ${all} 项：${counted(counts)}`,
          `${en}: ${all} in all: ${counted(counts)}`,
        );
  const lines = ["", heading("校验", "Checks", checks.length, summary.checks)];
  for (const outcome of outcomes.filter((one) => one !== "HOLDS")) {
    const own = checks.filter((check) => check.outcome === outcome);
    if (own.length > 0)
      lines.push(
        "",
        titled(outcomesZh[outcome], outcome, language),
        ...own.flatMap((check) => checkLines(check, language)),
      );
  }
  lines.push("", heading("矛盾", "Conflicts", conflicts.length, summary.conflicts));
  for (const type of Object.keys(summary.conflicts)) {
    const own = conflicts.filter((conflict) => conflict.conflictType === type);
    lines.push("", nameOf(type), ...own.flatMap((conflict) => conflictLines(conflict, language)));
  }
  return `${lines.join("\n")}\n`;
}
