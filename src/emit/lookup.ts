// Emits one entity, found by values that are unique or by name, and entities by their ids.
import { cy, name, propertyOf } from "../cypher/template.ts";
import {
  type Clause,
  call,
  expression,
  give,
  item,
  match,
  parameter,
  pass,
  unwind,
  type Variable,
  variable,
} from "../cypher/tree.ts";
import { IndustryGraphError } from "../errors.ts";
import type { LookupSource, RootSource } from "../plan/nodes.ts";
import type { Read } from "../respond/plan.ts";
import type { Row } from "../store/port.ts";
import {
  codeBefore,
  type Emitted,
  type Emitting,
  entry,
  type Frame,
  newFrame,
  projection,
  readKey,
} from "./emitting.ts";
import { lookAround } from "./look.ts";

/** The entities that a step in code has found for a name. */
function ofHits(hits: string, kind: string, node: Variable): Clause[] {
  const hit = variable("hit");
  return [unwind(parameter(hits), hit), match(cy`(${node}:${name(kind)} {id: ${hit}.id})`)];
}

/** @throws IndustryGraphError where a name stands for several entities */
function checkNamed(found: readonly { id: string; name: string }[]): void {
  if (found.length < 2) return;
  const list = found.map((one) => `${one.id} (${one.name})`).join(", ");
  throw new IndustryGraphError(
    "AMBIGUOUS_NAME",
    `The name stands for ${found.length} entities: ${list}. Ask for one by id.`,
    { candidates: found },
  );
}

const readNamed =
  (key: string, candidates: string): Read =>
  (row) => {
    checkNamed(row[candidates] as { id: string; name: string }[]);
    return row[key];
  };

/** Reads entities in the order in which their ids are asked for. */
const readAsked =
  (key: string, id: string, ids: string): Read =>
  (row, run) => {
    const known = new Map((row[key] as Row[]).map((one) => [one[id], one]));
    return (run.parameters[ids] as string[]).map((asked) => known.get(asked) ?? null);
  };

/** Emits a lookup. */
export function emitLookup(emitting: Emitting, frame: Frame, plan: LookupSource): Emitted {
  const { kind, values, alone, named } = plan;
  const [node, found, several] = [variable("n"), variable("f"), variable("c")];
  if (alone) emitting.one = values[0]?.value;
  if (named !== undefined) emitting.steps.push(codeBefore(emitting, named.hits, named.code));
  const bound = (): Clause[] => [
    ...(named === undefined ? [] : ofHits(named.hits, kind, node)),
    ...values.map(({ property, value }) =>
      match(cy`(${node}:${name(kind)} {${name(property)}: ${parameter(value)}})`),
    ),
  ];
  const first = (most: number): Clause =>
    pass([node], {
      order: [{ value: propertyOf(node, "id"), descending: false }],
      limit: expression([String(most)]),
    });
  const inner = newFrame();
  const lists = [...plan.object.rest, ...[...plan.object.byType.values()].flat()];
  for (const { asked, source } of lists) {
    if (source.is !== "connection") continue;
    const field = { root: emitting.root, field: asked.name };
    const look = lookAround(source, field, node, bound(), named !== undefined);
    if (look !== undefined) emitting.looks.push(look);
  }
  const object = emitting.element(inner, node, plan.object);
  frame.calls.push(
    call(
      [],
      ...bound(),
      // An id, and whatever else is unique, finds no two.
      ...(named === undefined ? [] : [first(1)]),
      ...inner.calls,
      give([item(cy`head(collect(${projection(inner)}))`, found)]),
    ),
  );
  frame.columns.push(found);
  const key = entry(frame, found);
  if (named === undefined) return { object, read: readKey(key).read };
  const candidate = cy`{id: ${node}.id, name: ${node}.name}`;
  frame.calls.push(call([], ...bound(), first(10), give([item(cy`collect(${candidate})`, several)])));
  frame.columns.push(several);
  const candidates = entry(frame, several);
  return { object, read: readNamed(key, candidates) };
}

/** Emits entities by id, in the order asked; null for an id that there is not. */
export function emitNodes(
  emitting: Emitting,
  frame: Frame,
  { ids, object: plan }: Extract<RootSource, { is: "nodes" }>,
): Emitted {
  const [node, id, found] = [variable("n"), variable("id"), variable("f")];
  const inner = newFrame();
  const object = emitting.element(inner, node, plan);
  const own = entry(inner, propertyOf(node, "id"));
  frame.calls.push(
    call(
      [],
      unwind(parameter(ids), id),
      pass([id], { distinct: true }),
      match(cy`(${node}:Entity {id: ${id}})`),
      ...inner.calls,
      give([item(cy`collect(${projection(inner)})`, found)]),
    ),
  );
  frame.columns.push(found);
  const key = entry(frame, found);
  return { object, read: readAsked(key, own, ids) };
}
