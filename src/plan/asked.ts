// Plans the fields that a question file answers, at once or after a step in code.

import { type Kind, kindNames } from "../ontology/model.ts";
import { connectionAt, kindNamed } from "./connection.ts";
import { type FarKinds, refuseOtherKinds } from "./far-kinds.ts";
import { conditionsAt } from "./filter.ts";
import type { AnswerPlan, ConnectionPlan, LaterSource } from "./nodes.ts";
import { orderAsked, orderOfQuestion, withTies } from "./order.ts";
import type { Given } from "./plan-field.ts";
import { compositeOf, type Planning, type Site, whenLookedUp } from "./planning.ts";
import { answerAt, standingOf, useOf } from "./question.ts";
import type { FieldSpec } from "./spec.ts";

/** What of a question's rows is known beside it. */
interface Beside {
  /** What a step in code finds. */
  readonly given?: Given | undefined;
  /** The kinds that rows of any kind can be of, seen from entities of some kinds where these are known. */
  readonly far?: (own?: readonly Kind[]) => FarKinds | undefined;
}

const anyKind: FarKinds = { kinds: kindNames, relations: "the list" };

/**
 * A connection whose rows a question file gives: `node`, perhaps `edge`, and further columns for the edges. Where
 * there is no `node`, the columns together are the object of each row, and their order must tell any two apart.
 */
function connectionOf(planning: Planning, site: Site, name: string, { given, far }: Beside): ConnectionPlan {
  const use = useOf(planning, site, name, standingOf(given));
  const { columns, order } = use.question;
  const [node, edge] = [columns.has("node"), columns.has("edge")];
  const kind = kindNamed(compositeOf(site.field.type));
  const where = conditionsAt(planning, site, false);
  const refuse = (own?: readonly Kind[]): readonly Kind[] =>
    refuseOtherKinds("filter", where, far?.(own) ?? anyKind);
  const kinds = kind === "Entity" ? refuse() : undefined;
  if (kind === "Entity" && far !== undefined) whenLookedUp(planning, site, refuse);
  const asked = orderAsked(site);
  const keys =
    asked === undefined
      ? withTies(orderOfQuestion(order), { node, edge })
      : withTies(asked, { node: true, edge });
  return connectionAt(
    planning,
    site,
    { is: "question", use, kind, where, given },
    keys,
    node ? "node" : "columns",
    kinds,
  );
}

/** The answer of a question: a connection where the schema says so. */
export function questionAt(
  planning: Planning,
  site: Site,
  name: string,
  beside: Beside = {},
): AnswerPlan | ConnectionPlan {
  // Refused also where the rows are no entities.
  beside.far?.();
  const isConnection = compositeOf(site.field.type).name.endsWith("Connection");
  return isConnection
    ? connectionOf(planning, site, name, beside)
    : answerAt(planning, site, name, beside.given);
}

/** The answer of a question about what a step in code finds, once the parents are known. */
export function laterAt(
  planning: Planning,
  site: Site,
  kind: string,
  { question, step }: Extract<FieldSpec, { is: "deferred" }>,
): LaterSource {
  const number = planning.next();
  const given = { rows: `p${number}`, after: `a${number}`, before: `b${number}` };
  const answer = questionAt(planning, site, question, { given });
  return { is: "later", code: step, field: site.field, node: site.node, kind, given, answer };
}
