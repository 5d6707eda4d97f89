// A file without a name for what is too much to keep in memory: it is gone with the process, however that ends.
import { closeSync, fstatSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IndustryGraphError } from "../errors.ts";

export interface TemporaryFile {
  /** Adds bytes at the end and gives where they begin. */
  append(bytes: Uint8Array): number;
  /** So many bytes from a place on, or as many as there are. */
  read(from: number, count: number): Buffer;
  /** Gives the room on the disk back. */
  close(): void;
}

const full = (folder: string, error: unknown): IndustryGraphError => {
  const { code, message } = error as NodeJS.ErrnoException;
  return new IndustryGraphError(
    "BAD_SETTING",
    `${folder} cannot be written (${code ?? message}), where what is too much for memory is put for a while: nothing was changed. Make room there, or name another folder by TMPDIR.`,
    {},
    {
      cause: error,
      zh: `${folder} 无法写入（${code ?? message}），内存放不下的数据要暂存在那里：未改动任何内容。请腾出空间，或用 TMPDIR 指定另一文件夹。`,
    },
  );
};

let count = 0;

/** Files that nobody closed and nobody can ask any more. */
const forgotten = new FinalizationRegistry<{ readonly close: () => void }>(({ close }) => close());

/** A file that is made once something is put into it. */
export function newTemporaryFile(folder = tmpdir()): TemporaryFile {
  const state: { file?: number } = {};
  const close = (): void => {
    if (state.file !== undefined) closeSync(state.file);
    state.file = undefined;
  };
  let end = 0;
  const opened = (): number => {
    if (state.file !== undefined) return state.file;
    count += 1;
    const path = join(folder, `.industry-graph-${process.pid}-${Date.now()}-${count}`);
    const file = openSync(path, "wx+", 0o600);
    state.file = file;
    // Without a name nothing is left behind, whenever the process is killed.
    rmSync(path, { force: true });
    return file;
  };
  const own: TemporaryFile = {
    append(bytes) {
      const from = end;
      try {
        for (let done = 0; done < bytes.length; )
          done += writeSync(opened(), bytes, done, bytes.length - done, from + done);
      } catch (error) {
        throw full(folder, error);
      }
      end += bytes.length;
      return from;
    },
    read(from, wanted) {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(wanted, end - from)));
      for (let done = 0; done < bytes.length; ) {
        const some = readSync(opened(), bytes, done, bytes.length - done, from + done);
        if (some === 0) throw new Error(`${fstatSync(opened()).size} bytes are there, not ${end}`);
        done += some;
      }
      return bytes;
    },
    close,
  };
  forgotten.register(own, { close });
  return own;
}
