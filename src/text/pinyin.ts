// Pinyin of names: full, initials, and a key to sort by. Reads characters in the context of their name.
import { pinyin } from "pinyin-pro";
import { isHan } from "./normalise.ts";

/** A piece of a name: the reading of a character, or a run of others as it stands. */
interface Piece {
  /** With its tone as a digit. */
  readonly toned: string;
  /** Without. */
  readonly plain: string;
  readonly initial: string;
}

const lately = new Map<string, readonly Piece[]>();
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
const readingsKnown = new Map<string, Piece>();

/** How the reading of one character is written; a few are read as two syllables, which stay as they are. */
function pieceOf(reading: string): Piece {
  const known = readingsKnown.get(reading);
  if (known !== undefined) return known;
  const toned = reading.split(" ").map(withDigit).join(" ");
  const plain = /^[a-zêü]+[0-5]$/.test(toned) ? toned.slice(0, -1) : toned;
  const piece = { toned, plain, initial: plain === toned ? toned : plain.slice(0, 1) };
  readingsKnown.set(reading, piece);
  return piece;
}

const asItStands = (run: string): Piece => ({ toned: run, plain: run, initial: run });

/** The readings of a name's characters; runs of other characters are one piece. Names in hand are asked for again. */
function piecesOf(name: string): readonly Piece[] {
  const known = lately.get(name);
  if (known !== undefined) return known;
  // A reading for each character, or the character. The library's own way to digits takes longer than the readings.
  const readings = pinyin(name, { toneType: "symbol", type: "array", nonZh: "spaced" });
  const pieces: Piece[] = [];
  let [other, at] = ["", 0];
  for (const character of name) {
    const reading = readings[at++] ?? character;
    if (reading === character) {
      other += character;
      continue;
    }
    if (other !== "") pieces.push(asItStands(other));
    other = "";
    pieces.push(pieceOf(reading));
  }
  if (other !== "") pieces.push(asItStands(other));
  if (lately.size >= keptLately) lately.clear();
  lately.set(name, pieces);
  return pieces;
}

/** The syllables of a normalised name without tones; runs of other characters stay one piece. */
export function syllables(name: string): string[] {
  return piecesOf(name)
    .map(({ plain }) => plain.toLowerCase())
    .filter((syllable) => syllable !== "");
}

/** The initials of a normalised name: 鑫宏业 is `xhy`; other characters count as they are. */
export function initials(name: string): string {
  let letters = "";
  for (const { initial } of piecesOf(name)) letters += initial;
  return letters.toLowerCase();
}

/**
 * The key by which names sort as in a dictionary: syllables with their tone as a digit, ASCII only where the
 * name is Chinese or Latin. Code point order means nothing to people.
 */
export function sortName(name: string): string {
  const key = piecesOf(name.normalize("NFKC"))
    .map(({ toned }) => toned.trim().toLowerCase())
    .filter((syllable) => syllable !== "")
    .join(" ");
  return key === "" ? name : key;
}

/** Whether a name has Chinese characters, and so pinyin of its own. */
export function hasHan(name: string): boolean {
  for (const character of name) if (isHan(character)) return true;
  return false;
}
