// Far ends that a filter names and says more of: a certification of the state is asked for as one of the district. That
// nobody holds it would look as if nothing were known, though it is known that it is none.
import { IndustryGraphError } from "../errors.ts";
import { kindOfId } from "../ontology/model.ts";
import { valuesTogether } from "../plan/contradictions.ts";
import { type Formula, type Said, toldOf } from "../plan/formula.ts";
import { isApart } from "../plan/implied.ts";
import type { Reference } from "../plan/references.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import type { GivenFilter } from "./given-filters.ts";
import { firstOfEach, type Problems } from "./had.ts";

/** What is said of a far end besides which it is. */
interface End {
  readonly reference: Reference;
  readonly named: Said;
  readonly ids: readonly string[];
  readonly more: readonly Said[];
}

const far = "node.";

/** What a formula says of relations, however deep within others. */
function matchesIn(formula: Formula): Formula[] {
  if (formula.is === "said") return [];
  if (formula.is === "and" || formula.is === "or") return formula.of.flatMap(matchesIn);
  if (formula.is === "not") return matchesIn(formula.of);
  return [formula.match, ...matchesIn(formula.match)];
}

/** The far ends that a filter names, of which it says more. */
const endsOf = ({ reference, formula }: GivenFilter): End[] =>
  matchesIn(formula).flatMap((match) => {
    const said = valuesTogether(match).filter(
      ({ about, operator }) => about.startsWith(far) && operator !== "as",
    );
    const named = said.find(({ about, operator }) => about === `${far}id` && operator !== "isNull");
    const ids = [named?.value ?? []].flat().map(String);
    const more = said.filter((one) => one !== named);
    const isNamed = named !== undefined && ids.length > 0 && ids.every((id) => kindOfId(id) !== undefined);
    return isNamed && more.length > 0 ? [{ reference, named, ids, more }] : [];
  });

/** Creates what checks what requests say of far ends that they name. */
export function createEndCheck(store: Pick<GraphStore, "read">) {
  async function problemOf({ named, ids, more }: End, read: ReadOptions): Promise<Error | undefined> {
    const properties = more.map(({ about }) => about.slice(far.length));
    const columns = properties.map((name, at) => `n.${name} AS p${at}`).join(", ");
    const rows = await store.read(
      `// What far ends that are named are.\nUNWIND $ids AS asked MATCH (n:Entity {id: asked}) RETURN n.name AS name, n.id AS id, ${columns}`,
      { ids: [...ids] },
      read,
    );
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
    return undefined;
  }

  return async (filters: readonly GivenFilter[], read: ReadOptions): Promise<Problems> =>
    firstOfEach(
      await Promise.all(
        filters
          .flatMap(endsOf)
          .map(async (end) => ({ reference: end.reference, problem: await problemOf(end, read) })),
      ),
    );
}
