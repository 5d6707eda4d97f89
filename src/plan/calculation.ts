// Plans a field whose answer is reckoned in code from what one question gives: `facts`, plain values, and `inputs`, the
// entities they tell of, in the same order.
import { asking, type Operation } from "../calculate/calculate.ts";
import type { Json } from "../store/port.ts";
import { inLanguageAsked } from "./language.ts";
import type { CalculationSource } from "./nodes.ts";
import { daysMeant } from "./period.ts";
import { bind, fieldsOf, objectNamed, type Planning, type Site } from "./planning.ts";
import { columnOf, useOf } from "./question.ts";

/** Plans a calculation. */
export function calculationAt(
  planning: Planning,
  site: Site,
  question: string,
  operation: Operation,
): CalculationSource {
  const asked = bind(
    planning,
    site,
    (args) => asking(operation, args, (period) => daysMeant("period", period)) as unknown as Json,
  );
  const use = useOf(planning, site, question, { asked });
  const type = objectNamed(site.field.type);
  const fields = fieldsOf(planning, type, site.nodes, (own, field) => ({
    ...columnOf(planning, own, [...site.path, own.key]),
    keys: inLanguageAsked(planning, field, own.nodes, own.name),
  }));
  const acrossStatus = site.args.acrossStatus === true;
  return { is: "calculation", use, operation, asked, acrossStatus, type: type.name, fields };
}
