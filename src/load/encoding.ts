// Which encoding a file of text is in: UTF-8, or GBK as spreadsheets in Chinese save CSV. Knows bytes, not rows.

/** Encodings in which files are read. GB 18030 has GBK and GB 2312 within it. */
export type Encoding = "utf-8" | "gb18030";

/** How much of the text must be of the characters in everyday use for bytes to be taken for GBK. */
const share = 0.95;

/**
 * A judge of bytes that are no UTF-8, fed piece by piece: GBK, if they can be read as it and nearly all of what is not
 * ASCII lies among the 6,763 characters and the signs of GB 2312. Other encodings of two bytes, and UTF-8 that was cut,
 * scatter beyond them.
 */
export function newGbkJudge(): { push(chunk: Buffer): void; end(): boolean } {
  const decoder = new TextDecoder("gb18030", { fatal: true });
  let [readable, lead, pairs, common] = [true, 0, 0, 0];
  return {
    push(chunk) {
      if (!readable) return;
      try {
        decoder.decode(chunk, { stream: true });
      } catch {
        readable = false;
        return;
      }
      for (const byte of chunk) {
        if (lead === 0) {
          if (byte >= 0x80) lead = byte;
          continue;
        }
        pairs += 1;
        if (lead >= 0xa1 && lead <= 0xf7 && byte >= 0xa1) common += 1;
        lead = 0;
      }
    },
    end() {
      try {
        decoder.decode();
      } catch {
        return false;
      }
      return readable && pairs > 0 && common >= share * pairs;
    },
  };
}
