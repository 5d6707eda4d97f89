// The server: opens the store, listens at once, loads the seed where due, and stops cleanly.
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { type Asker, checkReach, createAccess } from "./access/access.ts";
import { createCache } from "./cache/cache.ts";
import type { Settings } from "./config.ts";
import { IndustryGraphError } from "./errors.ts";
import { createBudget } from "./http/budget.ts";
import { createFront } from "./http/front.ts";
import { createMetrics } from "./http/metrics.ts";
import { openTraces } from "./http/open-traces.ts";
import { serveView } from "./http/serve-view.ts";
import { createPlaces } from "./http/stream-places.ts";
import { createUnreadable } from "./http/unreadable.ts";
import { createTurn } from "./http/view-loads.ts";
import { dropOldViews, viewsOf } from "./http/views.ts";
import type { OnProgress } from "./load/check/pass.ts";
import type { LoadOptions } from "./load/load.ts";
import type { SeedOutcome } from "./load/start.ts";
import { announce } from "./store/lock.ts";
import { openStore } from "./store/open.ts";
import type { GraphStore } from "./store/port.ts";
import { watchesPath } from "./watch/folder.ts";
import { startWatching } from "./watch/watching.ts";

export interface ServerOptions {
  /** A store that is open already; it is not closed with the server. */
  readonly store?: GraphStore;
  readonly onProgress?: OnProgress;
  /** Told what a load of a changed folder would do; where it throws, the data that is there is served. */
  readonly confirm?: LoadOptions["confirm"];
}

export interface RunningServer {
  readonly url: string;
  readonly store: GraphStore;
  /** Resolves when the seed is loaded or found up to date; rejects where that failed. */
  readonly seeded: Promise<SeedOutcome>;
  close(): Promise<void>;
}

/** Milliseconds for what is sent slowly, and after which an idle connection is closed. */
const timeLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 1_000,
} as const;

/** Connections at once, beyond which further ones are closed. */
const mostConnections = 2_048;

/** Milliseconds that an answer may take beyond its time limit before a stopping server cuts it off. */
const grace = 1_000;

/** Bytes of the log that may wait for a reader who does not read; what is more is lost. */
const mostUnread = 1_000_000;

/** The log's place: apart from what commands answer, which goes to stdout. It never holds up the server. */
const toStderr = {
  write(line: string): void {
    if (process.stderr.writableLength < mostUnread) process.stderr.write(line);
  },
};

function listen(server: Server, { PORT, HOST }: Settings): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const busy = error.code === "EADDRINUSE";
      const message = busy
        ? `Port ${PORT} is in use: stop what listens there, or choose another, as in PORT=${PORT + 1} npm start.`
        : `Cannot listen on ${HOST}:${PORT}: ${error.message}.`;
      reject(new IndustryGraphError("BAD_SETTING", message));
    });
    server.listen(PORT, HOST, () => {
      const { port } = server.address() as AddressInfo;
      resolve(`http://${HOST.includes(":") ? `[${HOST}]` : HOST === "0.0.0.0" ? "localhost" : HOST}:${port}`);
    });
  });
}

/**
 * Starts the service. It answers at once; /ready turns true when the data is loaded.
 * @throws IndustryGraphError BAD_SETTING where the port is in use, STORE_LOCKED or STORE_UNAVAILABLE for the store
 */
export async function startServer(settings: Settings, options: ServerOptions = {}): Promise<RunningServer> {
  const views = viewsOf(settings);
  const access = createAccess(settings);
  checkReach(settings, access);
  const log = pino({ level: settings.LOG_LEVEL }, toStderr);
  const opened: GraphStore[] = [];
  const closeStores = async (): Promise<void> => {
    for (const store of opened) await store.close();
  };
  /** Opens a store that is closed with the server. */
  const opening = async (of: Settings): Promise<GraphStore> => {
    const store = await openStore(of);
    opened.push(store);
    return store;
  };
  try {
    const store = options.store ?? (await opening(settings));
    for (const path of dropOldViews(settings, views))
      log.warn({ path }, "what is left of a view that there is no more could not be taken away");
    const [view, ...others] = views.all;
    const cacheOf = () => createCache(Math.max(1, Math.floor(settings.CACHE_MB / views.all.length)));
    const first = { view, store, cache: cacheOf() };
    const rest: (typeof first)[] = [];
    for (const other of others)
      rest.push({ view: other, store: await opening(other.settings), cache: cacheOf() });
    const metrics = createMetrics({
      store,
      others: rest.map((one) => one.store),
      caches: [first, ...rest].map(({ cache }) => cache),
    });
    const budget = settings.BUDGET === "off" ? undefined : createBudget(settings);
    const apart = rest.length > 0;
    const shared = { access, metrics, budget, places: createPlaces(settings), log, apart };
    const whole = serveView({ ...shared, ...first });
    const served = new Map([[view, whole]]);
    for (const one of rest) served.set(one.view, serveView({ ...shared, ...one }));
    const listenerFor = (asker: Asker): RequestListener => {
      const found = served.get(views.of(asker));
      if (found === undefined) throw new Error("a view is not served");
      return found.listener;
    };
    const traces = await openTraces(settings, log);
    const front = createFront({
      ...shared,
      traces,
      settings,
      questions: whole.questions,
      listenerFor,
    });
    const server = createServer(timeLimits, front.listener);
    server.on("clientError", createUnreadable(log, front.isAnswering));
    server.maxConnections = mostConnections;
    const url = await listen(server, settings);
    if (options.store === undefined && settings.NEO4J_URI === "") announce(settings.DATA_DIR, url);
    const beginning = {
      ...(apart ? { turn: createTurn() } : {}),
      ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
      ...(options.confirm === undefined ? {} : { confirm: options.confirm }),
    };
    const data = [...served.values()].map((view) => view.begin(beginning));
    const seeded = Promise.all(data.map((one) => one.seeded)).then(([first]) => first as SeedOutcome);
    seeded.catch(() => undefined);
    const { schema, executor, versions } = whole;
    const watching = startWatching({
      folder: watchesPath(settings),
      schema,
      catalogue: whole.catalogue,
      answers: {
        ask: ({ document }, variableValues) =>
          executor({
            schema,
            document,
            variableValues,
            contextValue: { timeoutMs: settings.TIMEOUT_MS, turn: { asker: "watches", heavy: true } },
          }),
        answering: versions.now,
      },
      retrySeconds: settings.WATCH_RETRY_SECONDS,
      log,
      onDelivery: metrics.delivery,
    });
    const close = async (): Promise<void> => {
      const loaded = Promise.all(data.map((one) => one.stop()));
      const watched = watching.stop();
      // Requests that are being answered are answered, each as the last of its connection.
      front.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), settings.TIMEOUT_MS + grace);
      await closed;
      clearTimeout(force);
      await front.settled();
      await traces?.close();
      await loaded;
      await watched;
      await closeStores();
    };
    let closing: Promise<void> | undefined;
    return {
      url,
      store,
      seeded,
      close() {
        closing ??= close();
        return closing;
      },
    };
  } catch (error) {
    await closeStores();
    throw error;
  }
}
