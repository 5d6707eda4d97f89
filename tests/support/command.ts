// Runs the command line as a user does: in a process of its own, which a test may interrupt or kill.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../bin/industry-graph.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Command {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly ended: Promise<Ended>;
  /** Resolves with the match once the output has one; rejects when the process ends without. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Variables of this run that must not reach a command: it gets those of the test. */
const own = /^(NEO4J_|TEST_NEO4J_|DATA_DIR|SEED_DIR|PORT|HOST|VITEST|NODE_ENV)/;

/** Starts `industry-graph ...args` with the settings given. */
export function industryGraph(args: readonly string[], settings: Readonly<Record<string, string>>): Command {
  return runCommand([bin, ...args], { settings });
}

/** Starts a program of Node in a process of its own, by the Node that runs the suites or by another. */
export function runCommand(
  args: readonly string[],
  {
    settings,
    cwd,
    program = process.execPath,
  }: {
    readonly settings: Readonly<Record<string, string>>;
    readonly cwd?: string;
    readonly program?: string;
  },
): Command {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  const child = spawn(program, args, {
    cwd,
    env: { ...inherited, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal })),
  );
  return {
    child,
    stdout: () => out,
    stderr: () => err,
    ended,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(out) ?? pattern.exec(err);
          if (match !== null) resolve(match);
        };
        child.stdout.on("data", look);
        child.stderr.on("data", look);
        void ended.then(({ code }) =>
          reject(new Error(`ended with ${code} and no ${pattern.source}:\n${out}${err}`)),
        );
        look();
      }),
  };
}
