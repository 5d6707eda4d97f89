// Units of figures that a request compares: a unit that no figure of the metric has can never fit, and bounds without a
// unit mean nothing where the metric's figures are in several. Both would answer 0, or compare yuan with dollars.
import { IndustryGraphError } from "../../errors.ts";
import { readUnit, unitInWords, unitsOf } from "../../ontology/units.ts";
import { type FiguresSpec, type Reference, valueAt } from "../../plan/references.ts";
import type { Version } from "../../run/run.ts";
import type { Arguments } from "../../run/step.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";
import { keptByVersion, type Problems, problemsOf } from "./had.ts";

/** Units that are told. */
const told = 8;

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

/** What a request says of the unit of figures; nothing where it says none and compares none. */
interface Said {
  readonly reference: Reference;
  readonly spec: FiguresSpec;
  /** What the figures are of, as it is kept. */
  readonly of: string;
  readonly unit: string | undefined;
}

function said(reference: Reference, args: Arguments): Said[] {
  const { figures: spec, path } = reference;
  if (spec === undefined) return [];
  const beside = valueAt(args, path.slice(0, -1)) as Arguments;
  const unit = beside[spec.unit];
  if (!isGiven(unit) && !spec.bounds.some((bound) => isGiven(beside[bound]))) return [];
  const named = [beside[String(path.at(-1))]].flat();
  return named.map((of) => ({
    reference,
    spec,
    of: String(of),
    unit: isGiven(unit) ? String(unit) : undefined,
  }));
}

/** What is wrong with it: each of several that are named must be able to have the unit. */
function problemOf({ unit, of, reference, spec }: Said, units: readonly string[]): Error | undefined {
  const where = [...reference.path.slice(0, -1), spec.unit].join(".");
  const have = units.slice(0, told).map(unitInWords).join(", ");
  if (unit === undefined)
    return units.length < 2
      ? undefined
      : new IndustryGraphError(
          "BAD_ARGUMENT",
          `${where} is needed: figures of ${JSON.stringify(of)} are in several units, ${have}; say in which the bounds are.`,
        );
  const read = readUnit(unit);
  // Bounds in a unit that is not known are refused where they are converted.
  if (read === undefined && spec.bounds.length > 0) return undefined;
  const asked = read === undefined ? [unit] : unitsOf(read);
  // Nothing is known of a metric without figures: no unit is wrong.
  if (units.length === 0 || asked.some((one) => units.includes(one))) return undefined;
  return new IndustryGraphError(
    "BAD_ARGUMENT",
    `${where}: no figure of ${JSON.stringify(of)} can be in ${JSON.stringify(unit)}: its figures are in ${have}. Give a unit of that kind, or leave it out.`,
  );
}

/**
 * Creates what checks the units that requests give against those that the data have.
 * @param recent tells which data answer, or did a second ago
 */
export function createUnitCheck(store: Pick<GraphStore, "read">, recent: Version) {
  const had = keptByVersion(recent);

  const unitsHad = ({ spec, of }: Said, read: ReadOptions): Promise<readonly string[]> =>
    had(`${spec.kind} ${spec.property} ${of}`, read, async () => {
      const rows = await store.read(
        `// The units that figures of one metric are in.\nMATCH (n:${spec.kind}) WHERE n.${spec.of} = $of RETURN DISTINCT n.${spec.property} AS unit ORDER BY unit`,
        { of },
        read,
      );
      return rows.map(({ unit }) => String(unit));
    });

  return (
    given: readonly { readonly reference: Reference; readonly args: Arguments }[],
    read: ReadOptions,
  ): Problems | Promise<Problems> => {
    const all = given.flatMap(({ reference, args }) => said(reference, args));
    return problemsOf(all, async (one) => problemOf(one, await unitsHad(one, read)));
  };
}
