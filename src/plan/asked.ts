// Plans the fields that a question file answers, at once or after a step in code.
import { connectionAt, kindNamed } from "./connection.ts";
import { conditionsAt } from "./filter.ts";
import type { AnswerPlan, Given, LaterSource } from "./nodes.ts";
import { orderAsked, orderOfQuestion, withTies } from "./order.ts";
import type { ConnectionPlan } from "./page-nodes.ts";
import { compositeOf, type Planning, type Site } from "./planning.ts";
import { answerAt, standingOf, useOf } from "./question.ts";
import type { FieldSpec } from "./spec.ts";

/**
 * A connection whose rows a question file gives: `node`, perhaps `edge`, and further columns for the edges. Where
 * there is no `node`, the columns together are the object of each row, and their order must tell any two apart.
 */
function connectionOf(planning: Planning, site: Site, name: string, given?: Given): ConnectionPlan {
  const use = useOf(planning, site, name, standingOf(given));
  const { columns, order } = use.question;
  const [node, edge] = [columns.has("node"), columns.has("edge")];
  const kind = kindNamed(compositeOf(site.field.type));
  const where = conditionsAt(planning, site, false);
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
  );
}

/** The answer of a question: a connection where the schema says so. */
export function questionAt(
  planning: Planning,
  site: Site,
  name: string,
  given?: Given,
): AnswerPlan | ConnectionPlan {
  const isConnection = compositeOf(site.field.type).name.endsWith("Connection");
  return isConnection ? connectionOf(planning, site, name, given) : answerAt(planning, site, name, given);
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
  const answer = questionAt(planning, site, question, given);
  return { is: "later", code: step, field: site.field, node: site.node, kind, given, answer };
}
