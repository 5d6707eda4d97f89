// The audit log: who took data away, sent or loaded some, or made and revoked tokens. A file of its own, one line of
// JSON each, only ever added to.
import { appendFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import type { Settings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { makeFolder } from "../store/lock.ts";

type Value = string | number | boolean | null | undefined | readonly string[];

/** What goes into the audit log: what was done, by whom, and what else is to be known of it. */
export interface Audited {
  readonly what: string;
  readonly by: string;
  readonly [more: string]: Value;
}

/** Writes a line; in the order in which they are asked for. Rejects where it cannot be written. */
export type Audit = (entry: Audited) => Promise<void>;

/** Where the audit log is. */
export function auditPath({ AUDIT_FILE, DATA_DIR }: Pick<Settings, "AUDIT_FILE" | "DATA_DIR">): string {
  return AUDIT_FILE === "" ? join(DATA_DIR, "audit.jsonl") : AUDIT_FILE;
}

/** Creates what writes the audit log of the settings. */
export function createAudit(settings: Pick<Settings, "AUDIT_FILE" | "DATA_DIR">): Audit {
  const path = auditPath(settings);
  let last: Promise<unknown> = Promise.resolve();
  return (entry) => {
    const line = `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`;
    // Opened for each line, so that a program that puts old ones away may move the file at any time.
    const written = last.then(async () => {
      try {
        makeFolder(dirname(path));
        await appendFile(path, line, { mode: 0o600, flush: true });
      } catch (cause) {
        throw new IndustryGraphError(
          "BAD_SETTING",
          `The audit log ${path} cannot be written: ${(cause as Error).message}. What was to go there is done all the same: ${line.trim()}. Make it writable, or name another in AUDIT_FILE.`,
          {},
          { cause },
        );
      }
    });
    last = written.catch(() => undefined);
    return written;
  };
}

/** Who runs a command, as the system knows them. */
export function commandUser(): string {
  try {
    return `user ${userInfo().username}`;
  } catch {
    // A container's user need not have a name.
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}
