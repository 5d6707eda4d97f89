// Composes what a question returns beside its nodes: values, entities, maps and lists of them, as fields of the
// object type that the schema gives them. A key of a map is a field; a list of citations becomes Citation objects.
import {
  type GraphQLCompositeType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from "graphql";
import { composeAsk, placeOf } from "./ask.ts";
import { type Compiling, call, entry, type Frame, newFrame, projection } from "./frame.ts";
import { inLanguageAsked } from "./language.ts";
import { isElement, namedField, objectNamed, plansOf } from "./object.ts";
import type { FieldPlan, ObjectPlan } from "./plan.ts";
import { subselections } from "./select.ts";

/** An expression over variables of the frame, and those variables. */
interface Value {
  readonly expression: string;
  /** The variable it hangs on: a CALL imports it. */
  readonly variable: string;
}

/** Composes the items of a list, or the one value, into a projection of its own and gives its key. */
function composeInner(
  compiling: Compiling,
  frame: Frame,
  { expression, variable }: Value,
  base: Omit<FieldPlan, "read">,
  compose: (inner: Frame, variable: string) => ObjectPlan,
): Pick<FieldPlan, "read" | "object"> {
  const number = compiling.next();
  const item = `n${number}`;
  const inner = newFrame();
  const object = compose(inner, item);
  const bound = [item, `i${number}`, ...inner.columns].join(", ");
  const lines = isListType(getNullableType(base.type))
    ? [
        `UNWIND range(0, size(${expression}) - 1) AS i${number}`,
        `WITH i${number}, ${expression}[i${number}] AS ${item}`,
        ...inner.calls,
        `WITH ${bound} ORDER BY i${number}`,
        `RETURN collect(${projection(inner)}) AS f${number}`,
      ]
    : [
        `WITH ${expression} AS ${item}`,
        `WHERE ${item} IS NOT NULL`,
        ...inner.calls,
        `RETURN head(collect(${projection(inner)})) AS f${number}`,
      ];
  frame.calls.push(call(variable, lines));
  frame.columns.push(`f${number}`);
  const key = entry(frame, `f${number}`);
  return { object, read: (row) => row[key] };
}

function composeCitations(
  compiling: Compiling,
  frame: Frame,
  { expression, variable }: Value,
  base: Omit<FieldPlan, "read">,
  path: readonly string[],
): Pick<FieldPlan, "read" | "object"> {
  const number = compiling.next();
  const holder = `s${number}`;
  frame.calls.push(call(variable, [`RETURN {sources: coalesce(${expression}, [])} AS ${holder}`]));
  frame.columns.push(holder);
  const field = {
    ...namedField(objectNamed(compiling.schema.getType("Relation") as never), "sources"),
    type: base.type,
  };
  return composeAsk(compiling, frame, holder, "sources", placeOf(compiling, field, base.nodes, path), "");
}

/**
 * Composes one value as a field.
 * @param value where it is: a column's variable, or a key of a map
 */
export function composeValue(
  compiling: Compiling,
  frame: Frame,
  value: Value,
  base: Omit<FieldPlan, "read">,
  path: readonly string[],
): FieldPlan {
  const type = getNamedType(base.type);
  if (!isCompositeType(type)) {
    const key = entry(frame, value.expression);
    return { ...base, read: (row) => row[key] };
  }
  if (type.name === "Citation") return { ...base, ...composeCitations(compiling, frame, value, base, path) };
  if (isElement(type) || !isObjectType(type)) {
    const sets = subselections(base.nodes);
    if (value.expression === value.variable && !isListType(getNullableType(base.type))) {
      const object = compiling.compose(frame, value.variable, type as GraphQLCompositeType, sets, path);
      const present = entry(frame, `${value.variable} IS NOT NULL`);
      return { ...base, object, read: (row) => (row[present] === true ? row : null) };
    }
    const composed = composeInner(compiling, frame, value, base, (inner, item) =>
      compiling.compose(inner, item, type as GraphQLCompositeType, sets, path),
    );
    return { ...base, ...composed };
  }
  const composed = composeInner(compiling, frame, value, base, (inner, item) =>
    plansOf(compiling, type, base.nodes, (name, field) =>
      composeValue(
        compiling,
        inner,
        {
          expression: inLanguageAsked(compiling, namedField(type, name), field.nodes, `${item}.${name}`),
          variable: item,
        },
        field,
        [...path, field.key],
      ),
    ),
  );
  return { ...base, ...composed };
}

/** Composes the columns of a question as the fields of an object type, one row an object. */
export function composeColumns(
  compiling: Compiling,
  frame: Frame,
  type: GraphQLCompositeType,
  columns: ReadonlyMap<string, { readonly variable: string }>,
  nodes: FieldPlan["nodes"],
  path: readonly string[],
): ObjectPlan {
  return plansOf(compiling, objectNamed(type), nodes, (name, field) => {
    const variable = columns.get(name)?.variable;
    if (variable === undefined) throw new Error(`${type.name}.${name} is not a column of its question`);
    return composeValue(compiling, frame, { expression: variable, variable }, field, [...path, field.key]);
  });
}
