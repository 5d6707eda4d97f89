// What stands before all views: the gate, who asks, and which view that one is answered from. What belongs to the
// process and not to data is here: budgets, the audit log, the count of requests.
import type { IncomingMessage, RequestListener } from "node:http";
import type { Logger } from "pino";
import type { Access, Asker } from "../access/access.ts";
import { createAudit } from "../access/audit.ts";
import type { Operation } from "../catalogue/operation.ts";
import type { Settings } from "../config.ts";
import { auditedAs, tokenOf } from "./access.ts";
import type { Budget } from "./budget.ts";
import { factsOf, type Over } from "./facts.ts";
import { createGate, type Gate } from "./gate.ts";
import type { Metrics } from "./metrics.ts";
import type { Traces } from "./traces.ts";

export interface FrontOptions {
  readonly settings: Settings;
  readonly access: Access;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly budget: Budget | undefined;
  readonly traces: Traces | undefined;
  /** The questions that have names. */
  readonly questions: readonly Operation[];
  /** What answers somebody. */
  readonly listenerFor: (asker: Asker) => RequestListener;
  /** Whether not all are answered from the same data. */
  readonly apart: boolean;
}

export interface Front extends Gate {
  /** Resolves when all that was to be written of requests that are over has been. */
  settled(): Promise<void>;
}

/** Creates the listener of a server. */
export function createFront(options: FrontOptions): Front {
  const { settings, access, log, metrics, budget, traces, questions, listenerFor, apart } = options;
  const audit = createAudit(settings);
  const observe = metrics.ofRequests(questions);
  let audited: Promise<void> = Promise.resolve();
  const onOver = (over: Over, incoming: IncomingMessage): void => {
    observe(over);
    const what = auditedAs(incoming);
    if (what === undefined || over.status === undefined) return;
    const { requestId, asker, token, codes } = over.facts;
    const record = {
      what,
      address: incoming.url,
      by: token ?? asker,
      status: over.status,
      whole: over.whole,
      codes,
    };
    audited = audit({ ...record, requestId }).catch((error: unknown) =>
      log.error({ requestId, err: error }, "the audit log cannot be written"),
    );
  };

  /** Who asks at an address that is open to all: nobody who shows no token that does. */
  const openTo = async (incoming: IncomingMessage): Promise<Asker> => {
    const shown = tokenOf(incoming)?.token;
    try {
      return await access.askerOf(shown);
    } catch {
      return access.askerOf(undefined);
    }
  };

  const gate = createGate({ settings, access, log, budget, traces, onOver }, (incoming, outgoing) => {
    const { viewer } = factsOf(incoming);
    if (apart) {
      // Routes that say by what their answers differ add these again (app.ts).
      const before = outgoing.getHeader("vary");
      outgoing.setHeader("vary", before === undefined ? byAsker : `${before}, ${byAsker}`);
      outgoing.setHeader("cache-control", "private");
    }
    if (viewer !== undefined || !apart) {
      listenerFor(viewer ?? nobody)(incoming, outgoing);
      return;
    }
    void openTo(incoming).then((asker) => listenerFor(asker)(incoming, outgoing));
  });
  // Lines are written one after another: the last is there once all are.
  return { ...gate, settled: () => audited };
}

/** Headers that tell who asks. */
export const byAsker = "authorization, cookie";

const nobody: Asker = { scopes: new Set(), roles: [] };
