// What came of a check when the data was loaded: whether the figures fit, and by how much they do not.
import { amountOf } from "../../text/amount.ts";
import { useSpeech } from "../../text/language.ts";
import { Words } from "../../text/words.tsx";

export interface CheckResult {
  readonly outcome: string;
  readonly expected: number | null;
  readonly actual: number | null;
  readonly difference: number | null;
  readonly checkedUnit: string | null;
  readonly explained: boolean;
  readonly reason: string;
}

/** Whether what a kind has of its own is the result of a check. */
export const checked = (own: Partial<CheckResult>): own is CheckResult => own.outcome !== undefined;

/** The section of a check's result. */
export function CheckSection({ result }: { readonly result: CheckResult }) {
  const speech = useSpeech();
  const { text, value } = speech;
  const { outcome, expected, actual, difference, checkedUnit, explained, reason } = result;
  const sums = [
    [text.checkExpected, expected],
    [text.checkActual, actual],
    [text.checkDifference, difference],
  ] as const;
  return (
    <section id="check">
      <h2>{text.checkResult}</h2>
      <p>
        <span class={`badge ${outcome === "HOLDS" ? "good" : "warning"}`}>
          {value(outcome, "CheckOutcome")}
        </span>{" "}
        <Words of={reason} /> {outcome !== "HOLDS" && explained && text.checkExplained}
      </p>
      <dl class="facts">
        {sums.map(([title, sum]) =>
          sum === null ? null : (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{amountOf(sum, checkedUnit, speech)}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
