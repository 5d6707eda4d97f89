// Pinyin of names: full, initials, and a key to sort by. Reads characters in the context of their name.
import { pinyin } from "pinyin-pro";
import { isHan } from "./normalise.ts";

const lately = new Map<string, readonly string[]>();
const keptLately = 64;

const toneMarks = ["\u0304", "\u0301", "\u030c", "\u0300"];

/** A syllable with a mark for its tone as one with a digit, 0 for none, and v for ü: `lǚ` is `lv3`. */
function withDigit(syllable: string): string {
  let tone = 0;
  let letters = "";
  for (const letter of syllable.normalize("NFD")) {
    const mark = toneMarks.indexOf(letter);
    if (mark === -1) letters += letter;
    else tone = mark + 1;
  }
  return `${letters.normalize("NFC").replaceAll("ü", "v")}${tone}`;
}

/** Of readings there are some 1,500. */
const digits = new Map<string, string>();

/** How the reading of one character is written; a few are read as two syllables. */
function digitsOf(reading: string): string {
  const known = digits.get(reading);
  if (known !== undefined) return known;
  const written = reading.split(" ").map(withDigit).join(" ");
  digits.set(reading, written);
  return written;
}

/** Syllables with their tone as a digit; runs of other characters are one piece. Names in hand are asked for again. */
function toned(name: string): readonly string[] {
  const known = lately.get(name);
  if (known !== undefined) return known;
  // A reading for each character, or the character. The library's own way to digits takes longer than the readings.
  const readings = pinyin(name, { toneType: "symbol", type: "array", nonZh: "spaced" });
  const pieces: string[] = [];
  let [other, at] = ["", 0];
  for (const character of name) {
    const reading = readings[at++] ?? character;
    if (reading === character) {
      other += character;
      continue;
    }
    if (other !== "") pieces.push(other);
    other = "";
    pieces.push(digitsOf(reading));
  }
  if (other !== "") pieces.push(other);
  if (lately.size >= keptLately) lately.clear();
  lately.set(name, pieces);
  return pieces;
}

/** A piece without its tone; what stands in the name as it is has none. */
function toneless(piece: string, name: string): string {
  return /^[a-zêü]+[0-5]$/.test(piece) && !name.includes(piece) ? piece.slice(0, -1) : piece;
}

/** The syllables of a normalised name without tones; runs of other characters stay one piece. */
export function syllables(name: string): string[] {
  return toned(name)
    .map((piece) => toneless(piece, name).toLowerCase())
    .filter((piece) => piece !== "");
}

/** The initials of a normalised name: 鑫宏业 is `xhy`; other characters count as they are. */
export function initials(name: string): string {
  return toned(name)
    .map((piece) => {
      const without = toneless(piece, name);
      return without === piece ? piece : without.slice(0, 1);
    })
    .join("")
    .toLowerCase();
}

/**
 * The key by which names sort as in a dictionary: syllables with their tone as a digit, ASCII only where the
 * name is Chinese or Latin. Code point order means nothing to people.
 */
export function sortName(name: string): string {
  const key = toned(name.normalize("NFKC"))
    .map((piece) => piece.trim().toLowerCase())
    .filter((piece) => piece !== "")
    .join(" ");
  return key === "" ? name : key;
}

/** Whether a name has Chinese characters, and so pinyin of its own. */
export function hasHan(name: string): boolean {
  for (const character of name) if (isHan(character)) return true;
  return false;
}
