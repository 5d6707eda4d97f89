// What if: a condition with another threshold, or without the condition; how many more, and what it costs.
import { useEffect, useState } from "preact/hooks";
import { askHere } from "../api/ask.ts";
import { Failed, Loading } from "../parts/states.tsx";
import { amountOf } from "../text/amount.ts";
import { failureHere } from "../text/failure.ts";
import { useSpeech } from "../text/language.ts";
import { langOf, Words } from "../text/words.tsx";
import { demandWords } from "./condition-words.ts";
import { type ConditionRow, type Counts, type WhatIfAnswer, whatIfDocument } from "./documents.ts";
import { sliderOf } from "./slider.ts";

interface WhatIfProps {
  readonly measure: string;
  readonly region: string | null;
  readonly park: string | null;
  readonly on: string | null;
  readonly conditions: readonly ConditionRow[];
}

interface Trial {
  readonly condition: string;
  readonly bound: "atLeast" | "atMost" | "drop";
  readonly value: number;
}

type Answer =
  | NonNullable<NonNullable<WhatIfAnswer["measure"]>["whatIf"]>
  | { readonly failed: string }
  | undefined;

/** Milliseconds after the last move before it asks. */
const pause = 150;

function useTrial({ measure, region, park, on }: WhatIfProps, trial: Trial | undefined): Answer {
  const [held, setHeld] = useState<{ readonly condition: string; readonly answer: Answer }>();
  const key = JSON.stringify(trial);
  useEffect(() => {
    if (key === undefined) return;
    const { condition, bound, value } = JSON.parse(key) as Trial;
    let current = true;
    const timer = setTimeout(() => {
      askHere<WhatIfAnswer>(whatIfDocument, {
        id: measure,
        condition,
        drop: bound === "drop",
        ...(bound === "drop" ? {} : { [bound]: value }),
        region,
        park,
        asOf: on,
      }).then(
        (found) => current && setHeld({ condition, answer: found.measure?.whatIf ?? undefined }),
        (error: unknown) => current && setHeld({ condition, answer: { failed: failureHere(error) } }),
      );
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, measure, region, park, on]);
  // What is still there of another condition is no answer to this one.
  return held?.condition === trial?.condition ? held?.answer : undefined;
}

function Row({ name, before, after }: { name: string; before: string; after: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{before}</td>
      <td class="number">{after}</td>
    </tr>
  );
}

function Outcome({ before, after }: { before: Counts; after: Counts }) {
  const speech = useSpeech();
  const { text, value, number } = speech;
  const cost = (counts: Counts): string =>
    counts.cost === null ? text.noAmount : amountOf(counts.cost, "yuan", speech);
  return (
    <table class="outcome">
      <thead>
        <tr>
          <td />
          <th scope="col" class="number">
            {text.before}
          </th>
          <th scope="col" class="number">
            {text.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {(["eligible", "nearly", "unknown", "ineligible"] as const).map((one) => (
          <Row
            key={one}
            name={value(one.toUpperCase())}
            before={number(before[one])}
            after={number(after[one])}
          />
        ))}
        <Row name={text.cost} before={cost(before)} after={cost(after)} />
      </tbody>
    </table>
  );
}

/** The conditions with a slider for each threshold, and what the last one moved would do. */
export function WhatIfForm(props: WhatIfProps) {
  const speech = useSpeech();
  const { text, language } = speech;
  const [trial, setTrial] = useState<Trial | undefined>(undefined);
  const answer = useTrial(props, trial);
  const outcome = (
    <>
      {answer === undefined && <Loading />}
      {answer !== undefined && "failed" in answer && <Failed message={answer.failed} />}
      {answer !== undefined && "before" in answer && <Outcome before={answer.before} after={answer.after} />}
    </>
  );
  return (
    <section class="what-if no-print">
      <h3>{text.whatIf}</h3>
      <ul class="matches">
        {props.conditions.map(({ node }) => (
          <li key={node.id}>
            <Words of={demandWords(node, speech)} />{" "}
            {(["atLeast", "atMost"] as const).map((bound) => {
              const stands = node[bound];
              if (stands === null) return null;
              const moved = trial?.condition === node.id && trial.bound === bound ? trial.value : stands;
              const { min, max, step } = sliderOf(stands, node.unit);
              const field = {
                "aria-label": `${demandWords(node, speech)} ${text[bound]}`,
                lang: langOf(demandWords(node, speech), language),
                onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
                  const value = currentTarget.valueAsNumber;
                  if (Number.isFinite(value)) setTrial({ condition: node.id, bound, value });
                },
              };
              return (
                <span key={bound} class="slider">
                  {bound === "atLeast" ? "≥" : "≤"} {amountOf(moved, node.unit, speech)}
                  <input type="range" min={min} max={max} step={step} value={moved} {...field} />
                  {/* Any number, beyond the slider's ends too. */}
                  <input type="number" step="any" value={moved} {...field} />
                </span>
              );
            })}
            <button
              type="button"
              aria-pressed={trial?.condition === node.id && trial.bound === "drop"}
              onClick={() => setTrial({ condition: node.id, bound: "drop", value: 0 })}
            >
              {text.drop}
            </button>
            {/* Beside what was moved: below all conditions it would be out of sight. */}
            <div aria-live="polite">{trial?.condition === node.id && outcome}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
