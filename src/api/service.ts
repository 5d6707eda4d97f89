// Puts the parts of the API together around a store.
import type { GraphQLSchema } from "graphql";
import { type Cache, createCache } from "../cache/cache.ts";
import { createSteps } from "../eligibility/steps.ts";
import { createAbsent } from "../execute/absent.ts";
import { createExecutor, type Executor } from "../execute/execute.ts";
import { createReferences } from "../execute/references.ts";
import { readDataset } from "../load/dataset.ts";
import { createVersions, type Versions } from "../load/versions.ts";
import { type AskedName, type ResolvedName, resolveNames } from "../names/resolve.ts";
import { searchEntities } from "../names/search.ts";
import { suggestNames } from "../names/suggest.ts";
import { type Kind, kindNames } from "../ontology/model.ts";
import { readQuestions } from "../questions/read.ts";
import { createKeep } from "../run/keep.ts";
import { createLooked } from "../run/looked.ts";
import { createRunner, type Version } from "../run/run.ts";
import type { Code } from "../run/step.ts";
import { batching } from "../store/batching.ts";
import type { GraphStore, Json, ReadOptions } from "../store/port.ts";
import { fieldMapOf } from "./field-map.ts";
import { buildSchema } from "./schema.ts";

/** The step before a search's statement: what the text may mean, ranked by how it matches. */
export function searchStep(store: GraphStore): Code {
  return async ({ args, read }) => {
    const kinds = (args.kinds ?? undefined) as readonly Kind[] | undefined;
    const place = args.within ?? undefined;
    const search = {
      ...{ text: String(args.text), kinds, first: Number(args.first ?? 10) },
      ...(place === undefined ? {} : { within: String(place) }),
      direct: args.direct === true,
    };
    return (await searchEntities(store, search, read)) as unknown as Json[];
  };
}

/**
 * The steps before the statement of fields that look one entity up, one a kind: what their `name` stands for. Those
 * of one request are asked together.
 */
export function nameSteps(store: GraphStore): Record<string, Code> {
  const waiting = new Map<ReadOptions, { asked: AskedName[]; answers: Promise<ResolvedName[]> }>();
  const ask = async (asked: AskedName, options: ReadOptions): Promise<ResolvedName | undefined> => {
    const known = waiting.get(options);
    const together = known ?? { asked: [], answers: Promise.resolve([]) };
    const place = together.asked.push(asked) - 1;
    if (known === undefined) {
      waiting.set(options, together);
      together.answers = Promise.resolve().then(() => {
        waiting.delete(options);
        return resolveNames(store, together.asked, options);
      });
    }
    return (await together.answers)[place];
  };
  const stepOf =
    (kind: Kind): Code =>
    async ({ args, read }) => {
      const resolved = await ask({ text: String(args.name), kinds: [kind] }, read);
      if (resolved?.is === "one") return [{ id: resolved.id }];
      return resolved?.is === "several" ? resolved.candidates.map(({ id }) => ({ id })) : [];
    };
  return Object.fromEntries(kindNames.map((kind) => [`name ${kind}`, stepOf(kind)]));
}

export interface Service {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  /** Which data answer. */
  readonly versions: Versions;
}

export interface ServiceOptions {
  /** Waits or throws where the store is not to be asked yet. */
  readonly admit?: () => Promise<void> | undefined;
  /** Keeps plans, answers and what eligibility has found out. */
  readonly cache?: Cache;
  /** How much a list of a whole kind may look at; anything where it is left out. */
  readonly mostLooked?: number;
}

/** Which data answer, of a store that others may write to: asked once for all that one request reads. */
function askedOnce(store: GraphStore): Version {
  const asked = new WeakMap<ReadOptions, Promise<string | undefined>>();
  const ask: Version = async (options) => {
    const dataset = await readDataset(store, options);
    return dataset?.state === "READY" ? dataset.version : undefined;
  };
  return (options) => {
    const known = asked.get(options) ?? ask(options);
    asked.set(options, known);
    return known;
  };
}

/** The schema and the executor of the API over a store. */
export function createService(store: GraphStore, options: ServiceOptions = {}): Service {
  const { admit, cache = createCache(64), mostLooked } = options;
  const schema = buildSchema();
  const versions = createVersions(store);
  const recent: Version = async () => {
    const { version: told, whole } = await versions.recent();
    return whole ? (told ?? undefined) : undefined;
  };
  const version = store.writes === undefined ? askedOnce(store) : recent;
  const keep = createKeep(store, cache);
  const run = createRunner({
    store: batching(store),
    codes: { search: searchStep(store), ...nameSteps(store), ...createSteps(store, cache) },
    keep,
    version,
  });
  // Why something is empty is the same for all who ask, until other data answer.
  const readKept: GraphStore["read"] = async (statement, parameters = {}, read = {}) => [
    ...(await keep(await recent(read), statement, parameters, read)),
  ];
  const fieldMap = fieldMapOf(schema);
  const suggest = suggestNames(store);
  const executor = createExecutor({
    schema,
    fieldMap,
    questions: readQuestions(undefined, store.engine),
    store,
    run,
    references: createReferences(store, suggest, recent, fieldMap),
    looked: mostLooked === undefined ? undefined : createLooked({ store, keep, version, most: mostLooked }),
    absent: createAbsent(store, { read: readKept, search: store.search }, schema, fieldMap, suggest),
    cache,
    admit,
    datasetVersion: async () => (await readDataset(store))?.version ?? null,
  });
  return { schema, executor, versions };
}
