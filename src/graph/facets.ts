// Composes the facets of a list of enterprises: how many there are by what each counts under. A facet whose question
// has two paragraphs leads to what an enterprise is in by `direct`, and from there up to `node`: its enterprises are
// gathered by `direct` in between, since climbing once from each whole is less than climbing from every enterprise.
import { firstOf, placeOf, placeQuestion } from "./ask.ts";
import { bind, type Compiling, call, entry, type Frame, parametersIn, questionOf } from "./frame.ts";
import { namedField, objectNamed, plansOf } from "./object.ts";
import { clausesAgain, type Rows } from "./page.ts";
import type { FieldPlan, ObjectPlan } from "./plan.ts";

/** Composes `facets`: for each that is selected a CALL, or a step of its own where they are those of a whole list. */
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
      // The same for all pages of the list: a statement of its own, whose answer may be kept.
      const statement = clauses.filter((line) => line !== "").join("\n");
      const parameters = parametersIn(statement);
      compiling.steps.push({ id: mark, kind: "statement", needs: [], statement, parameters, keep: true });
      return { ...field, object, read: (_, run) => run.rows.get(mark)?.[0]?.[mark] };
    }
    frame.calls.push(call(variable, clauses));
    frame.columns.push(mark);
    const key = entry(frame, mark);
    return { ...field, object, read: (row) => row[key] };
  });
}
