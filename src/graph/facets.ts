// Composes the facets of a list of enterprises: how many there are by what each counts under. A facet whose question
// has two paragraphs leads to what an enterprise is in by `direct`, and from there up to `node`: its enterprises are
// gathered by `direct` in between, since climbing once from each whole is less than climbing from every enterprise.
import { firstOf, placeOf, placeQuestion } from "./ask.ts";
import { bind, type Compiling, call, entry, type Frame, questionOf } from "./frame.ts";
import { namedField, objectNamed, plansOf } from "./object.ts";
import { clausesAgain, type Rows } from "./page.ts";
import type { Aside, FieldPlan, ObjectPlan } from "./plan.ts";

/** A statement of its own of clauses that need nothing around them. */
function asideOf(mark: string, clauses: readonly string[]): Aside {
  const statement = clauses.filter((line) => line !== "").join("\n");
  const parameters = new Set([...statement.matchAll(/\$(\w+)/g)].map(([, name]) => name ?? ""));
  return { mark, statement, parameters: [...parameters] };
}

/** Composes `facets`: for each that is selected a CALL, or a statement aside where they are those of a whole list. */
export function composeFacets(
  compiling: Compiling,
  frame: Frame,
  variable: string | undefined,
  rows: Rows,
  base: Omit<FieldPlan, "read">,
  path: readonly string[],
): ObjectPlan {
  const type = objectNamed(base.type);
  return plansOf(compiling, type, base.nodes, (name, field) => {
    const question = questionOf(compiling, compiling.fieldMap.facets[name] ?? `no facet ${name}`);
    const place = placeOf(compiling, namedField(type, name), field.nodes, [...path, field.key]);
    const number = compiling.next();
    const under = `n${number}`;
    const direct = `d${number}`;
    const placed = placeQuestion(compiling, place, question, rows.node, { node: under, direct });
    const gathered = `g${number}`;
    const [below, above] = placed.parts;
    const climbed =
      above === undefined
        ? [placed.body]
        : [
            `${below}\nWITH ${direct}, collect(DISTINCT ${rows.node}) AS ${gathered}`,
            above,
            `UNWIND ${gathered} AS ${rows.node}`,
          ];
    const limit = bind(compiling, place, (args) => firstOf(place, args));
    const mark = `f${number}`;
    const clauses = [
      ...clausesAgain(rows, variable, number),
      `WITH DISTINCT ${rows.node}`,
      ...climbed,
      `WITH ${under}, count(DISTINCT ${rows.node}) AS count${number}`,
      `ORDER BY count${number} DESC, ${under}.id LIMIT $${limit}`,
      `RETURN collect({key: ${under}.id, name: ${under}.name, count: count${number}}) AS ${mark}`,
    ];
    const facet = objectNamed(field.type);
    const object = plansOf(compiling, facet, field.nodes, (column, plan) => ({
      ...plan,
      read: (row) => row[column],
    }));
    if (variable === undefined) {
      compiling.asides.push(asideOf(mark, clauses));
      return { ...field, object, read: (_, run) => run.asides?.get(mark) };
    }
    frame.calls.push(call(variable, clauses));
    frame.columns.push(mark);
    const key = entry(frame, mark);
    return { ...field, object, read: (row) => row[key] };
  });
}
