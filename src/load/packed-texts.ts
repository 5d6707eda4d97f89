// A list of many texts as UTF-8 in large pieces outside the heap of objects. Texts are added and read, never changed.

export interface PackedTexts {
  readonly length: number;
  /** Adds a text and gives its index. */
  add(text: string): number;
  at(index: number): string;
}

const pieceSize = 4 << 20;

/** An empty list. */
export function newPackedTexts(): PackedTexts {
  const pieces: Buffer[] = [];
  let used = pieceSize;
  let starts = new Float64Array(1_024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(text) {
      const bytes = Buffer.byteLength(text);
      if (used + bytes + 4 > pieceSize) {
        pieces.push(Buffer.allocUnsafe(Math.max(pieceSize, bytes + 4)));
        used = 0;
      }
      const piece = pieces[pieces.length - 1] as Buffer;
      piece.writeUInt32LE(bytes, used);
      piece.write(text, used + 4);
      if (length === starts.length) {
        const larger = new Float64Array(length * 2);
        larger.set(starts);
        starts = larger;
      }
      starts[length] = (pieces.length - 1) * pieceSize + used;
      used += bytes + 4;
      length += 1;
      return length - 1;
    },
    at(index) {
      const start = starts[index] ?? 0;
      const piece = pieces[Math.floor(start / pieceSize)];
      if (piece === undefined || index >= length) throw new Error(`there is no text ${index}`);
      const from = start % pieceSize;
      return piece.toString("utf8", from + 4, from + 4 + piece.readUInt32LE(from));
    },
  };
}
