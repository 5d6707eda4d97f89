// Refuses what would look at more than is allowed: a list of a whole kind looks at each entity of it, so many times as
// its filter, its sums and its groups ask. Small stores answer everything; in large ones a question has to begin
// somewhere.
import { IndustryGraphError } from "../errors.ts";
import type { GraphStore, Parameters, ReadOptions } from "../store/port.ts";
import type { Keep } from "./keep.ts";
import type { Version } from "./run.ts";
import { allOf, type Look, RootErrors } from "./step.ts";

/** Milliseconds for which the size of a kind is taken to be what it was: a reckoning needs it no fresher. */
const remembered = 5_000;

const inWords = (number: number): string => Math.round(number).toLocaleString("en-US");

function refusal(
  { root, field, plural, narrowing, begun, advice }: Look,
  number: number,
  each: number,
  most: number,
): RootErrors {
  const through = begun === undefined ? `all ${inWords(number)}` : `${inWords(number)}`;
  const asked = `${field} would go through ${through} ${plural} and look at each ${inWords(each)} times or so: ${inWords(number * each)} in all, and ${inWords(most)} is the most (MAX_LOOKED).`;
  const names = narrowing.length === 0 ? "" : ` (${narrowing.join(", ")})`;
  const otherwise =
    begun === undefined
      ? `Name in the filter what to begin at${names}, outside of or, not, none and every; or begin at an entity, as in region(name: "…") { ${field} { … } }.`
      : `Name something smaller to begin at${names}, or ask less of each: what stands in or, not, none, every and count is looked at one by one, and for each sum and group once more.`;
  const error = new IndustryGraphError("LIMIT_EXCEEDED", `${asked} ${advice ?? otherwise}`);
  return new RootErrors(new Map([[root, error]]));
}

export interface LookedOptions {
  readonly store: GraphStore;
  readonly keep: Keep;
  readonly version: Version;
  /** How much a list may look at. */
  readonly most: number;
}

/**
 * Creates what checks the lists of a request before its statement is asked; it gives nothing to wait for where all is
 * known to be well.
 * @throws RootErrors LIMIT_EXCEEDED for the root fields whose lists would look at too much
 */
export function createLooked({ store, keep, version, most }: LookedOptions) {
  const sizes = new Map<string, { readonly number: number; readonly at: number }>();

  async function sizeOf(all: string, read: ReadOptions): Promise<number> {
    const [row] = await store.read(all, {}, read);
    const number = Number(row?.number ?? 0);
    sizes.set(all, { number, at: performance.now() });
    return number;
  }

  const knownSize = (all: string): number | undefined => {
    const known = sizes.get(all);
    return known === undefined || performance.now() - known.at > remembered ? undefined : known.number;
  };

  /** How much is looked at for each: as often as there are rows around it. */
  const eachOf = ({ each, times }: Look, parameters: Parameters): number =>
    times.reduce((product, name) => product * Math.max(1, Number(parameters[name] ?? 1)), each);

  async function check(look: Look, parameters: Parameters, read: ReadOptions): Promise<void> {
    const { all, begun } = look;
    const each = eachOf(look, parameters);
    const size = knownSize(all) ?? (await sizeOf(all, read));
    if (size * each <= most) return;
    if (begun === undefined) throw refusal(look, size, each, most);
    const bound = Object.fromEntries(begun.parameters.map((name) => [name, parameters[name] ?? null]));
    const [row] = await keep(await version(read), begun.statement, bound, read);
    const number = Number(row?.number ?? 0);
    if (number * each > most) throw refusal(look, number, each, most);
  }

  return (looks: readonly Look[], parameters: Parameters, read: ReadOptions): Promise<void> | undefined => {
    const due = looks.filter(
      (look) => (knownSize(look.all) ?? Number.POSITIVE_INFINITY) * eachOf(look, parameters) > most,
    );
    if (due.length === 0) return undefined;
    return allOf(due.map((look) => check(look, parameters, read)));
  };
}
