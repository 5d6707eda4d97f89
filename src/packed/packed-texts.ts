// A list of many texts as UTF-8 in large pieces outside the heap of objects. Texts are added and read, never changed.
import type { TemporaryFile } from "./temporary-file.ts";

export interface PackedTexts {
  readonly length: number;
  /** Adds a text and gives its index. */
  add(text: string): number;
  at(index: number): string;
}

const pieceSize = 4 << 20;

/** Bytes of a piece on the disk that are read at once: texts are mostly asked for one after the other. */
const windowSize = 64 << 10;

/**
 * An empty list.
 * @param file takes the pieces that are full, so that no more than one stays in memory; without it all do
 */
export function newPackedTexts(file?: TemporaryFile): PackedTexts {
  const pieces: Buffer[] = [];
  /** Where each full piece begins in the file. */
  const written: number[] = [];
  let used = pieceSize;
  let starts = new Float64Array(1_024);
  let length = 0;
  let read: { readonly from: number; readonly bytes: Buffer } = { from: 0, bytes: Buffer.alloc(0) };

  /** Makes room for so many bytes: a piece that has none goes to the file, and its memory is used again. */
  function makeRoom(bytes: number): Buffer {
    const last = pieces.at(-1);
    if (last !== undefined && used + bytes <= pieceSize) return last;
    if (file !== undefined && last !== undefined) {
      written.push(file.append(last.subarray(0, used)));
      pieces.length = 0;
    }
    const again = file !== undefined && last?.length === pieceSize && bytes <= pieceSize;
    const piece = again ? last : Buffer.allocUnsafe(Math.max(pieceSize, bytes));
    pieces.push(piece);
    used = 0;
    return piece;
  }

  /** So many bytes of the file. */
  function fromFile(own: TemporaryFile, from: number, count: number): Buffer {
    if (from < read.from || from + count > read.from + read.bytes.length)
      read = { from, bytes: own.read(from, Math.max(windowSize, count)) };
    return read.bytes.subarray(from - read.from, from - read.from + count);
  }

  return {
    get length() {
      return length;
    },
    add(text) {
      const bytes = Buffer.byteLength(text);
      const piece = makeRoom(bytes + 4);
      piece.writeUInt32LE(bytes, used);
      piece.write(text, used + 4);
      if (length === starts.length) {
        const larger = new Float64Array(length * 2);
        larger.set(starts);
        starts = larger;
      }
      starts[length] = (written.length + pieces.length - 1) * pieceSize + used;
      used += bytes + 4;
      length += 1;
      return length - 1;
    },
    at(index) {
      if (index < 0 || index >= length) throw new Error(`there is no text ${index}`);
      const start = starts[index] ?? 0;
      const number = Math.floor(start / pieceSize);
      const from = start % pieceSize;
      const begins = written[number];
      if (file !== undefined && begins !== undefined) {
        const bytes = fromFile(file, begins + from, 4).readUInt32LE(0);
        return fromFile(file, begins + from + 4, bytes).toString("utf8");
      }
      const piece = pieces[number - written.length];
      if (piece === undefined) throw new Error(`there is no text ${index}`);
      return piece.toString("utf8", from + 4, from + 4 + piece.readUInt32LE(from));
    },
  };
}
