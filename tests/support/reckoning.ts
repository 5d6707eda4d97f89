// Asks for calculations over the shipped data, on every engine.
import { loadedEngines } from "./answers.ts";

export const { data, ask } = loadedEngines("seed");

export interface Calculation {
  readonly value: number | null;
  readonly reasons: readonly string[];
  readonly why: readonly string[];
  readonly inputs: readonly {
    readonly entity: { readonly id: string };
    readonly sources: readonly { readonly line: number }[];
  }[];
  readonly [more: string]: unknown;
}

export const told = `value unit statedValue statedUnit percent change years perYear statedPercent points period bound status formula
  reasons why notes inputs { entity { id ... on Observation { value unit } } sources { line } }`;

/** The one calculation of a request. */
export async function reckon(field: string): Promise<Calculation> {
  const { answer } = await data<{ answer: Calculation }>(`{ answer: ${field} { ${told} } }`);
  return answer;
}
export const lines = (answer: Calculation): number[] =>
  answer.inputs.flatMap((one) => one.sources.map(({ line }) => line));
export const xishan = (metric: string, more = ""): string =>
  `{ subject: "region:xishan", metric: "${metric}" ${more} }`;
export const wuzhong = (metric: string, more = ""): string =>
  `{ subject: "region:wuzhong", metric: "${metric}" ${more} }`;
export const digital = (metric: string): string =>
  `{ subject: "cluster:xishan-digital-core", metric: "${metric}" }`;
