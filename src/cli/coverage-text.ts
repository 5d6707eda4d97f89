// The coverage of documents as text for a terminal, and as JSON.
import { type DocumentCoverage, totalOf } from "../load/coverage.ts";
import type { ReadCoverage } from "../load/uncovered.ts";

const inOrder = <T>(lines: ReadonlyMap<number, T>): [number, T][] =>
  [...lines].sort(([one], [other]) => one - other);

/** A document's coverage for scripts. `uncovered` and `textLines` are there where the text was read. */
export function coverageJson({ document, open, uncovered, textLines }: ReadCoverage) {
  const { id, name, stem, lines, facts, listed } = document;
  return {
    id,
    name,
    stem,
    lines: lines ?? null,
    facts: inOrder(facts).map(([line, counts]) => ({ line, ...counts })),
    withoutFacts: inOrder(listed).map(([line, { reason }]) => ({ line, reason })),
    open,
    ...(textLines === undefined ? {} : { textLines, uncovered }),
  };
}

function summary({ lines, facts, listed }: DocumentCoverage, open: readonly number[]): string {
  const total = totalOf(facts.values());
  const known = lines === undefined ? "an unknown number of lines" : `${lines} lines`;
  return `  ${known}: ${facts.size} with facts, ${listed.size} with a reason for having none, ${open.length} open; cited by ${total.entities} entities, ${total.relations} relations, ${total.observations} observations`;
}

function lineRows({ facts, listed }: DocumentCoverage, open: readonly number[]): string[] {
  const rows = new Map<number, string>();
  for (const [line, { entities, relations, observations }] of facts)
    rows.set(line, `${entities} entities, ${relations} relations, ${observations} observations`);
  for (const [line, { reason }] of listed) rows.set(line, `- ${reason}`);
  for (const line of open) rows.set(line, "OPEN: neither a fact nor a reason");
  return inOrder(rows).map(([line, text]) => `  ${String(line).padStart(5)}  ${text}`);
}

function textRows({ document, uncovered, textLines }: ReadCoverage): string[] {
  if (textLines === undefined)
    return [`  no text: there is no ${document.stem}.txt in the folder of sources`];
  const differs =
    document.lines === undefined || document.lines === textLines
      ? []
      : [`  the text has ${textLines} lines, the row of the document says ${document.lines}`];
  const shown = (uncovered ?? []).flatMap(({ line, text, reason, figures, names }) => {
    const hints = [
      ...(figures.length === 0 ? [] : [`figures ${figures.join(" ")}`]),
      ...(names.length === 0 ? [] : [`names ${names.join(", ")}`]),
    ];
    return [`  ${String(line).padStart(5)}  ${reason ?? "OPEN"} (${hints.join("; ")})`, `         > ${text}`];
  });
  const title = shown.length === 0 ? [] : ["  Lines without facts that hold a figure or a name:"];
  return [...differs, ...title, ...shown];
}

/** @param withTexts whether the texts were asked for */
export function coverageText(read: readonly ReadCoverage[], withTexts: boolean): string {
  const blocks = read.map((one) => [
    `${one.document.stem}  ${one.document.name} (${one.document.id})`,
    summary(one.document, one.open),
    ...lineRows(one.document, one.open),
    ...(withTexts ? textRows(one) : []),
    "",
  ]);
  const open = read.reduce((sum, one) => sum + one.open.length, 0);
  const unknown = read.filter((one) => one.document.lines === undefined && one.textLines === undefined);
  const note =
    unknown.length === 0
      ? []
      : [
          `${unknown.length} without a number of lines: fill in \`lines\` of entities/Document.csv, or give --sources.`,
        ];
  return `${[...blocks.flat(), `${read.length} documents, ${open} open lines.`, ...note].join("\n")}\n`;
}
