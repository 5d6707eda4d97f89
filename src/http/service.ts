// Puts the parts of the HTTP service together: from settings, a store and an executor to a listener.
import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type ExecutionResult, GraphQLError, type GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { Access } from "../access/access.ts";
import type { Cache } from "../cache/cache.ts";
import { exportOperations } from "../catalogue/exports.ts";
import { openCatalogue } from "../catalogue/open.ts";
import type { Catalogue, Operation } from "../catalogue/operation.ts";
import { tabsOf } from "../catalogue/tabs.ts";
import { trustedDocuments } from "../catalogue/trusted.ts";
import type { Settings } from "../config.ts";
import type { Executor } from "../execute/execute.ts";
import type { LoadState } from "../load/state.ts";
import type { Versions } from "../load/versions.ts";
import type { GraphStore } from "../store/port.ts";
import { createApp } from "./app.ts";
import type { Budget } from "./budget.ts";
import { createDocuments } from "./documents.ts";
import { toAnswer } from "./errors.ts";
import { factsOf, type RequestFacts } from "./facts.ts";
import { createGraphiql } from "./graphiql.ts";
import { tabsFor } from "./graphiql-tabs.ts";
import { createKeptAnswers } from "./kept-answers.ts";
import { createShortWay } from "./known.ts";
import type { Metrics } from "./metrics.ts";
import { createOperations } from "./operation.ts";
import { graphqlRoutes } from "./routes/graphql.ts";
import type { Asked } from "./routing.ts";
import type { Places } from "./stream-places.ts";
import { createStreams } from "./streams.ts";
import { createYogaHandler } from "./yoga.ts";

export interface HttpOptions {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly cache: Cache;
  readonly store: GraphStore;
  readonly versions: Versions;
  readonly loads: LoadState;
  readonly settings: Settings;
  readonly access: Access;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly budget: Budget | undefined;
  /** Of all who listen, whichever data they are answered from. */
  readonly places: Places;
  /** Whether others are answered from other data. */
  readonly apart: boolean;
}

export interface HttpService {
  readonly listener: RequestListener;
  readonly catalogue: Catalogue;
  /** The questions that have names: of the catalogue, and of whole kinds. */
  readonly questions: readonly Operation[];
}

/** Creates what answers from one store, behind the gate. */
export function createHttp(options: HttpOptions): HttpService {
  const { schema, executor, cache, store, versions, loads, settings, access, log, metrics, budget, apart } =
    options;
  const documents = createDocuments(schema, settings, cache);
  const kept = settings.KEEP_ANSWERS === "on" ? createKeptAnswers(cache, versions) : undefined;
  const operations = createOperations({ schema, executor, documents, settings, log, budget, kept });
  const { catalogue } = openCatalogue(settings, schema);
  const questions = tabsOf(catalogue);
  const trusted = trustedDocuments(catalogue);
  const shortWay = createShortWay({ documents, operations, trusted, versions });
  const yoga = createYogaHandler({ schema, documents, operations, settings, log });
  const factsBy = new WeakMap<Request, RequestFacts>();

  async function ask(
    request: Request,
    { query, operationName, variables, explain, ahead, mostRows }: Asked,
  ): Promise<ExecutionResult> {
    const facts = factsBy.get(request);
    if (facts === undefined) throw new Error("ask takes the request that the route was given");
    try {
      const known = typeof query === "string" ? documents.read(query) : undefined;
      if (known !== undefined && known.errors.length > 0) return { errors: known.errors };
      const document = known?.document ?? (query as Exclude<typeof query, string>);
      return await operations.result({
        document,
        operationName,
        variables,
        explain,
        ahead,
        mostRows,
        signal: request.signal,
        facts,
      });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { errors: [toAnswer(error, facts.requestId, log)] };
    }
  }

  const graphql = graphqlRoutes({
    yoga,
    shortWay,
    streams: createStreams({
      schema,
      documents,
      settings,
      access,
      budget,
      places: options.places,
      log,
      onOpen: metrics.streamOpened,
    }),
    trusted,
    versions,
    graphiql: createGraphiql({
      tabs: (request) => tabsFor(questions, (query, variables) => ask(request, { query, variables })),
      version: async () => (await versions.recent()).version,
    }),
  });
  const app = createApp(
    { settings, store, schema, access, catalogue, versions, loads, metrics, ask, apart },
    graphql,
    log,
    (context) => {
      factsBy.set(context.req.raw, factsOf(context.env.incoming));
    },
  );
  const listener = getRequestListener(app.fetch as never);
  return {
    listener: shortWay.before(listener),
    catalogue,
    questions: [...catalogue.values(), ...exportOperations(schema).values()],
  };
}
