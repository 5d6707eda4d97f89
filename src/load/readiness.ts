// Whether a store can be asked: its engine answers, and a dataset is loaded in full.
import { isIndustryGraphError } from "../errors.ts";
import type { GraphStore } from "../store/port.ts";
import { isReadOtherwise, readDataset } from "./dataset.ts";

const readyWithin = 3_000;

interface Readiness {
  readonly ready: boolean;
  readonly code?: string;
  readonly reason?: string;
  readonly engine: string;
  readonly dataset?: string;
  readonly nodes?: number;
  readonly relations?: number;
  /** Whether names were read by another version, and what to do. */
  readonly names?: string;
}

/** Whether the engine answers and a dataset is loaded in full. */
export async function readiness(store: GraphStore): Promise<Readiness> {
  const { engine } = store;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), readyWithin);
  });
  try {
    const dataset = await Promise.race([store.ready().then(() => readDataset(store)), late]);
    if (dataset === undefined)
      return { ready: false, code: "NOT_READY", reason: "No data has been loaded yet.", engine };
    const { version, nodes, relations, state } = dataset;
    // Told only where something is to be done about it.
    const names = isReadOtherwise(dataset) ? { names: "read by another version: load the folder again" } : {};
    if (state === "READY") return { ready: true, engine, dataset: version, nodes, relations, ...names };
    return {
      ready: false,
      code: "NOT_READY",
      reason: "A load is going on, or was cut off: load the folder again.",
      engine,
    };
  } catch (error) {
    const code = isIndustryGraphError(error) ? error.code : "STORE_UNAVAILABLE";
    const reason = isIndustryGraphError(error) ? error.message : "The engine does not answer in time.";
    return { ready: false, code, reason, engine };
  } finally {
    clearTimeout(timer);
  }
}
