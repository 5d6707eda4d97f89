// Asks and delivers watches for a command, once: `watch deliver`, and those that change data.
import { openCatalogue } from "../catalogue/open.ts";
import type { Settings } from "../config.ts";
import type { Answers } from "../watch/ask.ts";
import { watchesPath } from "../watch/folder.ts";
import { aboutWatch, type Worked, workOn } from "../watch/work.ts";

interface Delivering {
  readonly patience: number;
  readonly signal: AbortSignal;
}

function lineOf({ watch, added, delivered, state, failure }: Worked): string {
  const parts = [
    ...(added === undefined ? [] : [`${added} newly match`]),
    ...(delivered > 0 ? [`${delivered} delivered`] : []),
    ...(state.pending.length > 0
      ? [`${state.pending.length} not delivered: ${failure ?? state.pending[0]?.reason ?? "not tried yet"}`]
      : []),
  ];
  return `${watch.name}: ${parts.length === 0 ? "up to date" : parts.join(", ")}`;
}

/** Works on each watch, now. @returns what was done, a line each, and whether something is still to be done */
export async function delivering(
  settings: Settings,
  answers: Answers,
  names: readonly string[],
  { patience, signal }: Delivering,
): Promise<{ readonly lines: readonly string[]; readonly failed: boolean }> {
  const { schema, catalogue } = openCatalogue(settings);
  const working = {
    folder: watchesPath(settings),
    schema,
    catalogue,
    answers,
    retrySeconds: settings.WATCH_RETRY_SECONDS,
    signal,
  };
  const lines: string[] = [];
  let failed = false;
  for (const name of names) {
    if (signal.aborted) break;
    try {
      const worked = await workOn(working, name, { patience, anyway: true, impatient: true });
      failed ||= worked === undefined || worked.state.pending.length > 0;
      lines.push(worked === undefined ? `${name}: another process works on it` : lineOf(worked));
    } catch (error) {
      failed = true;
      lines.push(aboutWatch(name, error));
    }
  }
  return { lines, failed };
}
