// One view of the data as it is served: its store, what answers from it, and its loads. Views share nothing that holds
// data: each has its own kept answers, its own version, and holds its own requests back while it is loaded.
import type { RequestListener } from "node:http";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { Access } from "../access/access.ts";
import { createService } from "../api/service.ts";
import type { Cache } from "../cache/cache.ts";
import type { Executor } from "../execute/execute.ts";
import { createLoadState } from "../load/state.ts";
import type { Versions } from "../load/versions.ts";
import type { GraphStore } from "../store/port.ts";
import { admit, createAdmission } from "./admission.ts";
import type { Budget } from "./budget.ts";
import { createHold } from "./hold.ts";
import type { Metrics } from "./metrics.ts";
import { type ServeDataOptions, type ServedData, serveData } from "./serve-data.ts";
import { createHttp, type HttpService } from "./service.ts";
import type { Places } from "./stream-places.ts";
import type { View } from "./views.ts";
import { warmUp } from "./warm-up.ts";

export interface ViewOptions {
  readonly view: View;
  readonly store: GraphStore;
  readonly cache: Cache;
  readonly access: Access;
  readonly metrics: Metrics;
  readonly budget: Budget | undefined;
  readonly places: Places;
  readonly log: Logger;
  /** Whether there are other views. */
  readonly apart: boolean;
}

export interface ServedView extends Pick<HttpService, "catalogue" | "questions"> {
  readonly listener: RequestListener;
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly versions: Versions;
  /** Begins to load what is due, and to follow the folders. */
  begin(options: Pick<ServeDataOptions, "turn" | "onProgress" | "confirm">): ServedData;
}

/** Puts together what answers from a view's store. */
export function serveView(options: ViewOptions): ServedView {
  const { view, store, cache, metrics, log } = options;
  const { settings } = view;
  const admission = createAdmission();
  const { schema, executor, versions } = createService(store, {
    admit: () => admit(admission, versions.recent),
    cache,
    mostLooked: settings.MAX_LOOKED,
  });
  const loads = createLoadState();
  const { listener, catalogue, questions } = createHttp({
    ...options,
    schema,
    executor,
    versions,
    loads,
    settings,
  });
  const hold = createHold(listener, settings.TIMEOUT_MS);
  return {
    listener: hold.listener,
    schema,
    executor,
    versions,
    catalogue,
    questions,
    begin: (more) =>
      serveData({
        ...more,
        settings,
        store,
        versions,
        admission,
        hold,
        metrics,
        loads,
        log: options.apart ? log.child({ view: view.name }) : log,
        warmUp: (signal) => warmUp(schema, executor, signal),
        ...(view.name === "whole" ? {} : { only: view.name }),
      }),
  };
}
