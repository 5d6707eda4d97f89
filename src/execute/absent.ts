// What a root field looks up and does not find is an error that says what is near, never a bare null: "nothing is
// known" and "there is no such thing" are two answers. `nodes` alone keeps a null in the place of each id, as clients
// that fetch objects again expect.

import type { GraphQLField, GraphQLSchema } from "graphql";
import { IndustryGraphError } from "../errors.ts";
import type { AskedName, Suggest } from "../names/resolve.ts";
import { kindOf, kindOfId } from "../ontology/model.ts";
import type { CodeSpec } from "../plan/codes.ts";
import type { FieldMap, FieldSpec } from "../plan/spec.ts";
import type { FieldPlan } from "../respond/plan.ts";
import type { Failure } from "../respond/standard.ts";
import { argumentsOf } from "../run/arguments.ts";
import type { Arguments, Run } from "../run/step.ts";
import type { GraphStore, ReadOptions, Row } from "../store/port.ts";
import type { Answered } from "./checks/answered.ts";
import { createEmpty } from "./checks/empty.ts";
import { unknownCode } from "./codes.ts";
import { unknownName } from "./unknown-name.ts";

/** The kinds that a root field looks one entity up of: none said is any; undefined where it looks up none. */
function kindsLookedUp(spec: FieldSpec | undefined): AskedName["kinds"] | undefined {
  if (spec?.is === "lookup") return [spec.kind];
  return spec?.is === "ask" && spec.question === "node" ? [] : undefined;
}

/** A root field that looks entities up. */
interface LookedUp {
  readonly field: FieldPlan;
  readonly kinds: AskedName["kinds"];
  readonly declared: GraphQLField<unknown, unknown>;
  /** Whether it answers a list, with a null in the place of each that is not there. */
  readonly several: boolean;
}

/** What a field has found; an error of its own is told when the answer is written. */
function foundBy(field: FieldPlan, row: Row, run: Run): unknown {
  try {
    return field.read(row, run) ?? null;
  } catch {
    return undefined;
  }
}

/** An id as text that names may be near to: without its prefix, its words apart. */
const wordsOf = (text: string): string => {
  const kind = kindOfId(text);
  return kind === undefined ? text : text.slice(kindOf(kind).prefix.length + 1).replaceAll(/[-_]/g, " ");
};

/**
 * Tells what a request asked for by name or id and is not there, or is there elsewhere alone.
 * @param kept the store with what it answers kept for as long as the same data answer
 */
export function createAbsent(
  store: Pick<GraphStore, "read">,
  kept: Pick<GraphStore, "read" | "search">,
  schema: GraphQLSchema,
  fieldMap: FieldMap,
  suggest: Suggest,
) {
  const query = schema.getQueryType();
  const empty = createEmpty(kept, schema, fieldMap, suggest);
  // The same for each run of a plan.
  const known = new WeakMap<readonly FieldPlan[], readonly LookedUp[]>();

  function lookedUp(fields: readonly FieldPlan[]): readonly LookedUp[] {
    const kept = known.get(fields);
    if (kept !== undefined) return kept;
    const found = fields.flatMap((field): LookedUp[] => {
      const spec = fieldMap.fields.Query?.[field.name];
      const several = spec?.is === "nodes";
      const kinds = several ? [] : kindsLookedUp(spec);
      const declared = query?.getFields()[field.name];
      return kinds === undefined || declared === undefined ? [] : [{ field, kinds, declared, several }];
    });
    known.set(fields, found);
    return found;
  }

  async function errorFor(kinds: AskedName["kinds"], args: Arguments, read: ReadOptions): Promise<unknown> {
    const given = Object.entries(args).filter(([, value]) => value !== null && value !== undefined);
    const [[argument, value] = ["id", ""], ...more] = given;
    const [kind = "entity"] = kinds;
    if (more.length > 0) {
      const all = given.map(([name, one]) => `${name} ${JSON.stringify(one)}`).join(" and ");
      return new IndustryGraphError("UNKNOWN_NAME", `No ${kind} has ${all}: give one of them.`, { near: [] });
    }
    const [known] = kinds;
    if (argument !== "id" && argument !== "name" && known !== undefined) {
      const spec: CodeSpec = { of: { is: "entity", kind: known }, property: argument, begins: false };
      return unknownCode(store, String(value), spec, read, false);
    }
    const text = String(value);
    const own = kindOfId(text);
    const words = { text: wordsOf(text), kinds: kinds.length === 0 && own !== undefined ? [own] : kinds };
    return unknownName(store, words, suggest, read, { text, kinds });
  }

  const argumentsAt = (
    { field, declared }: LookedUp,
    variables: Readonly<Record<string, unknown>>,
  ): Arguments => {
    const [node] = field.nodes;
    return node === undefined ? {} : argumentsOf(declared, node, variables);
  };

  /** The ids that were looked up and are not there: nearly always none, and then nothing has been asked. */
  function ids({ fields, row, run, variables }: Answered): string[] {
    return lookedUp(fields).flatMap((looked) => {
      const value = foundBy(looked.field, row, run);
      if (value === null) return looked.several ? [] : [argumentsAt(looked, variables).id ?? []].flat();
      if (!looked.several || !Array.isArray(value) || !value.includes(null)) return [];
      const given = argumentsAt(looked, variables).ids as readonly string[];
      return given.filter((_, index) => value[index] === null);
    }) as string[];
  }

  /**
   * The errors of root fields that look one entity up, or find nothing that is known elsewhere, by response name; undefined
   * where all have found something.
   */
  function errors(
    answered: Answered,
    read: ReadOptions,
  ): Promise<readonly (readonly [string, Failure])[]> | undefined {
    const { fields, row, run, variables } = answered;
    const failures = lookedUp(fields).filter(
      ({ field, several }) => !several && foundBy(field, row, run) === null,
    );
    const nothing = empty(answered, read);
    if (failures.length === 0) return nothing;
    const found = Promise.all(
      failures.map(async (looked) => {
        const { key, nodes } = looked.field;
        const error = await errorFor(looked.kinds, argumentsAt(looked, variables), read);
        return [key, { error, nodes }] as const;
      }),
    );
    return Promise.all([found, nothing ?? []]).then((all) => all.flat());
  }

  return { ids, errors };
}
