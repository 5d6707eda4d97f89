// Composes the edges of a connection: cursor, node, the relation's own properties, what its question adds.
import { type GraphQLCompositeType, getNamedType } from "graphql";
import { composeAsk, placeOf } from "./ask.ts";
import { composeValue } from "./columns.ts";
import { type Compiling, entry, type Frame } from "./frame.ts";
import { inLanguageAsked } from "./language.ts";
import { namedField, objectNamed, plansOf } from "./object.ts";
import { composeItem, cursorOf, type Page, type Rows } from "./page.ts";
import type { FieldPlan, ObjectPlan } from "./plan.ts";
import { subselections } from "./select.ts";

/** Composes the edges of a page. */
export function composeEdges(
  compiling: Compiling,
  inner: Frame,
  rows: Rows,
  base: Omit<FieldPlan, "read">,
  page: Page,
  path: readonly string[],
  needDetails: () => void,
): ObjectPlan {
  const type = objectNamed(base.type);
  return plansOf(compiling, type, base.nodes, (name, field) => {
    if (name === "cursor") {
      page.needCursor();
      return { ...field, read: (row) => cursorOf(row, page) };
    }
    const deeper = [...path, field.key];
    if (name === "node")
      return { ...field, object: composeItem(compiling, inner, rows, field, deeper), read: (row) => row };
    const detail = rows.details?.extras.get(name);
    if (detail !== undefined) needDetails();
    const extra = detail ?? rows.extras.get(name);
    if (extra !== undefined)
      return composeValue(
        compiling,
        inner,
        { expression: rows.told?.get(name) ?? extra, variable: extra },
        field,
        deeper,
      );
    if (name === "relation") {
      const variable = rows.edge;
      if (variable === undefined) return { ...field, read: () => null };
      const elementType = getNamedType(field.type) as GraphQLCompositeType;
      const object = compiling.compose(inner, variable, elementType, subselections(field.nodes), deeper);
      return { ...field, object, read: (row) => row };
    }
    if (rows.edge === undefined) return { ...field, read: () => (name === "sources" ? [] : null) };
    if (name === "sources") {
      const place = placeOf(compiling, namedField(type, name), field.nodes, deeper);
      return { ...field, ...composeAsk(compiling, inner, rows.edge, "sources", place, "") };
    }
    const text = inLanguageAsked(compiling, namedField(type, name), field.nodes, `${rows.edge}.${name}`);
    const key = entry(inner, text);
    return { ...field, read: (row) => row[key] };
  });
}
