// Periods of questions follow the data as what they name does: one for which there is no figure gives way to the one
// that has the most.

import type { ArgumentNode, ObjectFieldNode, ValueNode } from "graphql";
import { parse, visit } from "graphql";
import { kindOf } from "../ontology/model.ts";
import type { Asked } from "./graphiql-asked.ts";
import type { AskApi } from "./graphiql-stand-ins.ts";

interface Figure {
  readonly period: string | null;
  readonly status: string;
  readonly subject: { readonly id: string } | null;
}

type Given = readonly (ArgumentNode | ObjectFieldNode)[];

/** Figures of a metric that are looked at. */
const most = 500;

const figuresDocument = `query($id: ID!) {
  metric(id: $id) { figures(first: ${most}) { nodes { period status subject { id } } } }
}`;

const strings = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === "string");

/** What an argument is given: written there, or by a variable. */
function givenTo(node: ValueNode | undefined, values: Asked["values"]): unknown {
  if (node === undefined) return undefined;
  if (node.kind === "Variable") return values[node.name.value];
  if (node.kind === "ListValue") return node.values.map((one) => givenTo(one, values));
  return node.kind === "StringValue" || node.kind === "EnumValue" ? node.value : undefined;
}

/** The figures that a period may be of: those about the subjects asked about, or, where there are none, all. */
function figuresAbout(figures: readonly Figure[], subjects: readonly string[]): readonly Figure[] {
  const own = figures.filter(({ subject }) => subject !== null && subjects.includes(subject.id));
  return own.length > 0 ? own : figures;
}

function mostFrequent(figures: readonly Figure[]): Figure | undefined {
  const counts = new Map<string, { readonly figure: Figure; count: number }>();
  for (const figure of figures) {
    if (figure.period === null) continue;
    const key = `${figure.period} ${figure.status}`;
    const held = counts.get(key) ?? { figure, count: 0 };
    held.count += 1;
    counts.set(key, held);
  }
  const sorted = [...counts.values()].sort(
    (one, other) =>
      other.count - one.count || ((one.figure.period ?? "") < (other.figure.period ?? "") ? 1 : -1),
  );
  return sorted[0]?.figure;
}

/** Reads and keeps the figures of metrics by their codes. */
export function figuresOfMetrics(ask: AskApi): (code: string) => Promise<readonly Figure[]> {
  const kept = new Map<string, Promise<readonly Figure[]>>();
  return (code) => {
    const held =
      kept.get(code) ??
      ask(figuresDocument, { id: `${kindOf("Metric").prefix}:${code}` }).then(
        ({ data }) =>
          ((data?.metric ?? undefined) as { figures: { nodes: readonly Figure[] } } | undefined)?.figures
            .nodes ?? [],
      );
    kept.set(code, held);
    return held;
  };
}

/** A question whose periods are such as its metrics have figures of; one that has some keeps what it asks. */
export async function inPeriodsOfData(
  asked: Asked,
  figuresOf: ReturnType<typeof figuresOfMetrics>,
): Promise<Asked> {
  const places: Given[] = [];
  visit(parse(asked.query), {
    Field: ({ arguments: given = [] }) => void places.push(given),
    ObjectValue: ({ fields }) => void places.push(fields),
  });
  let { query } = asked;
  const values: Record<string, unknown> = { ...asked.values };
  // From the last to the first, so that places before stay where they are.
  for (const given of places.reverse()) {
    const node = (name: string): ValueNode | undefined => given.find((one) => one.name.value === name)?.value;
    const read = (...names: string[]): string[] =>
      names.flatMap((name) => strings(givenTo(node(name), asked.values)));
    const [[period], [status], [code]] = [read("period"), read("status"), read("metric", "metrics")];
    if (period === undefined || code === undefined) continue;
    const figures = figuresAbout(await figuresOf(code), read("subject", "subjects", "within"));
    const fits = (one: Figure): boolean =>
      one.period === period && (status === undefined || one.status === status);
    const other = figures.some(fits) ? undefined : mostFrequent(figures);
    if (other === undefined) continue;
    const changes = [
      ["period", other.period],
      ["status", status === undefined ? undefined : other.status],
    ] as const;
    const written = changes
      .flatMap(([name, value]) => {
        const at = node(name);
        return at === undefined || value == null ? [] : [{ at, value }];
      })
      .sort((one, next) => (next.at.loc?.start ?? 0) - (one.at.loc?.start ?? 0));
    for (const { at, value } of written) {
      if (at.kind === "Variable") values[at.name.value] = value;
      else if (at.loc !== undefined)
        query =
          query.slice(0, at.loc.start) +
          (at.kind === "EnumValue" ? value : JSON.stringify(value)) +
          query.slice(at.loc.end);
    }
  }
  return { query, values };
}
