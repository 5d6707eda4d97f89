// What a layer says of its entities being others: what the matcher found (matches.csv) and what people decided
// (decisions.csv). Text in, text out: files are others' business.
import Papa from "papaparse";
import type { Feature, Verdict } from "./record.ts";

export const matchesFile = "matches.csv";
export const decisionsFile = "decisions.csv";

/** A pair that a person has looked at. */
export interface PersonsDecision {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
  readonly is: "same" | "different";
  readonly by: string;
  /** The day, or the moment. */
  readonly at: string;
  readonly why: string;
}

/** A pair that the matcher found, as it is written. */
export interface MatchLine {
  /** Where the entity was named: `stem:row`. */
  readonly source: string;
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
  readonly verdict: Exclude<Verdict, "NEW">;
  readonly score: number;
  readonly features: string;
}

export interface TextProblem {
  readonly line: number;
  readonly column: string;
  readonly message: string;
}

type Row = Readonly<Record<string, string>>;

const rowsOf = (text: string): Row[] =>
  Papa.parse<Row>(text.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader: (name) => name.trim(),
    transform: (cell) => cell.trim(),
  }).data;

/** The pair whichever stands first. */
export const pairKey = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`;

const answers: Readonly<Record<string, PersonsDecision["is"]>> = {
  same: "same",
  different: "different",
  相同: "same",
  同一: "same",
  是: "same",
  不同: "different",
  否: "different",
};

/** Reads decisions.csv: of a pair that was decided several times the last line stands. */
export function parseDecisions(text: string): {
  readonly decisions: readonly (PersonsDecision & { readonly line: number })[];
  readonly problems: readonly TextProblem[];
} {
  const problems: TextProblem[] = [];
  const byPair = new Map<string, PersonsDecision & { line: number }>();
  for (const [index, row] of rowsOf(text).entries()) {
    const line = index + 2;
    const { id = "", other = "", name = "", otherName = "", by = "", at = "", why = "" } = row;
    const is = answers[(row.is ?? "").toLowerCase()];
    for (const [column, value] of [
      ["id", id],
      ["other", other],
    ] as const)
      if (!/^[a-z-]+:.+/.test(value))
        problems.push({
          line,
          column,
          message: `"${value}" is no id: write one, such as enterprise:xinhongye`,
        });
    if (is === undefined)
      problems.push({
        line,
        column: "is",
        message: `"${row.is ?? ""}" is no decision: write same or different; without a decision take the line out`,
      });
    if (id !== "" && id === other)
      problems.push({ line, column: "other", message: "is the entity itself: name the other one" });
    if (is === undefined) continue;
    byPair.set(pairKey(id, other), { id, name, other, otherName, is, by, at, why, line });
  }
  return { decisions: [...byPair.values()], problems };
}

const textOf = <T extends object>(columns: readonly (keyof T & string)[], rows: readonly T[]): string =>
  `${Papa.unparse({ fields: [...columns], data: rows.map((row) => columns.map((column) => row[column])) }, { newline: "\n" })}\n`;

export const decisionsText = (decisions: readonly PersonsDecision[]): string =>
  textOf(["id", "name", "other", "otherName", "is", "by", "at", "why"], decisions);

/** The columns of matches.csv. */
export const matchColumns = [
  "source",
  "id",
  "name",
  "other",
  "otherName",
  "verdict",
  "score",
  "features",
] as const satisfies readonly (keyof MatchLine)[];

/** Reads matches.csv, which only imports write. */
export const parseMatches = (text: string): MatchLine[] =>
  rowsOf(text).map((row) => ({
    source: row.source ?? "",
    id: row.id ?? "",
    name: row.name ?? "",
    other: row.other ?? "",
    otherName: row.otherName ?? "",
    verdict: row.verdict === "SAME" ? "SAME" : "REVIEW",
    score: Number(row.score ?? 0),
    features: row.features ?? "",
  }));

/** Features as a person reads them: `CORE +0.96 鑫宏业线缆; PLACE -0.2 无锡 / –`. */
export const featuresText = (features: readonly Feature[]): string =>
  features
    .map(({ feature, own, other, weight }) => {
      const sides = own === other ? own : `${own === "" ? "–" : own} / ${other === "" ? "–" : other}`;
      return `${feature} ${weight >= 0 ? "+" : ""}${weight} ${sides}`.trim();
    })
    .join("; ");
