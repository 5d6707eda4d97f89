// A long list on a page: the first few, and the rest folded, which is open on paper.
import type { ComponentChildren } from "preact";
import { useSpeech } from "../text/language.ts";
import { fill } from "../text/texts.ts";

/** So few more are not worth folding. */
const slack = 3;

/** Rows as a list, those beyond the first few folded. */
export function FirstFew<Row>({
  rows,
  few,
  list,
}: {
  readonly rows: readonly Row[];
  readonly few: number;
  /** Some of the rows as a list or table of its own. */
  readonly list: (some: readonly Row[]) => ComponentChildren;
}) {
  const { text, number } = useSpeech();
  if (rows.length <= few + slack) return <>{list(rows)}</>;
  return (
    <>
      {list(rows.slice(0, few))}
      <details class="rest">
        <summary>{fill(text.restOfGroup, { n: number(rows.length - few) })}</summary>
        {list(rows.slice(few))}
      </details>
    </>
  );
}
