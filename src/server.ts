// The server: opens the store, listens at once, loads the seed where due, and stops cleanly.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { checkReach, createAccess } from "./access/access.ts";
import { createService } from "./api/service.ts";
import { createCache } from "./cache/cache.ts";
import type { Settings } from "./config.ts";
import { IndustryGraphError } from "./errors.ts";
import { admit, createAdmission } from "./http/admission.ts";
import { createHold } from "./http/hold.ts";
import { createMetrics } from "./http/metrics.ts";
import { serveData } from "./http/serve-data.ts";
import { createHttp } from "./http/service.ts";
import { warmUp } from "./http/warm-up.ts";
import type { OnProgress } from "./load/check/pass.ts";
import type { LoadOptions } from "./load/load.ts";
import type { SeedOutcome } from "./load/start.ts";
import { createLoadState } from "./load/state.ts";
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
  const access = createAccess(settings);
  checkReach(settings, access);
  const log = pino({ level: settings.LOG_LEVEL }, toStderr);
  const store = options.store ?? (await openStore(settings));
  const admission = createAdmission();
  try {
    const cache = createCache(settings.CACHE_MB);
    const metrics = createMetrics({ store, cache });
    const { schema, executor, versions } = createService(store, {
      admit: () => admit(admission, versions.recent),
      cache,
      mostLooked: settings.MAX_LOOKED,
    });
    const loads = createLoadState();
    const http = { schema, executor, cache, store, versions, loads, settings, access, log, metrics };
    const gate = createHttp(http);
    const hold = createHold(gate.listener, settings.TIMEOUT_MS);
    const server = createServer(timeLimits, hold.listener);
    server.maxConnections = mostConnections;
    const url = await listen(server, settings);
    if (options.store === undefined && settings.NEO4J_URI === "") announce(settings.DATA_DIR, url);
    const data = serveData({
      settings,
      store,
      versions,
      admission,
      hold,
      metrics,
      loads,
      log,
      warmUp: (signal) => warmUp(schema, executor, signal),
      ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
      ...(options.confirm === undefined ? {} : { confirm: options.confirm }),
    });
    const watching = startWatching({
      folder: watchesPath(settings),
      schema,
      catalogue: gate.catalogue,
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
    });
    const close = async (): Promise<void> => {
      const loaded = data.stop();
      const watched = watching.stop();
      // Requests that are being answered are answered, each as the last of its connection.
      gate.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), settings.TIMEOUT_MS + grace);
      await closed;
      clearTimeout(force);
      await gate.settled();
      await loaded;
      await watched;
      if (options.store === undefined) await store.close();
    };
    let closing: Promise<void> | undefined;
    return {
      url,
      store,
      seeded: data.seeded,
      close() {
        closing ??= close();
        return closing;
      },
    };
  } catch (error) {
    if (options.store === undefined) await store.close();
    throw error;
  }
}
