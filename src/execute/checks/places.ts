// Places that exclude each other: an enterprise has its site in one place, so that nothing is in two districts at once, and
// a figure about an enterprise is within no district but its own. That nothing was found there would look as if nothing
// were known.
import { getNamedType } from "graphql";
import { IndustryGraphError } from "../../errors.ts";
import {
  type Kind,
  kindOf,
  kindOfId,
  type RelationType,
  relationOf,
  relationTypes,
} from "../../ontology/model.ts";
import { type Scope, scopeOf } from "../../plan/filter-scope.ts";
import { kindFiltered, type Reference, valueAt } from "../../plan/references.ts";
import type { FieldMap, FieldSpec } from "../../plan/spec.ts";
import type { Version } from "../../run/run.ts";
import type { GraphStore, Parameters, ReadOptions } from "../../store/port.ts";
import { called } from "./called.ts";
import { createFiguresApart, isTied } from "./figures-apart.ts";
import { keptByVersion, noProblems, type Problems, problemsOf } from "./had.ts";
import { foundAbove, type GivenAt } from "./looked-up.ts";
import { areOfOne, fieldOf, type Named, type Pair, told } from "./named-places.ts";
import { isPlace, type PartsOf } from "./parts-of.ts";

/** By which relations entities of a kind belong to places. */
const belongingOf = (kind: Kind): RelationType[] =>
  relationTypes.filter((type) => {
    const { belongs, from, to } = relationOf(type);
    const ends = belongs === "from" ? from : belongs === "to" ? to : [];
    return (ends as readonly string[]).includes(kind);
  });

/** Relations that tie what they are said of to one place: where it is, who hosts it, who undertakes it. */
const ofOne: readonly RelationType[] = ["LOCATED_IN", "HOSTS", "UNDERTAKES"];

/**
 * Whether entities of a kind belong to one place, as far as nothing else is known of one: what places focus on, issue or
 * have in force may well be that of several.
 */
const isOfOnePlace = (kind: Kind): boolean => {
  const types = belongingOf(kind);
  return (
    types.length > 0 && types.every((type) => ofOne.includes(type) || relationOf(type).holdsUndated === true)
  );
};

/** Whether a field of a place lists what lies in it, as filters by place have it. */
const isListOf = (spec: FieldSpec | undefined): boolean =>
  (spec?.is === "within" && (spec.relations as readonly string[]).includes("LOCATED_IN")) ||
  (spec?.is === "ask" && spec.question === "region.enterprises");

/** Whether a value says where an entity is: by a whole that it reaches, or by the id of what it is located in. */
function placesIt(named: Named): boolean {
  const { scope, ids } = named;
  if (ids.length === 0 || !ids.every(isPlace)) return false;
  return scope.spec?.is === "reach" || (scope.isSite && ["id", "idIn"].includes(String(fieldOf(named))));
}

/** The pairs of values that say where one entity is. */
function pairsOf(all: readonly Named[]): Pair[] {
  const said = all.filter(
    (one) => placesIt(one) && one.scope.kind !== undefined && isOfOnePlace(one.scope.kind),
  );
  return said.flatMap((one, at) =>
    said.slice(at + 1).flatMap((other): Pair[] => (areOfOne(one, other) ? [[one, other]] : [])),
  );
}

/**
 * Creates what checks the places that requests name beside each other.
 * @param recent tells which data answer, or did a second ago
 */
export function createPlaceCheck(
  store: Pick<GraphStore, "read">,
  recent: Version,
  fieldMap: FieldMap,
  parts: PartsOf,
) {
  const had = keptByVersion(recent);
  const figuresApart = createFiguresApart(store, parts);

  const idsOf = async (statement: string, parameters: Parameters, read: ReadOptions): Promise<string[]> =>
    (await store.read(statement, parameters, read)).map(({ id }) => String(id));

  const ofAll = async (ids: readonly string[], read: ReadOptions): Promise<string[]> =>
    (await Promise.all(ids.map((id) => parts(id, read)))).flat();

  /** Whether anything of a kind can be in both: a place is, or something belongs to each by itself or its wholes. */
  async function canMeet([one, other]: Pair, kind: Kind, read: ReadOptions): Promise<boolean> {
    const [here, there] = [await ofAll(one.ids, read), await ofAll(other.ids, read)];
    const others = new Set(there);
    if (here.some((id) => others.has(id))) return true;
    const ties = belongingOf(kind).join("|");
    const both = await had(`${kind} in ${one.ids.join()} and ${other.ids.join()}`, read, () =>
      idsOf(
        `// Whether anything of a kind belongs to each of two places.\nUNWIND $here AS site MATCH (:Entity {id: site})-[:${ties}]-(:Entity)<-[:PART_OF*0..3]-(n:${kind}) WITH DISTINCT n MATCH (n)-[:PART_OF*0..3]->(:Entity)-[:${ties}]-(m:Entity) WHERE m.id IN $there RETURN n.id AS id LIMIT 1`,
        { here, there },
        read,
      ),
    );
    return both.length > 0;
  }

  const inWords = async ({ ids }: Named, read: ReadOptions): Promise<string> =>
    (await called(store, ids, read)).join(" or ");

  async function apart(pair: Pair, read: ReadOptions): Promise<Error | undefined> {
    const [one, other] = pair;
    const { kind } = other.scope;
    if (kind === undefined || (await canMeet(pair, kind, read))) return undefined;
    const [here, there] = [await inWords(one, read), await inWords(other, read)];
    return new IndustryGraphError(
      "BAD_ARGUMENT",
      `${told(other)} is ${there} and ${told(one)} is ${here}: no place is in both, so that no ${kindOf(kind).title.en.toLowerCase()} is; leave one of them out, or ask for both with or.`,
    );
  }

  /** The places that entities are located in. */
  const sitesOf = (ids: readonly string[], read: ReadOptions): Promise<string[]> =>
    idsOf(
      "// Where something is located.\nUNWIND $ids AS asked MATCH (:Entity {id: asked})-[:LOCATED_IN]->(n:Entity) RETURN DISTINCT n.id AS id ORDER BY id",
      { ids: [...ids] },
      read,
    );

  /** The looked-up place whose list a value narrows by a place, as if the list's filter named it. */
  async function placeAbove(given: GivenAt, read: ReadOptions): Promise<Named[]> {
    const { reference } = given;
    const { parents, field } = reference;
    const [owner, ...others] = parents;
    const declared = field.args.find(({ name }) => name === "filter");
    const kind = declared && kindFiltered(getNamedType(declared.type).name);
    if (owner === undefined || others.length > 0 || kind === undefined) return [];
    const own = fieldMap.fields[owner]?.[field.name];
    const areSites = own?.is === "connection" && own.relation === "LOCATED_IN" && own.way === "out";
    if (!isListOf(own) && !areSites) return [];
    const found = (await foundAbove(store, given, read)).filter((id) => kindOfId(id) === owner);
    const ids = areSites ? await sitesOf(found, read) : found;
    const whole = areSites ? kindOf("Region").prefix : kindOf(owner).prefix;
    const spec = fieldMap.filters[`${kind}Filter`]?.[whole];
    const scope = { entity: "filter", kind, within: [], spec, isSite: false };
    return [{ reference: { ...reference, path: [reference.above?.field.name ?? ""] }, scope, ids }];
  }

  // The same for each run of a plan.
  const scopes = new WeakMap<Reference, Scope | "none">();
  function scopeIn({ reference, args }: GivenAt): Scope | undefined {
    const known = scopes.get(reference);
    if (known !== undefined) return known === "none" ? undefined : known;
    const scope = reference.code === undefined ? scopeOf(fieldMap.filters, reference, args) : undefined;
    scopes.set(reference, scope ?? "none");
    return scope;
  }

  function problemsAmong(all: readonly Named[], read: ReadOptions): Problems | Promise<Problems> {
    const looks = [
      ...pairsOf(all).map((pair) => ({ reference: pair[1].reference, look: () => apart(pair, read) })),
      ...figuresApart(all, read),
    ];
    return problemsOf(looks, ({ look }) => look());
  }

  /** Whether what a reference names may say where something is: by a place, or by what a figure is about. */
  const mayPlace = (given: GivenAt): boolean => {
    const scope = scopeIn(given);
    if (scope === undefined) return false;
    if (isTied(scope.kind)) return true;
    const { kinds } = given.reference;
    return kinds.length === 0 || kinds.some((kind) => kindOf(kind).isPlace === true);
  };

  return (all: readonly GivenAt[], read: ReadOptions): Problems | Promise<Problems> => {
    const given = all.filter(mayPlace);
    // One place says nothing against another, nor against what a figure is about.
    if (given.length < 2 && !given.some(({ above }) => above !== undefined)) return noProblems;
    const named = given.map((one): [GivenAt, Named | undefined] => {
      const { reference, args } = one;
      const ids = [valueAt(args, reference.path)].flat().map(String);
      const scope = scopeIn(one);
      const isNamed = scope !== undefined && ids.every((id) => kindOfId(id) !== undefined);
      return [one, isNamed ? { reference, scope, ids } : undefined];
    });
    // Of each list once, where its filter says where what it lists is.
    const narrowed = new Map<Reference["node"], GivenAt>();
    for (const [one, own] of named)
      if (one.above !== undefined && own !== undefined && placesIt(own))
        narrowed.set(one.reference.node, one);
    const own = named.flatMap(([, one]) => one ?? []);
    if (narrowed.size === 0) return problemsAmong(own, read);
    const above = Promise.all([...narrowed.values()].map((one) => placeAbove(one, read)));
    return above.then((places) => problemsAmong([...places.flat(), ...own], read));
  };
}
