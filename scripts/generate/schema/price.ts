// Publishes how the price of a question is reckoned: @cost and @listSize at the fields of schema.graphql.
import {
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  parse,
  printType,
  visit,
} from "graphql";
import { isConnection, isCounted, listSizeOf, ownWeight } from "../../../src/http/price.ts";
import { eachOf } from "../../../src/http/weights.ts";

/** The directives that tell the price of each field of a type, by its name. */
function pricesOf(type: GraphQLNamedType): ReadonlyMap<string, string> {
  const prices = new Map<string, string>();
  if (!isObjectType(type) && !isInterfaceType(type)) return prices;
  for (const field of Object.values(type.getFields())) {
    if (!isCompositeType(getNamedType(field.type))) continue;
    const weight = ownWeight(type.name, field);
    const size = isCounted(field) ? listSizeOf(field) : undefined;
    const sized = isConnection(field) ? `, sizedFields: ["nodes", "edges"]` : "";
    const each = eachOf(type.name, field.name);
    const eachSaid = each === 1 ? "" : `, each: "${each}"`;
    const found = [
      ...(weight === 0 ? [] : [`@cost(weight: "${weight}"${eachSaid})`]),
      ...(size === undefined
        ? []
        : [
            `@listSize(slicingArguments: ${JSON.stringify(size.by)}, assumedSize: ${size.assumed}${sized}, requireOneSlicingArgument: false)`,
          ]),
    ];
    if (found.length > 0) prices.set(field.name, found.join(" "));
  }
  return prices;
}

/** A type as SDL, laid out as graphql prints it, with the prices of its fields behind them. */
export function withPrices(type: GraphQLNamedType): string {
  const text = printType(type);
  const prices = pricesOf(type);
  let priced = "";
  let done = 0;
  visit(parse(text), {
    FieldDefinition({ name, loc }) {
      const price = prices.get(name.value);
      if (price === undefined || loc === undefined) return;
      priced += `${text.slice(done, loc.end)} ${price}`;
      done = loc.end;
    },
  });
  return priced + text.slice(done);
}
