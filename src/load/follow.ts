// Follows folders of data while a server runs: looks at them every so often, and tells when they have changed and then
// stayed as they are for one look, since files are saved one after another.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { decisionsFile, matchesFile } from "../match/decisions.ts";
import { besides } from "./layer-swap.ts";

/** Where files lie that are loaded, and files that say how. */
const under = ["", "entities", "relations", "reading"] as const;
const own = new Set([decisionsFile, matchesFile]);

/** What of a file tells that it was written: one that was put in its place by renaming as well. */
function seen(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? "" : `${path} ${found.size} ${found.mtimeMs} ${found.ino}`;
}

/** How the files of folders are, in short; undefined while one of the folders is being put in its place. */
function lookAt(folders: readonly string[]): string | undefined {
  const files: string[] = [];
  for (const folder of folders) {
    if (!existsSync(folder) && existsSync(besides(folder, "before"))) return undefined;
    for (const part of under) {
      const path = join(folder, part);
      if (!existsSync(path)) continue;
      for (const name of readdirSync(path).sort())
        if (name.endsWith(".csv") || own.has(name)) files.push(seen(join(path, name)));
    }
  }
  return files.join("\n");
}

/** The same; undefined too where something is gone between two steps of looking. */
export function signatureOf(folders: readonly string[]): string | undefined {
  try {
    return lookAt(folders);
  } catch {
    return undefined;
  }
}

export interface Following {
  /** Looks no more; resolves when what was begun has ended. */
  stop(): Promise<void>;
}

/**
 * Looks at folders every so many milliseconds.
 * @param taken how they were when they were read last
 * @param changed does what a change asks for; the next look waits for it
 */
export function follow(
  folders: readonly string[],
  every: number,
  taken: string | undefined,
  changed: () => Promise<void>,
): Following {
  let [last, before] = [taken, signatureOf(folders)];
  let stopped = false;
  let working: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const again = (): void => {
    if (stopped) return;
    timer = setTimeout(tick, every);
    timer.unref();
  };
  function tick(): void {
    const now = signatureOf(folders);
    const settled = now !== undefined && now === before;
    before = now;
    if (!settled || now === last) again();
    else {
      last = now;
      working = changed().then(again, again);
    }
  }
  again();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      return working;
    },
  };
}
