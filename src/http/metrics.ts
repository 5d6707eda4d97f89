// What a monitoring system reads at /metrics: how many requests, how long, of which question, with which errors; what
// the engine and the process are busy with. Labels come from lists of ours, never from what somebody asks: an id or a
// name that is made up would be a series of its own.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Cache } from "../cache/cache.ts";
import type { Operation } from "../catalogue/operation.ts";
import { readDataset } from "../load/dataset.ts";
import { packageVersion } from "../packaged.ts";
import type { GraphStore } from "../store/port.ts";
import type { Over } from "./facts.ts";

export interface Metrics {
  /** Creates what is told of each request, given the questions that have names. */
  ofRequests(questions: readonly Operation[]): (over: Over) => void;
  /** A digest of a watch was delivered, or could not be. */
  delivery(outcome: "delivered" | "failed"): void;
  /** Somebody begins to listen to a stream. @returns what tells that it has ended */
  streamOpened(): () => void;
  /** A load of this process is over. */
  loaded(outcome: "done" | "failed", milliseconds: number): void;
  /** All of them, as text. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What metrics tell of beside requests. */
export interface Measured {
  /** That of the whole dataset, whose size is told. */
  readonly store: GraphStore;
  /** Those of views, which hold parts of it. */
  readonly others: readonly GraphStore[];
  readonly caches: readonly Cache[];
}

/** Seconds: most answers are a few milliseconds, and none may take much longer than TIMEOUT_MS. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Parts of addresses that are told apart; all others are one. */
const routes = new Set([
  "graphql",
  "q",
  "export",
  "openapi.json",
  "entity",
  "search",
  "list",
  "policies",
  "explore",
  "assets",
  "health",
  "ready",
  "metrics",
  "sign-in",
  "sign-out",
  "watch",
]);

/** Milliseconds that the store may take to tell which data it holds. */
const patience = 2_000;

/** Of the process, once however many servers it runs: event loop, memory, processor, garbage collection. */
let ofProcess: Registry | undefined;

function processRegistry(): Registry {
  if (ofProcess !== undefined) return ofProcess;
  ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  return ofProcess;
}

/** The route of an address, of a list of ours. */
export function routeOf(path: string): string {
  const first = path.split("/", 2)[1] ?? "";
  return first === "" ? "start" : routes.has(first) ? first : "other";
}

/** @returns what asks which data the store holds, for the gauges that tell of these */
function gauges(register: Registry, { store, others, caches }: Measured): () => Promise<void> {
  const stores = [store, ...others];
  const registers = [register];
  new Gauge({
    name: "industry_graph_info",
    help: "1, with the version of the program and the engine.",
    labelNames: ["version", "engine"],
    registers,
  }).set({ version: packageVersion(), engine: store.engine }, 1);
  new Gauge({
    name: "industry_graph_cache_bytes",
    help: "Bytes of documents, plans and answers that are kept.",
    registers,
    collect() {
      this.set(caches.reduce((sum, { bytes }) => sum + bytes, 0));
    },
  });
  new Gauge({
    name: "industry_graph_store_reads",
    help: "Reads that the engine works on, that wait for a place, and that were given up and are worked on still.",
    labelNames: ["state"],
    registers,
    collect() {
      const all = stores.map((one) => one.activity());
      const sum = (of: (one: (typeof all)[number]) => number): number =>
        all.reduce((before, one) => before + of(one), 0);
      this.set(
        { state: "reading" },
        sum(({ reading }) => reading),
      );
      this.set(
        { state: "waiting" },
        sum(({ waiting }) => waiting),
      );
      this.set(
        { state: "given_up" },
        sum(({ givenUp }) => givenUp),
      );
    },
  });
  const loadedAt = new Gauge({
    name: "industry_graph_dataset_loaded_timestamp_seconds",
    help: "When the data that answer were loaded.",
    registers,
  });
  const facts = new Gauge({
    name: "industry_graph_dataset_size",
    help: "Entities and relations of the data that answer.",
    labelNames: ["of"],
    registers,
  });
  const ready = new Gauge({
    name: "industry_graph_ready",
    help: "1 where a dataset is loaded as a whole and the engine answers.",
    registers,
  });
  return async () => {
    const dataset = await readDataset(store, { timeoutMs: patience }).catch(() => undefined);
    ready.set(dataset?.state === "READY" ? 1 : 0);
    if (dataset === undefined) return;
    loadedAt.set(Date.parse(dataset.loadedAt) / 1_000);
    facts.set({ of: "entities" }, dataset.nodes);
    facts.set({ of: "relations" }, dataset.relations);
  };
}

/** Creates the metrics of a server. */
export function createMetrics(measured: Measured): Metrics {
  const register = new Registry();
  const registers = [register];
  const askData = gauges(register, measured);
  const requests = new Histogram({
    name: "industry_graph_request_seconds",
    help: "How long requests took, by the first part of the address and the status.",
    labelNames: ["route", "status"],
    buckets,
    registers,
  });
  const questions = new Histogram({
    name: "industry_graph_question_seconds",
    help: "How long answers to questions of the catalogue took, by their names.",
    labelNames: ["question"],
    buckets,
    registers,
  });
  const errors = new Counter({
    name: "industry_graph_errors_total",
    help: "Answers with an error, by its code.",
    labelNames: ["code"],
    registers,
  });
  const over = new Counter({
    name: "industry_graph_over_budget_total",
    help: "Requests beyond somebody's budget, refused (enforce) or answered all the same (measure).",
    labelNames: ["mode"],
    registers,
  });
  const keptAnswers = new Counter({
    name: "industry_graph_kept_answers_total",
    help: "Requests that were given an answer that was kept, in place of one made for them.",
    registers,
  });
  const deliveries = new Counter({
    name: "industry_graph_deliveries_total",
    help: "Digests of watches that were delivered, and attempts that failed.",
    labelNames: ["outcome"],
    registers,
  });
  const streams = new Gauge({
    name: "industry_graph_streams_open",
    help: "Streams of server-sent events on which somebody listens for digests of watches.",
    registers,
  });
  const loads = new Histogram({
    name: "industry_graph_load_seconds",
    help: "How long loads of this process took, by what came of them.",
    labelNames: ["outcome"],
    buckets: [0.1, 0.5, 1, 5, 10, 30, 60, 300, 1_800, 7_200],
    registers,
  });
  const all = Registry.merge([processRegistry(), register]);
  return {
    ofRequests(operations) {
      const named = new Map(operations.map(({ name, definition }) => [definition.name?.value ?? name, name]));
      return ({ facts, path, status, milliseconds }) => {
        // How long somebody listens is no measure of how long anything takes.
        const seconds = (facts.streamedAfter ?? milliseconds) / 1_000;
        requests.observe({ route: routeOf(path), status: String(status ?? "none") }, seconds);
        const { operation, document, kept, codes = [] } = facts;
        if (kept === true) keptAnswers.inc();
        if (document !== undefined || operation !== undefined) {
          const question = operation === undefined ? "unnamed" : (named.get(operation) ?? "other");
          questions.observe({ question }, seconds);
        }
        for (const code of codes) errors.inc({ code });
        if (facts.overBudget === true) over.inc({ mode: "measure" });
        if (codes.includes("BUDGET_EXCEEDED")) over.inc({ mode: "enforce" });
      };
    },
    delivery: (outcome) => deliveries.inc({ outcome }),
    streamOpened() {
      streams.inc();
      return () => streams.dec();
    },
    loaded: (outcome, milliseconds) => loads.observe({ outcome }, milliseconds / 1_000),
    async text() {
      await askData();
      return all.metrics();
    },
    contentType: all.contentType,
  };
}
