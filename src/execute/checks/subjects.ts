// Metrics that figures about other kinds of things have: the output of districts is asked of enterprises. That none was
// found would look as if nothing were known.
import { IndustryGraphError } from "../../errors.ts";
import {
  figureKind,
  type Kind,
  kindEnum,
  kindNames,
  kindOf,
  kindOfId,
  metricKind,
} from "../../ontology/model.ts";
import { scopeOf } from "../../plan/filter-scope.ts";
import { type Reference, valueAt } from "../../plan/references.ts";
import type { FieldMap } from "../../plan/spec.ts";
import type { Version } from "../../run/run.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";
import { keptByVersion, type Problems, problemsOf } from "./had.ts";
import { type GivenAt, idsLookedUp } from "./looked-up.ts";

/** What a request asks figures of a metric of. */
interface Said {
  readonly reference: Reference;
  readonly metric: string;
  readonly kind: Kind;
  /** Whether figures of others that tell of it too are asked for. */
  readonly isAbout: boolean;
}

/** The kind that figures of a metric are asked of: by a filter of its entities, or beside the metric. */
function said({ filters, fields }: FieldMap, given: GivenAt): Said[] {
  const { reference, args } = given;
  const { kinds, path, parents, field } = reference;
  if (kinds.length !== 1 || kinds[0] !== metricKind) return [];
  const beside = path.slice(0, -1);
  const metrics = [valueAt(args, path)].flat().map(String);
  const each = (all: readonly Kind[]): Said[] =>
    all.flatMap((kind) => metrics.map((metric) => ({ reference, metric, kind, isAbout: false })));
  if (beside.at(-1) !== "figure") {
    // Calculations say of each figure themselves that there is none.
    if (path.length > 1 && scopeOf(filters, reference)?.kind !== figureKind) return [];
    const named = ["subject", "subjects"].flatMap((name) => [valueAt(args, [...beside, name]) ?? []].flat());
    const [parent, ...others] = parents;
    const spec = parent && (fields[parent]?.[field.name] ?? fields.Entity?.[field.name]);
    if (spec?.is === "ask" && spec.question === "entity.observations") {
      // Those of its parts may be of any kind.
      if (args.withParts === true) return [];
      const of = others.length === 0 ? parents : idsLookedUp(given).flatMap((id) => kindOfId(id) ?? []);
      return each(new Set(of).size === 1 ? of.slice(0, 1) : []).map((one) => ({ ...one, isAbout: true }));
    }
    const own = path.length === 1 ? (args.kind as Kind | null | undefined) : undefined;
    return each([...named.flatMap((id) => kindOfId(String(id)) ?? []), ...(own ? [own] : [])]);
  }
  const kind = scopeOf(filters, { field: reference.field, path: beside })?.kind;
  // That no figure is known holds of all then, as it is asked.
  if (kind === undefined || valueAt(args, [...beside, "isNull"]) === true) return [];
  return each([kind]);
}

function problemOf({ reference, metric, kind }: Said, had: readonly string[]): Error | undefined {
  // Nothing is known of a metric without figures: no kind is wrong.
  if (had.length === 0 || had.includes(kind)) return undefined;
  const about = kindNames.filter((one) => had.includes(one)).map((one) => kindEnum(one));
  return new IndustryGraphError(
    "BAD_ARGUMENT",
    `${reference.path.join(".")}: no figure of ${JSON.stringify(metric)} is about an entity of the kind ${kindEnum(kind)} (${kindOf(kind).title.en.toLowerCase()}): there are some about ${about.join(", ")}. Ask these, or for another metric.`,
  );
}

/**
 * Creates what checks of which kinds requests ask figures of a metric.
 * @param recent tells which data answer, or did a second ago
 */
export function createSubjectCheck(store: Pick<GraphStore, "read">, recent: Version, fieldMap: FieldMap) {
  const had = keptByVersion(recent);

  const kindsHad = ({ metric, isAbout }: Said, read: ReadOptions): Promise<readonly string[]> => {
    const ties = isAbout ? "OBSERVES|ABOUT" : "OBSERVES";
    return had(`${ties} ${metric}`, read, async () => {
      const rows = await store.read(
        `// The kinds that figures of one metric are about.\nMATCH (n:${figureKind})-[:${ties}]->(s:Entity) WHERE n.metric = $metric RETURN DISTINCT split(s.id, ':')[0] AS prefix`,
        { metric },
        read,
      );
      return rows.flatMap(({ prefix }) => kindOfId(`${prefix}:`) ?? []);
    });
  };

  return (given: readonly GivenAt[], read: ReadOptions): Problems | Promise<Problems> => {
    const all = given.flatMap((one) => said(fieldMap, one));
    return problemsOf(all, async (one) => problemOf(one, await kindsHad(one, read)));
  };
}
