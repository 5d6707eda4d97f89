// Tries the cases of a folder: the question that answers everyone is asked of a scratch store, and its answer compared
// with what each case expects.
import { join } from "node:path";
import { readCell } from "../../ontology/cells.ts";
import { type Kind, kindOfId, propertiesOf } from "../../ontology/model.ts";
import { spanOfDate } from "../../ontology/spans.ts";
import { readQuestions } from "../../questions/read.ts";
import type { GraphStore, Json, Row } from "../../store/port.ts";
import { type Checked, checkFolder } from "../check.ts";
import { loadFolder } from "../load.ts";
import type { Problem } from "../problems.ts";
import { conditionDifferences, type Difference } from "./differences.ts";
import { ladderDifferences, ladderQuestion } from "./ladder.ts";
import { type Case, type CaseFile, readCases, statuses } from "./read.ts";
import { type Scratch, writeScratch } from "./scratch.ts";

/** The question by which an enterprise is told how it stands to measures. */
const question = "enterprise.policy-matches";

export interface CaseOutcome {
  readonly file: string;
  readonly line: number;
  readonly case: string;
  /** The id of the measure; undefined for a case of a track. */
  readonly measure?: string;
  readonly track?: string;
  readonly asOf: string;
  readonly differences: readonly Difference[];
}

export interface CasesReport {
  readonly outcomes: readonly CaseOutcome[];
  /** What is wrong with the cases themselves: none was tried then. */
  readonly problems: readonly Problem[];
}

/** A measure that cannot be had together with the one asked about. */
interface Exclusion {
  readonly measure: { readonly id: string };
  readonly better: boolean;
}

/** What each case names, by its id; what is not there is told. */
interface Meant {
  readonly measures: ReadonlyMap<Case, string>;
  readonly enterprises: ReadonlyMap<Case, string>;
  readonly problems: readonly Problem[];
}

function meantBy(cases: readonly Case[], { directory }: Checked): Meant {
  const [measures, enterprises] = [new Map<Case, string>(), new Map<Case, string>()];
  const problems: Problem[] = [];
  const look = (one: Case, into: Map<Case, string>, reference: string, kind: Kind, column: string): void => {
    const id = directory.resolve(reference, [kind]);
    if (id !== undefined && kindOfId(id) === kind) into.set(one, id);
    else
      problems.push({
        file: one.file,
        line: one.lineAt(column),
        column,
        message: `${reference} is no ${kind.toLowerCase()} of the data: write its id, or a name that only it has`,
      });
  };
  for (const one of cases) {
    if (one.measure !== undefined) look(one, measures, one.measure, "Measure", "measure");
    if (typeof one.enterprise === "string")
      look(one, enterprises, one.enterprise, "Enterprise", "enterprise");
  }
  return { measures, enterprises, problems };
}

/** An amount as a case writes it, in yuan. */
function yuanOf(text: string): number | undefined {
  const property = propertiesOf("Measure").amount;
  const cell = property === undefined ? undefined : readCell("amount", property, text);
  return cell !== undefined && "value" in cell ? Number(cell.value) : undefined;
}

function amountDifference({ expect }: Case, row: Row): Difference[] {
  if (expect.amount === undefined) return [];
  const got = row.amount === null || row.amount === undefined ? null : Number(row.amount);
  const expected = expect.amount === null ? null : yuanOf(expect.amount);
  // Who does not get it, gets nothing: that may be written as well.
  const nothing = expected === 0 && (row.status === "INELIGIBLE" || row.status === "NEARLY");
  if (expected === got || nothing) return [];
  return [{ of: "amount", expected: String(expect.amount), got: got === null ? "none" : String(got) }];
}

/** Whether it can be applied for, and which of those that exclude it are better. */
function otherDifferences({ expect }: Case, row: Row, { directory }: Checked): Difference[] {
  const { status = null } = (row.applicationWindow ?? {}) as { readonly status?: string };
  const exclusions = (row.exclusions ?? []) as unknown as readonly Exclusion[];
  const better = exclusions.filter((one) => one.better).map(({ measure }) => measure.id);
  const wanted = expect.better?.map((one) => directory.resolve(one, ["Measure"]) ?? one);
  const told = (ids: readonly string[]): string => (ids.length === 0 ? "none" : [...ids].sort().join(", "));
  return [
    ...(expect.window === undefined || expect.window === status
      ? []
      : [{ of: "window", expected: expect.window ?? "none", got: status ?? "none" }]),
    ...(wanted === undefined || told(wanted) === told(better)
      ? []
      : [{ of: "better", expected: told(wanted), got: told(better) }]),
  ];
}

function differencesOf(one: Case, row: Row | undefined, checked: Checked): Difference[] {
  if (row === undefined) return [{ of: "status", expected: one.expect.status ?? "an answer", got: "none" }];
  const { status } = one.expect;
  const lacks = typeof row.lacksZh === "string" ? { why: row.lacksZh } : {};
  return [
    ...(status === undefined || status === row.status
      ? []
      : [{ of: "status", expected: status, got: String(row.status), ...lacks }]),
    ...conditionDifferences(one, row, checked, "no condition of the measure on that day"),
    ...amountDifference(one, row),
    ...otherDifferences(one, row, checked),
  ];
}

async function answersOf(
  store: GraphStore,
  scratch: Scratch,
  cases: readonly Case[],
): Promise<(one: Case) => readonly Row[]> {
  const questions = readQuestions(undefined, store.engine);
  const asked = new Map<string, readonly Row[]>();
  const questionOf = ({ track }: Case): string => (track === undefined ? question : ladderQuestion);
  const keyOf = (one: Case): string => `${questionOf(one)} ${scratch.enterprises.get(one)} ${one.asOf}`;
  for (const one of cases) {
    if (asked.has(keyOf(one))) continue;
    const { statement } = questions.get(questionOf(one)) ?? {};
    if (statement === undefined) throw new Error(`there is no question file ${questionOf(one)}.cypher`);
    const parameters: Record<string, Json> = {
      id: scratch.enterprises.get(one) ?? "",
      asOf: spanOfDate(one.asOf).end,
      ...(one.track === undefined ? { status: [...statuses] } : { all: true }),
    };
    asked.set(keyOf(one), await store.read(statement, parameters));
  }
  return (one) => asked.get(keyOf(one)) ?? [];
}

/**
 * Tries the cases that lie in folders of data.
 * @param folders the layers, each of which may have a folder cases/
 * @param checked what was found of them together
 * @param openStore opens an empty one, which is filled with what the cases need and closed
 * @param work a folder to write in
 */
export async function runCases(
  folders: readonly string[],
  checked: Checked,
  openStore: () => Promise<GraphStore>,
  work: string,
): Promise<CasesReport> {
  const read = folders.map(readCases);
  const files: readonly CaseFile[] = read.flatMap((one) => one.files);
  const cases = files.flatMap((file) => file.cases);
  const meant = meantBy(cases, checked);
  const found = [...read.flatMap(({ problems }) => problems), ...meant.problems];
  if (found.length > 0 || cases.length === 0) return { outcomes: [], problems: found };
  const { scratch, problems } = await writeScratch(checked, files, meant.enterprises, join(work, "cases"));
  if (problems.length > 0) return { outcomes: [], problems };
  const wrong = (await checkFolder(scratch.folder)).problems.list.map(
    (problem): Problem => ({ ...problem, ...scratch.origin(problem.file, problem.line) }),
  );
  if (wrong.length > 0) return { outcomes: [], problems: wrong };
  const store = await openStore();
  try {
    await loadFolder(store, scratch.folder);
    const answers = await answersOf(store, scratch, cases);
    return {
      problems: [],
      outcomes: cases.map((one): CaseOutcome => {
        const { file, line, name, asOf, track } = one;
        const told = { file, line, case: name, asOf };
        const rows = answers(one);
        if (track !== undefined)
          return { ...told, track, differences: ladderDifferences(one, track, rows, checked) };
        const measure = meant.measures.get(one) ?? "";
        const row = rows.find(({ node }) => (node as { id?: string } | null)?.id === measure);
        return { ...told, measure, differences: differencesOf(one, row, checked) };
      }),
    };
  } finally {
    await store.close();
  }
}
