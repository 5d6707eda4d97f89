// A disk of a few megabytes that is really full: a file system in memory, in a name space of its own that ends with the
// program that runs in it. Nothing of it is to be seen outside, and nothing has to be taken away.
import { execFileSync } from "node:child_process";

/** Mounts a file system of so many kilobytes at a folder, then runs a script of sh there. */
const script = 'mount -t tmpfs -o size="$SIZE"k tmpfs "$PLACE" && cd "$PLACE" && sh -eu -c "$RUN"';

/** How a name space is entered: as the administrator, or as a user who may. */
const ways = [["-m"], ["-r", "-m"]];

function runIn(way: readonly string[], env: Readonly<Record<string, string>>): string {
  return execFileSync("unshare", [...way, "sh", "-c", script], {
    env: { ...process.env, ...env },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** A way to have a small disk here; undefined where there is none. */
export function smallDisk(
  place: string,
  kilobytes: number,
): ((run: string, env: Readonly<Record<string, string>>) => string) | undefined {
  const settings = { SIZE: String(kilobytes), PLACE: place };
  const way = ways.find((one) => {
    try {
      return runIn(one, { ...settings, RUN: "echo here" }) === "here\n";
    } catch {
      return false;
    }
  });
  return way === undefined ? undefined : (run, env) => runIn(way, { ...env, ...settings, RUN: run });
}
