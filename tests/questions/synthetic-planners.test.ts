// What the synthetic data holds for the questions of planners: conditions, projects, targets and what has ended.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generate } from "../../scripts/synthetic/generate.ts";
import { measureId } from "../../scripts/synthetic/measures.ts";
import { unreported } from "../../scripts/synthetic/metrics.ts";
import { predicates } from "../../src/ontology/condition.ts";

type Row = Readonly<Record<string, string>>;

const folder = mkdtempSync(join(tmpdir(), "synthetic-planners-"));
const rowsOf = (file: string): Row[] => parse(readFileSync(join(folder, file)), { columns: true }) as Row[];

beforeAll(() => void generate(folder, 2_000, 1));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("synthetic data for planners", () => {
  const demandsOf = (measure: string): string[] => {
    const conditions = new Map(rowsOf("entities/Condition.csv").map((row) => [row.id, row]));
    return rowsOf("relations/HAS_CONDITION.csv")
      .filter(({ from }) => from === measure)
      .map(({ to, alternative }) => `${alternative}${conditions.get(to)?.predicate}`);
  };

  test("test every predicate that there is", () => {
    const used = new Set(rowsOf("entities/Condition.csv").map(({ predicate }) => predicate));
    expect([...used].sort()).toEqual([...predicates].sort());
  });

  test("give measures for a place with one thing more, and by one of several groups", () => {
    expect(demandsOf(measureId("910101", "first"))).toEqual(["IN_REGION", "FIRST_RECOGNITION"]);
    expect(demandsOf(measureId("910100", "cluster"))).toEqual([
      ...["IN_REGION", "IN_CLUSTER", "CAPITAL", "FOUNDED"],
    ]);
    expect(demandsOf(measureId("910000", "either"))).toEqual([
      ...["IN_REGION", "1HOLDS_LEVEL", "2HOLDS", "2FIGURE", "3LISTED"],
    ]);
    expect(demandsOf(measureId(0, "park"))).toEqual(["IN_PARK", "HOLDS_LEVEL"]);
  });

  test("demand a figure that nobody reports, and another that a fifth of the enterprises report", () => {
    const conditions = rowsOf("entities/Condition.csv").map(({ metric }) => metric);
    expect(conditions).toContain(unreported);
    const figures = rowsOf("observations.csv");
    expect(figures.filter(({ metric }) => metric === unreported)).toEqual([]);
    const reporting = new Set(
      figures.filter(({ metric }) => metric === "synthetic-revenue").map(({ subject }) => subject),
    );
    expect(reporting.size).toBe(400);
  });

  test("have targets that were reached, missed, left open by a bound, and not yet due", () => {
    const figures = rowsOf("observations.csv");
    const key = ({ subject, metric, period }: Row): string => `${subject} ${metric} ${period}`;
    const facts = new Map(figures.filter(({ status }) => status === "").map((row) => [key(row), row]));
    const outcomes = new Map<string, number>();
    for (const target of figures.filter(({ status }) => status === "TARGET")) {
      const fact = facts.get(key(target));
      const reached = Number(fact?.value) >= Number(target.value) ? "reached" : "missed";
      const outcome = fact === undefined ? "open" : fact.bound === "" ? reached : "bounded";
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    for (const outcome of ["reached", "missed", "bounded", "open"])
      expect(outcomes.get(outcome), outcome).toBeGreaterThan(30);
  });

  test("have projects by stages with dates of every precision, some out of order, undated or planned", () => {
    const events = rowsOf("relations/REACHED.csv");
    const lengths = new Set(events.map(({ since }) => since?.length));
    expect([...lengths].sort()).toEqual([0, 10, 4, 7]);
    expect(events.some(({ status }) => status === "TARGET")).toBe(true);
    const ranks = new Map(rowsOf("entities/Stage.csv").map(({ id, rank }) => [id, Number(rank)]));
    const byProject = new Map<string | undefined, Row[]>();
    for (const event of events) byProject.set(event.from, [...(byProject.get(event.from) ?? []), event]);
    const reversed = [...byProject.values()].filter((own) =>
      own.some((one) =>
        own.some(
          (other) =>
            one.since !== "" &&
            other.since !== "" &&
            (ranks.get(one.to) ?? 0) < (ranks.get(other.to) ?? 0) &&
            String(one.since).slice(0, 4) > String(other.since).slice(0, 4),
        ),
      ),
    );
    expect(reversed.length).toBeGreaterThan(0);
    expect(reversed.length).toBeLessThan(byProject.size / 20);
    expect(rowsOf("entities/Project.csv").length).toBeGreaterThan(byProject.size);
  });

  test("have relations that ended after they began, and certifications that passed re-examination", () => {
    for (const file of ["LOCATED_IN", "BELONGS_TO", "SUPPLIES"]) {
      const ended = rowsOf(`relations/${file}.csv`).filter(({ until }) => until !== "");
      expect(ended.length, file).toBeGreaterThan(10);
      for (const { since, until } of ended) expect(Number(until), file).toBeGreaterThanOrEqual(Number(since));
    }
    const renewals = rowsOf("relations/CERTIFIED_AS.csv").filter(({ renewedIn }) => renewedIn !== "");
    expect(renewals.length).toBeGreaterThan(100);
    for (const { year, renewedIn } of renewals) expect((Number(renewedIn) - Number(year)) % 3).toBe(0);
  });

  test("list just those enterprises on an exchange that are listed", () => {
    const listed = rowsOf("entities/Enterprise.csv").filter(({ listed: is }) => is === "true");
    expect(rowsOf("relations/LISTED_ON.csv").map(({ from }) => from)).toEqual(listed.map(({ id }) => id));
  });
});
