// The file of tokens. Commands write it beside a running server, which looks at it again whenever it has changed: so a
// token works, and a revoked one does not, from the next request on.
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Settings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { makeFolder } from "../store/lock.ts";
import { type KeptToken, keptToken } from "./token.ts";

const content = z.object({ tokens: z.array(keptToken) });

/** Milliseconds that one who changes the file waits for another, and after which that one is taken for gone. */
const patience = 5_000;

/** Where the tokens are kept. */
export function tokensPath({ TOKENS_FILE, DATA_DIR }: Pick<Settings, "TOKENS_FILE" | "DATA_DIR">): string {
  return TOKENS_FILE === "" ? join(DATA_DIR, "tokens.json") : TOKENS_FILE;
}

function unusable(path: string, error: unknown): IndustryGraphError {
  return new IndustryGraphError(
    "BAD_SETTING",
    `The file of tokens ${path} cannot be used: ${(error as Error).message}. Mend it, or name another in TOKENS_FILE.`,
    {},
    { cause: error },
  );
}

/** The tokens of a file; undefined where there is none. @throws IndustryGraphError BAD_SETTING where it cannot be read */
export function readTokens(path: string): readonly KeptToken[] | undefined {
  try {
    return content.parse(JSON.parse(readFileSync(path, "utf8"))).tokens;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      throw unusable(path, new Error("it is no list of tokens as `token make` writes it"));
    throw unusable(path, error);
  }
}

/** Takes the right to change the file. @returns a function that gives it back */
async function claim(path: string): Promise<() => void> {
  const guard = `${path}.writing`;
  for (const started = Date.now(); ; ) {
    try {
      closeSync(openSync(guard, "wx"));
      return () => rmSync(guard, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw unusable(path, error);
      const since = statSync(guard, { throwIfNoEntry: false })?.mtimeMs;
      if (since !== undefined && Date.now() - since > patience) rmSync(guard, { force: true });
      if (Date.now() - started > 2 * patience)
        throw unusable(path, new Error(`another process is changing it (${guard})`));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/**
 * Changes the tokens of a file: whole or not at all, and one change after another.
 * @throws IndustryGraphError BAD_SETTING where it cannot be written
 */
export async function changeTokens(
  path: string,
  change: (tokens: readonly KeptToken[]) => readonly KeptToken[],
): Promise<void> {
  try {
    makeFolder(dirname(path));
  } catch (error) {
    throw unusable(path, error);
  }
  const release = await claim(path);
  try {
    const tokens = change(readTokens(path) ?? []);
    const next = `${path}.${process.pid}`;
    writeFileSync(next, `${JSON.stringify({ tokens }, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(next, path);
  } catch (error) {
    throw error instanceof IndustryGraphError ? error : unusable(path, error);
  } finally {
    release();
  }
}

export interface TokenFile {
  /** The token of an id, as the file has it now. @throws IndustryGraphError BAD_SETTING where it cannot be read */
  find(id: string): KeptToken | undefined;
  /**
   * Whether there are tokens, or have been: then nobody may ask without, whatever becomes of them. The first token of
   * all is seen within some milliseconds, its being revoked or changed at once.
   */
  guards(): boolean;
}

/** Milliseconds for which a server that has no tokens believes so: a look at the file costs as much as a small answer. */
const believed = 20;

/** A file of tokens as a server looks at it: read again where it has changed. */
export function watchTokens(path: string): TokenFile {
  let seen = "";
  let byId = new Map<string, KeptToken>();
  let guarded = false;
  let looked = Number.NEGATIVE_INFINITY;
  function look(): void {
    const stat = statSync(path, { throwIfNoEntry: false });
    const now = stat === undefined ? "" : `${stat.ino} ${stat.mtimeMs} ${stat.size}`;
    guarded ||= stat !== undefined;
    if (now === seen) return;
    byId = new Map((readTokens(path) ?? []).map((token) => [token.id, token]));
    seen = now;
  }
  return {
    find(id) {
      look();
      return byId.get(id);
    },
    guards() {
      // Told by its being there: one that cannot be read guards as well.
      const now = performance.now();
      if (guarded || now - looked < believed) return guarded;
      looked = now;
      guarded = statSync(path, { throwIfNoEntry: false }) !== undefined;
      return guarded;
    },
  };
}
