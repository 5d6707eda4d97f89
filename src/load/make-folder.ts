// A folder and those above it, made one by one: Node's own recursive making never ends below /proc and its like, where
// a folder can be asked for but not made.
import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder, and those above it that are missing; one that is there stays as it is.
 * @throws the file system's error where it cannot be made, or where a file lies in the way (ENOTDIR)
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let at = resolve(path); ; at = dirname(at)) {
    const there = statSync(at, { throwIfNoEntry: false });
    if (there?.isDirectory() === true) break;
    if (there !== undefined)
      throw Object.assign(new Error(`ENOTDIR: not a directory, mkdir '${at}'`), {
        code: "ENOTDIR",
        path: at,
      });
    missing.push(at);
    if (dirname(at) === at) break;
  }
  for (const folder of missing.reverse())
    try {
      mkdirSync(folder);
    } catch (error) {
      // Another process may have made it meanwhile.
      if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
    }
}
