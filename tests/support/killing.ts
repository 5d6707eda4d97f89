// Commands that are killed at drawn moments, as a power cut or an impatient administrator does.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { industryGraph } from "./command.ts";
import { isLong } from "./drawing.ts";

/** Kills of each kind in a campaign; KILLS says otherwise. */
export const kills = Number(process.env.KILLS ?? (isLong ? 100 : 3));

type Settings = Readonly<Record<string, string>>;

/** Runs a command to its end. @throws Error with what it said where it fails */
export async function finish(args: readonly string[], settings: Settings): Promise<string> {
  const command = industryGraph(args, settings);
  const { code } = await command.ended;
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}:\n${command.stderr()}`);
  return command.stdout();
}

/** Milliseconds that a command takes to its end. */
export async function timeOf(args: readonly string[], settings: Settings): Promise<number> {
  const started = performance.now();
  await finish(args, settings);
  return performance.now() - started;
}

/**
 * Starts a command and kills it after so many milliseconds. It may have ended before.
 * @returns the code with which it had ended by itself; null where it was killed
 * @throws Error with what it said where that is none of those expected
 */
export async function killAfter(
  args: readonly string[],
  settings: Settings,
  milliseconds: number,
  expected: readonly number[] = [0],
): Promise<number | null> {
  const command = industryGraph(args, settings);
  const timer = setTimeout(() => command.child.kill("SIGKILL"), milliseconds);
  const { code } = await command.ended;
  clearTimeout(timer);
  if (code !== null && !expected.includes(code))
    throw new Error(`${args.join(" ")} ended with ${code} before it was killed:\n${command.stderr()}`);
  return code;
}

/** All files of a folder with what is in them, hidden ones too. */
export function filesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = files.map((one) => join(one.parentPath, one.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path), readFileSync(path).toString("base64")]),
  );
}
