// The ledger of checks and conflicts as text for a terminal.

import { said } from "../load/ledger/figure.ts";
import type { CheckEntry, ConflictEntry, Ledger } from "../load/ledger/ledger.ts";
import type { Outcome } from "../load/ledger/verdict.ts";

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

const cited = (sources: readonly string[]): string => sources.join(", ");

function checkLines(check: CheckEntry): string[] {
  const figures = check.figures.map((figure) => {
    const when = figure.period ?? "undated";
    return `    ${figure.role.padEnd(7)} ${figure.label} ${said(figure)}, ${when}; said in ${cited(figure.sources)} (${figure.row})`;
  });
  const items = check.items.length === 0 ? [] : [`    ITEMS   ${check.items.join(", ")}`];
  const explained =
    check.explainedBy.length === 0
      ? check.outcome === "FAILS"
        ? ["    no conflict explains it"]
        : []
      : [`    explained by ${check.explainedBy.join(", ")}`];
  return [
    `  ${check.id} ${check.name} (${check.checkType}, ${check.row})`,
    `    ${check.reason}`,
    ...figures,
    ...items,
    ...explained,
  ];
}

function conflictLines(conflict: ConflictEntry): string[] {
  return [
    `  ${conflict.id} ${conflict.name} (${conflict.row})`,
    `    ${conflict.reason}`,
    ...(conflict.resolution === undefined ? [] : [`    resolution: ${conflict.resolution}`]),
    ...conflict.concerns.map(({ id, name }) => `    concerns ${name} (${id})`),
    `    said in ${cited(conflict.sources)}`,
  ];
}

/** The whole ledger: checks that fail, cannot be compared or stay open, then conflicts by type, then the rest. */
export function ledgerText(ledger: Ledger): string {
  const { checks, conflicts } = ledger;
  const summary = summaryOf(ledger);
  const counted = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(", ");
  const lines = ["", `Checks: ${checks.length} in all: ${counted(summary.checks)}`];
  for (const outcome of outcomes.filter((one) => one !== "HOLDS")) {
    const own = checks.filter((check) => check.outcome === outcome);
    if (own.length > 0) lines.push("", outcome, ...own.flatMap(checkLines));
  }
  lines.push(
    "",
    `Conflicts: ${conflicts.length} in all${conflicts.length === 0 ? "" : `: ${counted(summary.conflicts)}`}`,
  );
  for (const type of Object.keys(summary.conflicts)) {
    const own = conflicts.filter((conflict) => conflict.conflictType === type);
    lines.push("", type, ...own.flatMap(conflictLines));
  }
  return `${lines.join("\n")}\n`;
}
