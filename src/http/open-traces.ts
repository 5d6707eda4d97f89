// Where traces go: to a collector that speaks OpenTelemetry's protocol (OTLP) as JSON over HTTP. Off unless
// OTEL_EXPORTER_OTLP_ENDPOINT names one: only then are the libraries loaded, and only then does a request do anything.
import type { SpanExporter } from "@opentelemetry/sdk-trace-base";
import type { Logger } from "pino";
import type { Settings } from "../config.ts";
import { packageVersion } from "../packaged.ts";
import { createTraces, type Traces } from "./traces.ts";

/** Milliseconds that a stopping server waits for a collector. */
const patience = 3_000;

/** Resolves with the promise, however it ends, or once nobody waits any longer. */
async function within(milliseconds: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise.catch(() => undefined), over]);
  clearTimeout(timer);
}

/** Opens what takes traces; undefined where the settings name nobody. */
export async function openTraces(settings: Settings, log: Logger): Promise<Traces | undefined> {
  const endpoint = settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === "") return undefined;
  const [{ W3CTraceContextPropagator }, resources, sdk, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/core"),
    import("@opentelemetry/resources"),
    import("@opentelemetry/sdk-trace-base"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, "")}/v1/traces` });
  let failing = false;
  const tolerant: SpanExporter = {
    export(spans, done) {
      exporter.export(spans, (result) => {
        // Once when it begins and once when it ends: a collector that is away is away for every batch.
        if ((result.code !== 0) !== failing) {
          failing = !failing;
          if (failing)
            log.warn(
              { err: result.error },
              "traces could not be sent to OTEL_EXPORTER_OTLP_ENDPOINT, and are lost",
            );
          else log.info("traces are sent again");
        }
        done(result);
      });
    },
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  };
  const resource = resources
    .defaultResource()
    .merge(
      resources.resourceFromAttributes({
        "service.name": "industry-graph",
        "service.version": packageVersion(),
      }),
    )
    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES stand above ours.
    .merge(resources.detectResources({ detectors: [resources.envDetector] }));
  const provider = new sdk.BasicTracerProvider({
    resource,
    spanProcessors: [new sdk.BatchSpanProcessor(tolerant)],
  });
  return createTraces({
    tracer: provider.getTracer("industry-graph", packageVersion()),
    propagator: new W3CTraceContextPropagator(),
    close: () => within(patience, provider.shutdown()),
  });
}
