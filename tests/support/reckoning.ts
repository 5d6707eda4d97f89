// Asks for calculations over the shipped data, on every engine.
import { type Engines, loadedEngines } from "./answers.ts";

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

export interface Reckoning extends Pick<Engines, "ask" | "data"> {
  /** The one calculation of a request. */
  readonly reckon: (field: string) => Promise<Calculation>;
}

/** Loads the shipped data into every engine for the tests of a file, which calls this once at its top. */
export function loadedReckoning(): Reckoning {
  const { ask, data } = loadedEngines("seed");
  return {
    ask,
    data,
    async reckon(field) {
      const { answer } = await data<{ answer: Calculation }>(`{ answer: ${field} { ${told} } }`);
      return answer;
    },
  };
}
export const lines = (answer: Calculation): number[] =>
  answer.inputs.flatMap((one) => one.sources.map(({ line }) => line));
export const xishan = (metric: string, more = ""): string =>
  `{ subject: "region:xishan", metric: "${metric}" ${more} }`;
export const wuzhong = (metric: string, more = ""): string =>
  `{ subject: "region:wuzhong", metric: "${metric}" ${more} }`;
export const digital = (metric: string): string =>
  `{ subject: "cluster:xishan-digital-core", metric: "${metric}" }`;
