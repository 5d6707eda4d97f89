// Spans of OpenTelemetry: one for each request, in it one for each operation, in that one for each step. They tell
// statements, codes and counts, never what somebody asked by: no parameter, no variable, no query of an address.
import type { IncomingMessage } from "node:http";
import {
  type Attributes,
  type Context,
  defaultTextMapGetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapPropagator,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { isIndustryGraphError } from "../errors.ts";
import type { StepRun } from "../run/run.ts";
import { factsOf, type OperationTrace, type RequestTrace } from "./facts.ts";
import { routeOf } from "./metrics.ts";

export interface Traces {
  /** A request begins: in the trace of whoever asks, where a header `traceparent` names one. */
  request(incoming: IncomingMessage): RequestTrace;
  /** Sends what has not been sent. */
  close(): Promise<void>;
}

export interface TracesOptions {
  readonly tracer: Tracer;
  /** Reads in which trace a request belongs. */
  readonly propagator: TextMapPropagator;
  readonly close: () => Promise<void>;
}

/** One clock for all spans, finer than milliseconds, so that a step lies within its operation. */
const at = (time: number = performance.now()): number => performance.timeOrigin + time;

function stepAttributes({ needs, statement, code, rows }: StepRun): Attributes {
  return {
    "industry_graph.step.needs": [...needs],
    "industry_graph.step.rows": rows,
    ...(code === undefined ? {} : { "industry_graph.step.code": code }),
    ...(statement === undefined ? {} : { "db.query.text": statement }),
  };
}

/** Attributes that are known; a list without entries says nothing. */
function known(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function fail(span: Span, kind: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute("error.type", kind);
}

/** Creates what tells of requests by the tracer given. */
export function createTraces({ tracer, propagator, close }: TracesOptions): Traces {
  function operationIn(context: Context): OperationTrace {
    const span = tracer.startSpan("operation", { startTime: at() }, context);
    const own = trace.setSpan(context, span);
    return {
      onStep(step, started, error) {
        const options = { attributes: stepAttributes(step), startTime: at(started) };
        const told = tracer.startSpan(`step ${step.id}`, options, own);
        if (error !== undefined) fail(told, isIndustryGraphError(error) ? error.code : "INTERNAL");
        told.end(at());
      },
      over({ name, document, cost, kept, codes }) {
        if (name !== undefined) span.updateName(`operation ${name}`);
        span.setAttributes(
          known({
            "graphql.operation.name": name,
            "industry_graph.document": document,
            "industry_graph.cost": cost,
            "industry_graph.kept": kept,
            "industry_graph.codes": [...codes],
          }),
        );
        const [code] = codes;
        if (code !== undefined) fail(span, code);
        span.end(at());
      },
    };
  }

  return {
    request(incoming) {
      const { requestId, started } = factsOf(incoming);
      const { method = "" } = incoming;
      const [path = ""] = (incoming.url ?? "").split("?", 1);
      const outer = propagator.extract(ROOT_CONTEXT, incoming.headers, defaultTextMapGetter);
      const options = {
        kind: SpanKind.SERVER,
        startTime: at(started),
        attributes: {
          "http.request.method": method,
          "url.path": path,
          "industry_graph.request_id": requestId,
        },
      };
      const span = tracer.startSpan(`${method} ${routeOf(path)}`, options, outer);
      const context = trace.setSpan(outer, span);
      return {
        id: span.spanContext().traceId,
        operation: () => operationIn(context),
        over({ facts, status, whole }) {
          span.setAttributes(
            known({
              "http.response.status_code": status,
              "industry_graph.token": facts.token,
              "industry_graph.codes": [...(facts.codes ?? [])],
              "industry_graph.cut_off": whole ? undefined : true,
            }),
          );
          if (status === undefined || status >= 500) fail(span, facts.codes?.[0] ?? String(status ?? "none"));
          span.end(at());
        },
      };
    },
    close,
  };
}
