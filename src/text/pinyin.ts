// Pinyin of names: full, initials, and a key to sort by. Reads characters in the context of their name.
import { pinyin } from "pinyin-pro";
import { lately } from "./lately.ts";
import { isHan } from "./normalise.ts";

/** A piece of a name: the reading of a character, or a run of others as it stands. */
interface Piece {
  /** With its tone as a digit. */
  readonly toned: string;
  /** Without. */
  readonly plain: string;
  readonly initial: string;
}

/** Names whose readings are kept. */
const keptLately = 4_096;

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

/** The readings of a name's characters; runs of other characters are one piece. */
const piecesOf = lately(keptLately, (name): readonly Piece[] => {
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
  return pieces;
});

/** The syllables of a normalised name without tones; runs of other characters stay one piece. */
export const syllables = lately(keptLately, (name): readonly string[] =>
  piecesOf(name)
    .map(({ plain }) => plain.toLowerCase())
    .filter((syllable) => syllable !== ""),
);

/** Characters of names that are read in more than one way, and the readings that they have beside the usual one. */
const others: Readonly<Record<string, readonly string[]>> = {
  会: ["kuai"],
  长: ["zhang"],
  重: ["zhong"],
  行: ["xing"],
  乐: ["yue"],
  厦: ["sha"],
  都: ["dou"],
  调: ["diao"],
  传: ["zhuan"],
  曾: ["ceng"],
  单: ["shan"],
  解: ["xie"],
  朝: ["zhao"],
  番: ["pan"],
  车: ["ju"],
  尉: ["yu"],
  藏: ["zang"],
  大: ["dai"],
  莞: ["wan"],
  泊: ["po"],
  堡: ["pu", "bu"],
  浒: ["xu"],
  盛: ["cheng"],
  系: ["ji"],
  咖: ["ga"],
  勒: ["lei"],
  蔚: ["yu"],
  六: ["lu"],
  蚌: ["beng"],
  铅: ["yan"],
  阿: ["e"],
  柏: ["bo"],
  查: ["zha"],
  什: ["shi"],
  宿: ["xiu"],
  还: ["huan"],
  弹: ["dan"],
  降: ["xiang"],
  卡: ["qia"],
  率: ["lv"],
  贾: ["gu"],
  校: ["jiao"],
  种: ["chong"],
  折: ["she"],
  石: ["dan"],
  广: ["an"],
  约: ["yao"],
  角: ["jue"],
  觉: ["jiao"],
};
const usual: Readonly<Record<string, string>> = {
  会: "hui",
  长: "chang",
  重: "chong",
  行: "hang",
  乐: "le",
  厦: "xia",
  都: "du",
  传: "chuan",
  朝: "chao",
  盛: "sheng",
  藏: "cang",
  六: "liu",
  阿: "a",
  大: "da",
  车: "che",
  单: "dan",
  降: "jiang",
  弹: "tan",
  种: "zhong",
  调: "tiao",
};

/**
 * The readings that a name may have beside the one that `syllables` gives, one character read otherwise in each: 会稽山
 * is also kuai ji shan.
 */
export function otherReadings(name: string): string[][] {
  const found: string[][] = [];
  let read: readonly string[] | undefined;
  for (const [index, character] of [...name].entries()) {
    const own = others[character];
    if (own === undefined) continue;
    read ??= syllables(name);
    if (read.length !== [...name].length) return [];
    for (const reading of [...own, ...(usual[character] === undefined ? [] : [usual[character]])])
      if (reading !== read[index] && found.length < 4) found.push(read.with(index, reading));
  }
  return found;
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
