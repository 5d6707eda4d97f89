// Plans the root fields: one entity, a list of a kind, entities by id, the answer of a question.
import { type GraphQLObjectType, getNamedType } from "graphql";
import { IndustryGraphError } from "../errors.ts";
import { asKept } from "../ontology/codes.ts";
import { type Kind, kindNames, kindOf } from "../ontology/model.ts";
import type { Json } from "../store/port.ts";
import { nameKey } from "../text/normalise.ts";
import { relationsAt } from "./along.ts";
import { asOfAt } from "./as-of.ts";
import { questionAt } from "./asked.ts";
import { calculationAt } from "./calculation.ts";
import { connectionAt } from "./connection.ts";
import { farKindsAt } from "./far-kinds.ts";
import { conditionsAt } from "./filter.ts";
import type { ConnectionPlan, LookupSource, RootSource } from "./nodes.ts";
import { byName, orderAsked, withTies } from "./order.ts";
import type { Asked } from "./plan-field.ts";
import { bind, compositeOf, fieldsOf, objectNamed, type Planning, type Site, siteOf } from "./planning.ts";
import { answerAt } from "./question.ts";
import { refuseUnreachable } from "./reaching.ts";
import { subselections } from "./select.ts";

function namedKey(name: unknown): string {
  const key = nameKey(String(name));
  if (key === "")
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      "name holds no letter or digit: give a name, an alias or an id.",
    );
  return key;
}

/** What a name stands for is found before the statement. */
function namedAt(planning: Planning, site: Site, kind: Kind): LookupSource["named"] {
  // Only to refuse what can be no name.
  bind(planning, site, (args) => namedKey(args.name));
  return { code: { code: `name ${kind}`, field: site.field, node: site.node }, hits: `p${planning.next()}` };
}

function lookupAt(planning: Planning, site: Site, kind: Kind): LookupSource {
  const { properties } = kindOf(kind);
  const unique = Object.entries(properties).filter(([, property]) => property.unique === true);
  const given = ["id", ...unique.map(([name]) => name)].filter((name) => site.args[name] != null);
  const byNames = site.args.name != null;
  if (given.length === 0 && !byNames) {
    const declared = site.field.args.map((argument) => argument.name);
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${site.field.name} needs one of its arguments: ${declared.join(", ")}.`,
    );
  }
  const named = byNames ? namedAt(planning, site, kind) : undefined;
  const alone = planning.isLookup && given.length === 1 && !byNames;
  const values = given.map((property) => ({
    property,
    value: bind(planning, site, (args) => asKept(property, args[property] ?? null) as Json),
  }));
  const object = planning.element(compositeOf(site.field.type), subselections(site.nodes), site.path);
  return { is: "lookup", kind, values, alone, named, object };
}

/** The fields of a field's filter that lead from something named to the entities. */
function narrowingAt({ fieldMap }: Planning, { field }: Site): string[] {
  const declared = field.args.find((argument) => argument.name === "filter");
  const specs = declared === undefined ? undefined : fieldMap.filters[getNamedType(declared.type).name];
  const leading = ["reach", "related", "question"];
  return Object.entries(specs ?? {}).flatMap(([name, { is }]) => (leading.includes(is) ? [name] : []));
}

function listAt(planning: Planning, site: Site, kind: Kind): ConnectionPlan {
  const asOf = asOfAt(planning, site);
  const where = conditionsAt(planning, site, asOf !== undefined);
  const order = withTies(orderAsked(site) ?? byName, { node: true, edge: false });
  const narrowing = narrowingAt(planning, site);
  return connectionAt(planning, site, { is: "list", kind, where, narrowing, asOf }, order, "node");
}

/** Search is the one field whose rows begin outside the statement: hits first, then one statement over them. */
function searchAt(planning: Planning, site: Site, name: string): RootSource {
  const hits = `p${planning.next()}`;
  const answer = answerAt(planning, site, name, undefined, { hits });
  return { is: "search", code: { code: "search", field: site.field, node: site.node }, hits, answer };
}

/** @throws IndustryGraphError where none of the sets of arguments is given whole */
function checkNeeds({ field, args }: Site, needs: readonly (readonly string[])[] = []): void {
  const isGiven = (name: string): boolean => args[name] !== null && args[name] !== undefined;
  if (needs.length === 0 || needs.some((names) => names.every(isGiven))) return;
  const ways = needs.map((names) => names.join(" with ")).join(", or ");
  throw new IndustryGraphError("BAD_ARGUMENT", `${field.name} needs ${ways}.`);
}

/** Plans one root field. @throws IndustryGraphError where its arguments are wrong. */
export function rootSource(
  planning: Planning,
  type: GraphQLObjectType,
  asked: Asked,
  above: readonly string[] = [],
): RootSource {
  const field = type.getFields()[asked.name];
  if (field === undefined) return { is: "typename" };
  const site = siteOf(planning, field, asked.nodes, [...above, asked.key]);
  const spec = planning.fieldMap.fields[type.name]?.[asked.name];
  if (spec === undefined) throw new Error(`${type.name}.${asked.name} is not in the field map`);
  if (spec.is === "group") {
    const grouped = objectNamed(field.type);
    const fields = fieldsOf(planning, grouped, asked.nodes, (own) =>
      rootSource(planning, grouped, own, site.path),
    );
    return { is: "group", type: grouped.name, fields };
  }
  const looksUp =
    spec.is === "lookup" || spec.is === "nodes" || (spec.is === "ask" && spec.question === "node");
  if (looksUp) planning.lookups.set(asked.key, site);
  if (spec.is === "lookup") return lookupAt(planning, site, spec.kind);
  if (spec.is === "list") return listAt(planning, site, spec.kind);
  if (spec.is === "nodes") {
    planning.lookedUp.set(asked.key, { site, argument: "ids" });
    const ids = bind(planning, site, (args) => args.ids as Json);
    return {
      is: "nodes",
      ids,
      object: planning.element(compositeOf(field.type), subselections(site.nodes), site.path),
    };
  }
  if (spec.is === "relations") return relationsAt(planning, site);
  if (spec.is === "calculation") return calculationAt(planning, site, spec.question, spec.operation);
  if (spec.is !== "ask") throw new Error(`${type.name}.${asked.name}: a ${spec.is} needs a parent`);
  checkNeeds(site, spec.needs);
  if (spec.question === "node") planning.lookedUp.set(asked.key, { site, argument: "id" });
  if (spec.reaching !== undefined) refuseUnreachable(planning, site, spec.reaching);
  const far = () => farKindsAt(site, spec, kindNames);
  return spec.prepare === "search"
    ? searchAt(planning, site, spec.question)
    : questionAt(planning, site, spec.question, { far });
}
