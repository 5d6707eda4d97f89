// What a filter names and says more of: a certification of the state is asked for as one of the district, an enterprise as
// one of a district where it is not. That nothing was found would look as if nothing were known, though it is known that
// it is not so.
import { readFileSync } from "node:fs";
import { IndustryGraphError } from "../../errors.ts";
import { kindOfId } from "../../ontology/model.ts";
import { packaged } from "../../packaged.ts";
import { valuesTogether } from "../../plan/contradictions.ts";
import { told } from "../../plan/filter-place.ts";
import { type Formula, type Said, toldOf } from "../../plan/formula.ts";
import { isApart, makesSure } from "../../plan/implied.ts";
import type { Reference } from "../../plan/references.ts";
import type { GraphStore, ReadOptions, Row } from "../../store/port.ts";
import type { GivenFilter } from "./given-filters.ts";
import { type Problems, problemsOf } from "./had.ts";
import { isPlace } from "./parts-of.ts";

/** What is said of what is named besides which it is. */
interface End {
  readonly reference: Reference;
  readonly named: Said;
  readonly ids: readonly string[];
  /** How what is said of it begins. */
  readonly prefix: string;
  readonly more: readonly Said[];
  /** The places that it is said to be in. */
  readonly places: readonly Said[];
  /** What it is said not to be, by itself. */
  readonly without: readonly Said[];
}

const far = "node.";

/** What a formula says of relations, however deep within others. */
function matchesIn(formula: Formula): Formula[] {
  if (formula.is === "said") return [];
  if (formula.is === "and" || formula.is === "or") return formula.of.flatMap(matchesIn);
  if (formula.is === "not") return matchesIn(formula.of);
  return [formula.match, ...matchesIn(formula.match)];
}

/** What is left out by itself beside what must hold. */
function leftOut(formula: Formula): Said[] {
  if (formula.is === "and") return formula.of.flatMap(leftOut);
  if (formula.is !== "not") return [];
  const [first, ...more] = formula.of.is === "and" ? formula.of.of : [formula.of];
  return first?.is === "said" && more.length === 0 ? [first] : [];
}

/** What a filter names of which it says more: what it lists by one id, and far ends. */
function endsOf({ reference, saysMore, formula: made }: GivenFilter): End[] {
  if (!saysMore) return [];
  const formula = made();
  const endOf = (of: Formula, prefix: string, names: readonly Said["operator"][]): End[] => {
    const said = valuesTogether(of).filter(({ about }) => about.startsWith(prefix));
    const named = said.find(({ about, operator }) => about === `${prefix}id` && names.includes(operator));
    const ids = [named?.value ?? []].flat().map(String);
    const isNamed = ids.length > 0 && ids.every((id) => kindOfId(id) !== undefined);
    if (named === undefined || !isNamed) return [];
    const others = said.filter((one) => one !== named);
    const places = others.filter(({ reached, value }) => reached !== undefined && isPlace(String(value)));
    const more = others.filter(({ operator }) => operator !== "as");
    const without = leftOut(of).filter(({ about }) => about.startsWith(prefix));
    return more.length + places.length + without.length === 0
      ? []
      : [{ reference, named, prefix, ids, more, places, without }];
  };
  return [
    // Which of several are so may well be asked.
    ...endOf(formula, "", ["equals"]),
    ...matchesIn(formula).flatMap((match) => endOf(match, far, ["equals", "in"])),
  ];
}

const belonging = readFileSync(packaged("cypher/names/within.cypher"), "utf8");

const leavesOut = (path: Said["path"], value: string, named: Said): Error =>
  new IndustryGraphError(
    "BAD_ARGUMENT",
    `${told(path)} leaves out ${value}, and what ${toldOf(named)} names is so: leave one of them out.`,
  );

/** Creates what checks what requests say of what they name. */
export function createEndCheck(store: Pick<GraphStore, "read">) {
  /** The problem of a place that nothing of what is named is in. */
  async function outside({ named, ids, places }: End, rows: readonly Row[], read: ReadOptions) {
    for (const { value, isDirect, path } of places) {
      // A place is in itself.
      if (ids.includes(String(value))) continue;
      const found = await store.read(belonging, { within: value, direct: isDirect, ids: [...ids] }, read);
      if (found.length > 0) continue;
      const those = rows.map((row) => `${row.name} (${row.id})`).join(" or ");
      return new IndustryGraphError(
        "BAD_ARGUMENT",
        `${told(path)} is ${JSON.stringify(value)}, and what ${toldOf(named)} names is not there: ${those}. Leave one of them out, or ask for both with or.`,
      );
    }
    return undefined;
  }

  /** The problem of a place, or of what is known of a property, that all that is named is left out by. */
  async function inside({ named, ids, without, prefix }: End, read: ReadOptions): Promise<Error | undefined> {
    for (const { value, isDirect, reached, path } of without) {
      const whole = String(value);
      if (reached === undefined || !isPlace(whole)) continue;
      const found = await store.read(belonging, { within: whole, direct: isDirect, ids: [...ids] }, read);
      const there = new Set([...found.map(({ id }) => String(id)), ...(isDirect ? [] : [whole])]);
      if (ids.every((id) => there.has(id))) return leavesOut(path, `what is in ${whole}`, named);
    }
    const own = without.filter(({ reached, operator }) => reached === undefined && operator !== "as");
    const rows = own.length === 0 ? [] : await knownOf(ids, own, prefix, read);
    const isSo = (said: Said, value: Said["value"]): boolean =>
      value !== null && makesSure({ ...said, operator: "equals", value }, said, () => undefined);
    const one = own.find(
      (said, at) =>
        rows.length > 0 && rows.every((row) => isSo(said, (row[`p${at}`] ?? null) as Said["value"])),
    );
    return one === undefined ? undefined : leavesOut(one.path, JSON.stringify(one.value), named);
  }

  const knownOf = (ids: readonly string[], said: readonly Said[], prefix: string, read: ReadOptions) => {
    const properties = said.map(({ about }) => about.slice(prefix.length));
    const columns = properties.map((name, at) => `, n.${name} AS p${at}`).join("");
    return store.read(
      `// What far ends that are named are.\nUNWIND $ids AS asked MATCH (n:Entity {id: asked}) RETURN n.name AS name, n.id AS id${columns}`,
      { ids: [...ids] },
      read,
    );
  };

  async function problemOf(end: End, read: ReadOptions): Promise<Error | undefined> {
    const { named, ids, prefix, more } = end;
    const isLeftOut = await inside(end, read);
    if (isLeftOut !== undefined) return isLeftOut;
    const rows = await knownOf(ids, more, prefix, read);
    for (const [at, one] of more.entries()) {
      const own = (value: Said["value"]): Said => ({ ...one, operator: "equals", value });
      // Of what is not known it may be so.
      const isAnother = (value: Said["value"]): boolean =>
        value !== null && !Array.isArray(value) && (isApart(one, own(value)) || isApart(own(value), one));
      if (rows.length === 0 || !rows.every((row) => isAnother(row[`p${at}`] ?? null))) continue;
      const those = rows
        .map((row) => `${row.name} (${row.id}) has ${JSON.stringify(row[`p${at}`])}`)
        .join(", ");
      return new IndustryGraphError(
        "BAD_ARGUMENT",
        `${toldOf(one)} is ${JSON.stringify(one.value)}, and of what ${toldOf(named)} names ${those}: nothing is both; leave one of them out, or ask for both with or.`,
      );
    }
    return rows.length === 0 ? undefined : outside(end, rows, read);
  }

  return (filters: readonly GivenFilter[], read: ReadOptions): Problems | Promise<Problems> =>
    problemsOf(filters.flatMap(endsOf), (end) => problemOf(end, read));
}
