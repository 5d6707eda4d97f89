// What of an enterprise's place on a track of certifications is otherwise than a case expects.
import type { Row } from "../../store/port.ts";
import type { Checked } from "../check.ts";
import { conditionDifferences, type Difference, near } from "./differences.ts";
import type { Case } from "./read.ts";

/** The question by which an enterprise is told where it stands on tracks. */
export const ladderQuestion = "enterprise.ladder";

/** What a certification of the answer is, by its id; none where it is null. */
const idOf = (row: Row, column: "certification" | "next"): string =>
  (row[column] as { readonly id?: string } | null)?.id ?? "none";

/** The differences of a case of a track. @param rows the places on all tracks */
export function ladderDifferences(
  one: Case,
  track: string,
  rows: readonly Row[],
  checked: Checked,
): Difference[] {
  const row = rows.find((each) => each.track === track);
  if (row === undefined) {
    const tracks = rows.map((each) => String(each.track));
    return [{ of: "track", expected: track, got: `no track of the data${near(track, tracks)}` }];
  }
  const { rung, next, due } = one.expect;
  const rungOf = (reference: string | null): string =>
    reference === null ? "none" : (checked.directory.resolve(reference, ["Certification"]) ?? reference);
  const lacks = typeof row.lacksZh === "string" ? { why: row.lacksZh } : {};
  const year = row.due === null || row.due === undefined ? "none" : String(row.due);
  const wanted: readonly (readonly [of: string, expected: string | undefined, got: string])[] = [
    ["rung", rung === undefined ? undefined : rungOf(rung), idOf(row, "certification")],
    ["next", next === undefined ? undefined : rungOf(next), idOf(row, "next")],
    ["due", due === undefined ? undefined : String(due ?? "none"), year],
  ];
  return [
    ...wanted.flatMap(([of, expected, got]): Difference[] =>
      expected === undefined || expected === got
        ? []
        : [{ of, expected, got, ...(of === "rung" ? lacks : {}) }],
    ),
    ...conditionDifferences(one, row, checked, "no condition of the next rung on that day"),
  ];
}
