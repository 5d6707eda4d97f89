// Pinyin of names: full, initials, and a key to sort by. Reads characters in the context of their name.
import { pinyin } from "pinyin-pro";
import { isHan } from "./normalise.ts";

/** The syllables of a normalised name without tones; runs of other characters stay one piece. */
export function syllables(name: string): string[] {
  return pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive", v: true })
    .map((piece) => piece.toLowerCase())
    .filter((piece) => piece !== "");
}

/** The initials of a normalised name: 鑫宏业 is `xhy`; other characters count as they are. */
export function initials(name: string): string {
  const pieces = pinyin(name, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" });
  return pieces.join("").toLowerCase();
}

/**
 * The key by which names sort as in a dictionary: syllables with their tone as a digit, ASCII only where the
 * name is Chinese or Latin. Code point order means nothing to people.
 */
export function sortName(name: string): string {
  const pieces = pinyin(name.normalize("NFKC"), {
    toneType: "num",
    type: "array",
    nonZh: "consecutive",
    v: true,
  });
  const key = pieces
    .map((piece) => piece.trim().toLowerCase())
    .filter((piece) => piece !== "")
    .join(" ");
  return key === "" ? name : key;
}

/** Whether a name has Chinese characters, and so pinyin of its own. */
export function hasHan(name: string): boolean {
  return [...name].some(isHan);
}
